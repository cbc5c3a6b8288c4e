using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallMeeting;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>A move as far as it was understood; what is missing stays as it is.</summary>
internal sealed record MoveDraft
{
    /// <summary>Which meeting; null while it is not known.</summary>
    public MeetingId? Meeting { get; init; }

    /// <summary>The new day; null for the present one.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>When it is to begin; null for as before.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>When it is to end; null for as long as before.</summary>
    public LocalTime? End { get; init; }

    /// <summary>Where it is to be; empty for the present place.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary><see cref="Domain.Meetings.Meeting.Revision"/> of the meeting as the preview shows it; null on a form.</summary>
    public int? Seen { get; init; }

    /// <summary>By how much it was asked to be later, where no day was named; null for none.</summary>
    public Period? Later { get; init; }

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>What the draft goes back to; null where a card carries none.</summary>
    public FormReference? Form { get; init; }

    /// <summary>The move of that meeting; an end that was not named keeps its distance from the beginning.</summary>
    public MeetingMove Of(Meeting meeting)
    {
        var shifted = Later is { } later ? meeting.Day + meeting.Start + later : meeting.Day + meeting.Start;
        var start = Start ?? shifted.TimeOfDay;
        var end = End ?? (meeting.End is { } before ? before + Period.Between(meeting.Start, start, PeriodUnits.Ticks) : null);
        return new MeetingMove(Day ?? shifted.Date, start, end, Place.Length > 0 ? Place : meeting.Place, Reason);
    }

    /// <summary>The draft in which nothing is left open.</summary>
    public MoveDraft Shown(Meeting meeting, MeetingMove move) => this with
    {
        Meeting = meeting.Id, Day = move.Day, Start = move.Start, End = move.End, Place = move.Place, Later = null, Seen = meeting.Revision,
    };

    /// <summary>Reads the draft a card carries; anything unreadable counts as missing.</summary>
    public static MoveDraft Read(CardForm form)
    {
        var read = MeetingDraft.Read(form);
        return new MoveDraft
        {
            Meeting = form.Id("meeting") is { } meeting ? new MeetingId(meeting) : null,
            Day = read.Day,
            Start = read.Start,
            End = read.End,
            Place = read.Place,
            Reason = read.Reason,
            Seen = form.Number("seen"),
            Later = PeriodPattern.Roundtrip.Parse(form["later"]) is { Success: true, Value: var later } && IsSmall(later) ? later : null,
            Form = read.Form,
        };
    }

    /// <summary>What the form carries besides its fields.</summary>
    public (string Name, string Value)[] ToFormData() => Later is { } later ? [("later", PeriodPattern.Roundtrip.Format(later)), .. Form?.Data ?? []] : Form?.Data ?? [];

    /// <summary>Anybody can make it up; what people can type is smaller.</summary>
    private static bool IsSmall(Period period) => period is { HasDateComponent: true, Years: 0, Months: 0, Weeks: > -1000 and < 1000, Days: > -1000 and < 1000, HasTimeComponent: false }
        or { HasDateComponent: false, Hours: > -1000 and < 1000, Minutes: 0, Seconds: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0 };

    /// <summary>The draft as data of a button; the reason is left out where a field asks for it, which would otherwise be hidden by it.</summary>
    public (string Name, string Value)[] ToData(bool isAsked = false) =>
    [
        ("meeting", Meeting?.Value ?? string.Empty),
        ("day", Day is { } day ? LocalDatePattern.Iso.Format(day) : string.Empty),
        ("start", MeetingDraft.Write(Start)),
        ("end", MeetingDraft.Write(End)),
        ("place", Place),
        .. isAsked ? [] : new[] { ("reason", Reason) },
        ("seen", Seen?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
        .. Form?.Data ?? [],
    ];
}
