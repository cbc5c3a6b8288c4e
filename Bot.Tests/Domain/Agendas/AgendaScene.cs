using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Agendas;

/// <summary>Agendas of the example's advisory board, on 14 January 2027 at 17:00; items are taken until the end of 11 January.</summary>
internal static class AgendaScene
{
    /// <summary>The example network.</summary>
    public static Network Net { get; } = ExampleSnapshot.Create().Network;

    /// <summary>Called on 23 November 2026.</summary>
    public static Instant Called { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>People of the board, its coordinator, and somebody outside.</summary>
    public static readonly PersonId Amina = new("amina"), Bernd = new("bernd"), Katrin = new("katrin"), Dao = new("dao");

    /// <summary>The meeting.</summary>
    public static Meeting Jan14 { get; } = new()
    {
        Id = new MeetingId("m"),
        Committee = Net.AdvisoryBoard!.Id,
        Day = new LocalDate(2027, 1, 14),
        Start = new LocalTime(17, 0),
        RulesVersion = 1,
        CalledBy = Katrin,
        CalledAt = Called,
    };

    /// <summary>An agenda with items of these titles, proposed by Amina, numbered from 1.</summary>
    public static Agenda With(params string[] titles) =>
        new(Jan14, [.. titles.Select((title, index) => new AgendaItem(index + 1, title, null, Amina, Called))]);

    /// <summary>The agenda after a change by Katrin.</summary>
    public static Agenda After(this Agenda agenda, int number, ItemChange change) =>
        Assert.IsType<Outcome<Agenda>.Done>(agenda.Change(Net, Katrin, number, change, Called)).Value;

    /// <summary>The titles in order.</summary>
    public static string Titles(this Agenda agenda) => string.Join(' ', agenda.Items.Select(item => item.Title));

    /// <summary>Why something was refused; null when it was done.</summary>
    public static RefusalCode? Why<T>(Outcome<T> outcome) => (outcome as Outcome<T>.Refused)?.Why.Code;
}
