using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Polls;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>A poll as far as it was understood; what is missing is null or empty.</summary>
internal sealed record PollDraft
{
    private const char Separator = ';';

    private const int FirstYear = 1900;

    private const int LastYear = 9998;

    /// <summary>Who is asked.</summary>
    public CommitteeId? Committee { get; init; }

    /// <summary>What is asked for.</summary>
    public PollKind Kind { get; init; }

    /// <summary>The question.</summary>
    public string Question { get; init; } = string.Empty;

    /// <summary>The options as they were written; of dates those that were understood as <see cref="PollDates"/> writes them.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it is kept apart who chose what.</summary>
    public bool IsAnonymous { get; init; } = true;

    /// <summary>The last day; null for the committee's usual time.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>When it closes on that day; null for the committee's usual time.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>What the draft goes back to; null on cards of an older version.</summary>
    public FormReference? Form { get; init; }

    /// <summary>What could not be taken of the end as it was written.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>The poll in the network; null while it is not known who is asked, or the end is in doubt.</summary>
    public PollProposal? In(Network network, Instant now)
    {
        if (Committee is not { } id || network.Committee(id) is not { } committee || Problems.Count > 0)
        {
            return null;
        }

        var usual = committee.Rules.BallotClosesAt(now, network.Zone).InZone(network.Zone).LocalDateTime;
        var closes = network.Zone.AtLeniently((Day ?? usual.Date) + (Time ?? committee.Rules.BallotCloses)).ToInstant();
        return new PollProposal(id, Kind, Question, Options, IsAnonymous, closes);
    }

    /// <summary>Reads the draft a card carries; anything unreadable counts as missing.</summary>
    public static PollDraft Read(CardForm form, Turn turn)
    {
        var kind = Enum.TryParse<PollKind>(form["kind"], out var named) && Enum.IsDefined(named) ? named : PollKind.One;
        var committee = form.Id("committee") is { } id ? new CommitteeId(id) : (CommitteeId?)null;
        return new PollDraft
        {
            Committee = committee,
            Kind = kind,
            Question = form["question"],
            Options = Split(form["options"], kind, turn, committee is { } known ? turn.Network.Committee(known) : null),
            IsAnonymous = form["anonymous"] != "false",
            Day = AppointmentQuestions.PickedDay(form) ?? (LocalDatePattern.Iso.Parse(form["day"]) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null),
            Time = AppointmentQuestions.PickedTime(form) ?? (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form["time"]) is { Success: true } time ? time.Value : null),
            Form = FormReference.In(form),
        };
    }

    /// <summary>The options of a text, dates understood.</summary>
    public static IReadOnlyList<string> Split(string text, PollKind kind, Turn turn, Committee? committee) =>
    [
        .. text.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(option => kind == PollKind.Dates ? PollWords.DateIn(option, turn, committee) ?? option : option),
    ];

    /// <summary>The options as they are written in one field.</summary>
    public string Written => string.Join(Separator + " ", Options);

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee?.Value ?? string.Empty),
        ("kind", Kind.ToString()),
        ("question", Question),
        ("options", Written),
        ("anonymous", IsAnonymous ? "true" : "false"),
        ("day", Day is { } day ? LocalDatePattern.Iso.Format(day) : string.Empty),
        ("time", Time is { } time ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : string.Empty),
        .. Form?.Data ?? [],
    ];
}
