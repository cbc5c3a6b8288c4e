using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>A meeting as far as it was understood; what is missing is null.</summary>
internal sealed record MeetingDraft
{
    /// <summary>Outside of these years a day is not taken for one: at the ends of the calendar an hour more has no moment.</summary>
    private const int FirstYear = 1900;

    private const int LastYear = 9998;

    private const int MinutesADay = 24 * 60;

    private const string LengthField = "length";

    /// <summary>The name under which a button carries the committee that was chosen among those named.</summary>
    public const string PickedCommittee = "pickedCommittee";

    private const string FollowsUpName = "followsUp";

    /// <summary>Whose meeting.</summary>
    public CommitteeId? Committee { get; init; }

    /// <summary>The day.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>When it begins.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>When it is to end; null when not said.</summary>
    public LocalTime? End { get; init; }

    /// <summary>How long it lasts, while of its start it is still asked whether morning or evening is meant; null otherwise.</summary>
    public Duration? Length { get; init; }

    /// <summary>The length as data of the buttons that answer when it starts.</summary>
    public (string Name, string Value)[] LengthData => Length is { } length ? [(LengthField, length.TotalMinutes.ToString(CultureInfo.InvariantCulture))] : [];

    /// <summary>The end that follows from a start, where the length is known.</summary>
    public LocalTime? EndAfter(LocalTime? start) => start is { } one && Length is { } length ? one.PlusTicks(length.BclCompatibleTicks) : null;

    /// <summary>Where; empty for none.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>What about; empty for none.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>Why it is urgent; empty for an ordinary meeting.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The meeting without quorum in whose place it is to be; null for none.</summary>
    public MeetingId? FollowsUp { get; init; }

    /// <summary>The verbs of its buttons.</summary>
    public DraftVerbs Verbs => FollowsUp is null ? DraftVerbs.Ordinary : DraftVerbs.FollowUp;

    /// <summary>What the draft goes back to; null on cards of an older version.</summary>
    public FormReference? Form { get; init; }

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>The committees named, when there are several; empty otherwise.</summary>
    public IReadOnlyList<CommitteeId> Named { get; init; } = [];

    /// <summary>The proposal, or null while something is missing or doubtful.</summary>
    public MeetingProposal? Complete => this is { Committee: { } committee, Day: { } day, Start: { } start } && Problems.Count == 0
        ? new MeetingProposal(committee, day, start, Place, Topic, Reason) { End = End }
        : null;

    /// <summary>The identity of the meeting that comes of it, the same however often the same preview is confirmed.</summary>
    /// <param name="turn">In which it was drawn or confirmed.</param>
    public MeetingId IdIn(Turn turn) => new((Form ?? turn.Form).IdentityOf(Subjects.Meeting));

    /// <summary>Reads the draft a card carries; anything unreadable counts as missing.</summary>
    public static MeetingDraft Read(CardForm form) => new()
    {
        Committee = (form.Id(PickedCommittee) ?? form.Id("committee")) is { } committee ? new CommitteeId(committee) : null,
        Day = AppointmentQuestions.PickedDay(form) ?? (LocalDatePattern.Iso.Parse(form["day"]) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null),
        Start = AppointmentQuestions.PickedTime(form)
            ?? ReadTime(form["start"]),
        End = AppointmentQuestions.PickedTime(form) is { } picked && form.Number(LengthField) is { } minutes and > 0 and < MinutesADay ? picked.PlusMinutes(minutes) : ReadTime(form["end"]),
        Place = form["place"],
        Topic = form["topic"],
        Reason = form["reason"],
        FollowsUp = form.Id(FollowsUpName) is { } followed ? new MeetingId(followed) : null,
        Form = FormReference.In(form),
    };

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee?.Value ?? string.Empty),
        ("day", Day is { } day ? LocalDatePattern.Iso.Format(day) : string.Empty),
        ("start", Write(Start)),
        ("end", Write(End)),
        ("place", Place),
        ("topic", Topic),
        ("reason", Reason),
        .. ToFormData(),
    ];

    /// <summary>What the form carries besides its fields.</summary>
    public (string Name, string Value)[] ToFormData() => FollowsUp is { } followed ? [(FollowsUpName, followed.Value), .. Form?.Data ?? []] : Form?.Data ?? [];

    /// <summary>A time as fields and buttons carry it; empty for none.</summary>
    public static string Write(LocalTime? time) => time is { } one ? one.ToString("HH:mm", CultureInfo.InvariantCulture) : string.Empty;

    private static LocalTime? ReadTime(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } time ? time.Value : null;
}
