using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings;

/// <summary>The items of a meeting's card, a page at a time. An urgent meeting begins with the confirmation of its urgency.</summary>
internal static class AgendaPart
{
    private const int Most = 25;

    /// <summary>Place, topic, reason, a new item's title and the form for an item are on the card besides.</summary>
    private const int Budget = 12 * 1024;

    private const string UrgencyKey = "urgency";

    /// <summary>Names an item in a <see cref="PageRequest"/>.</summary>
    public static string KeyOf(AgendaItem item) => item.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The items asked for, each as a line of Markdown.</summary>
    public static Page<(string Key, string Text)> Page(Reader reader, Network network, Agenda agenda, PageRequest asked) =>
        Paging.Cut([.. Lines(reader, network, agenda)], line => line.Key, line => CardSize.Of(line.Text), Most, asked, Budget);

    /// <summary>The lines as a numbered list, which part of the agenda it is, and the way to the others.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, Network network, Agenda agenda, Page<(string Key, string Text)> shown)
    {
        var numbered = shown.Items.Select((line, index) => (shown.Start + index + 1).ToString(CultureInfo.InvariantCulture) + ". " + line.Text);
        yield return CardPart.Text(shown.All == 0 ? Messages.Get(reader, Sentence.AgendaEmpty) : string.Join('\n', numbered));
        var committee = network.Committee(agenda.Meeting.Committee)?.Name ?? string.Empty;
        var turning = Paging.Line(reader, shown, Messages.Get(reader, Sentence.CommandShowAgenda) + " " + committee)
            .Concat(Paging.Row(reader, shown, MeetingVerbs.ShowAgenda, ("meeting", agenda.Meeting.Id.Value)));
        foreach (var element in turning)
        {
            yield return element;
        }
    }

    /// <summary>Below the items: how long it all takes, whether it fits, and until when items are taken. Markdown.</summary>
    public static IEnumerable<string> Foot(Reader reader, Network network, Agenda agenda, Instant now)
    {
        foreach (var line in Duration(reader, AgendaClock.Of(agenda), agenda))
        {
            yield return line;
        }

        if (network.Committee(agenda.Meeting.Committee) is { } committee && !agenda.IsOver(network.Zone, now))
        {
            yield return agenda.TakesProposalsAt(committee.Rules, network.Zone, now)
                ? Messages.Get(reader, Sentence.AgendaItemsUntil, agenda.Meeting.LastMinuteForItems(committee.Rules, network.Zone))
                : Messages.Get(reader, Sentence.AgendaUrgentMotionsOnly);
        }
    }

    private static IEnumerable<string> Duration(Reader reader, AgendaClock clock, Agenda agenda)
    {
        if (clock.Minutes == 0)
        {
            yield break;
        }

        yield return clock.Untimed == 0
            ? Messages.Get(reader, Sentence.AgendaTotal, clock.Minutes, clock.Ends)
            : Messages.Get(reader, Sentence.AgendaTotalPartly, clock.Minutes, clock.Untimed);
        if (clock is { IsTooLong: true, Available: { } available } && agenda.Meeting.End is { } end)
        {
            yield return Messages.Get(reader, Sentence.AgendaTooLong, clock.Minutes, available, end);
        }
    }

    private static IEnumerable<(string Key, string Text)> Lines(Reader reader, Network network, Agenda agenda)
    {
        if (agenda.LeadsWithUrgency)
        {
            yield return (UrgencyKey, Messages.Get(reader, Sentence.AgendaConfirmUrgency));
        }

        foreach (var (item, time) in agenda.Items.Zip(AgendaClock.Of(agenda).Times))
        {
            yield return (KeyOf(item), AgendaLine.Of(reader, network, item, time));
        }
    }
}
