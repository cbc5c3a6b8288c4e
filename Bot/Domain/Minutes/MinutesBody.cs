using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>What the minutes of a meeting say, as it was when they were drafted. Names are written out and times are local, so that nothing that happens later
/// to people, rules or clocks changes them.</summary>
/// <remarks>Source of what must be in it: features 2.2, "minutes" (type, place, date, begin and end; present and entitled; chair, minute taker; proper convening;
/// quorum; agenda; motions; method; counts; election accepted; signatures), and KG Berlin 22 W 61/19 (yes, no and abstentions).</remarks>
public sealed record MinutesBody
{
    /// <summary>The network's name.</summary>
    public required string Network { get; init; }

    /// <summary>The committee's name.</summary>
    public required string Committee { get; init; }

    /// <summary>Whether the committee's votes are those of organizations; otherwise of persons.</summary>
    public required bool CountsOrganizations { get; init; }

    /// <summary>Ordinary or urgent.</summary>
    public required MeetingKind Kind { get; init; }

    /// <summary>The day it was called for.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was to begin.</summary>
    public required LocalTime Start { get; init; }

    /// <summary>When it was to end; null when not said.</summary>
    public LocalTime? End { get; init; }

    /// <summary>Where it was; empty when not said.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>What it was about; empty for nothing in particular.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>How it was called.</summary>
    public required Convening Convening { get; init; }

    /// <summary>When it was opened; null when nobody noted it.</summary>
    public LocalDateTime? OpenedAt { get; init; }

    /// <summary>When it was closed; null when nobody noted it.</summary>
    public LocalDateTime? ClosedAt { get; init; }

    /// <summary>Who led it; empty when it is not known who did.</summary>
    public string Chair { get; init; } = string.Empty;

    /// <summary>Who noted what was said, most of it at least; empty when nobody did.</summary>
    public string MinuteTaker { get; init; } = string.Empty;

    /// <summary>Everybody who has a vote in the committee, and everybody else whose presence was noted, by name.</summary>
    public IReadOnlyList<Attendee> Attendance { get; init; } = [];

    /// <summary>Votes in the committee.</summary>
    public required int Entitled { get; init; }

    /// <summary>Whether enough were there, at the moments that matter, in their order: the opening, the moment most were there, each at which the quorum was lost and regained, the
    /// end.</summary>
    public IReadOnlyList<Presence> Presence { get; init; } = [];

    /// <summary>The agenda items in their order; last those, with place 0, that were taken off after something had come of them.</summary>
    public IReadOnlyList<MinutesItem> Items { get; init; } = [];

    /// <summary>What belongs to no item of the agenda.</summary>
    public MinutesItem Outside { get; init; } = new(0, 0, string.Empty);

    /// <summary>Where the register of resolutions stood; null when nothing was recorded for the meeting.</summary>
    public RegisterMark? Register { get; init; }

    /// <summary>Whether this is the version for everybody.</summary>
    public bool IsPublic { get; init; }

    /// <summary>All that was dealt with: the items, and what belongs to none.</summary>
    public IEnumerable<MinutesItem> Everything => Items.Append(Outside);

    /// <summary>The item people call by this number; null when there is none.</summary>
    public MinutesItem? At(int place) => place < 1 ? null : Items.FirstOrDefault(item => item.Place == place);
}

/// <summary>Where the register of resolutions stood: with it anybody can find out later whether it is still the same, whoever may write to the store.</summary>
/// <param name="Number">The last resolution of the meeting.</param>
/// <param name="Hash">Its hash, which stands for everything before it too.</param>
/// <param name="Corrections">What was put right since, as number of the resolution and number of the correction.</param>
public sealed record RegisterMark(string Number, string Hash, IReadOnlyList<RecordedCorrection> Corrections);

/// <summary>A resolution of a meeting that another entry puts right.</summary>
/// <param name="Number">The resolution.</param>
/// <param name="By">The entry that puts it right.</param>
public sealed record RecordedCorrection(string Number, string By);

/// <summary>How a meeting was called.</summary>
/// <param name="CalledAt">When the invitation was sent, local time.</param>
/// <param name="NoticeDays">The notice period in whole days.</param>
/// <param name="LatestDay">Last day on which the invitation could be sent in time.</param>
/// <param name="IsKept">Whether it was sent in time.</param>
/// <param name="Reason">Why it was urgent; empty for an ordinary meeting.</param>
public sealed record Convening(LocalDateTime CalledAt, int NoticeDays, LocalDate LatestDay, bool IsKept, string Reason)
{
    /// <summary>When day, time or place changed last after the invitation; null when they did not.</summary>
    public LocalDateTime? ChangedAt { get; init; }
}

/// <summary>Somebody with a vote in the committee, or whose presence was noted.</summary>
/// <param name="Voter">The organization or person.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsEntitled">Whether they had a vote when the minutes were drafted.</param>
/// <param name="Stays">When they were present, in order of arrival; empty for not at all.</param>
public sealed record Attendee(VoterId Voter, string Name, bool IsEntitled, IReadOnlyList<AttendeeStay> Stays);

/// <summary>From an arrival to a departure, local time.</summary>
/// <param name="Person">Who was there; null when that was not said.</param>
/// <param name="Name">Their name; empty when that was not said.</param>
/// <param name="From">Arrival.</param>
/// <param name="Until">Departure; null for until the end.</param>
public sealed record AttendeeStay(Committees.PersonId? Person, string Name, LocalDateTime From, LocalDateTime? Until);

/// <summary>How many were there at a moment.</summary>
/// <param name="Moment">Which moment.</param>
/// <param name="At">When, local time.</param>
/// <param name="Present">Votes present.</param>
/// <param name="Entitled">Votes in the committee.</param>
/// <param name="IsEnough">Whether that was enough for a decision; null where the rules have no quorum.</param>
/// <param name="Needed">How many the rules need; null where they have no quorum.</param>
public sealed record Presence(PresenceMoment Moment, LocalDateTime At, int Present, int Entitled, bool? IsEnough, int? Needed);

/// <summary>A moment at which it is told how many were there.</summary>
public enum PresenceMoment
{
    /// <summary>When the meeting was opened, or was to begin where nobody opened it.</summary>
    Opening,

    /// <summary>When most were there, the first time.</summary>
    Most,

    /// <summary>When it was closed.</summary>
    Closing,

    /// <summary>When there were too few for a decision, after there had been enough.</summary>
    QuorumLost,

    /// <summary>When there were enough again.</summary>
    QuorumRegained,
}
