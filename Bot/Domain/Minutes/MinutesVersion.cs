using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>How far minutes are.</summary>
public enum MinutesState
{
    /// <summary>With the chair and the coordinators only.</summary>
    Draft,

    /// <summary>With the committee, which may propose corrections.</summary>
    Circulated,

    /// <summary>Approved by the committee; what is corrected now stands beside them.</summary>
    Approved,
}

/// <summary>What made a new version of minutes.</summary>
public enum VersionCause
{
    /// <summary>They were made from what was kept of the meeting.</summary>
    Drafted,

    /// <summary>A correction was accepted.</summary>
    Corrected,
}

/// <summary>One version of minutes. All are kept.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Cause">What made it.</param>
/// <param name="Source">For a draft the identity of what was drafted, for a correction its number.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record MinutesVersion(int Number, VersionCause Cause, string Source, Instant At, PersonId By)
{
    /// <summary>Whether nobody asked for it: it was made because the meeting was closed, and <see cref="By"/> is whom it was made for.</summary>
    public bool IsByItself { get; init; }
}

/// <summary>That the committee approved its minutes.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who led the meeting and recorded it.</param>
/// <param name="Meeting">In which meeting.</param>
/// <param name="Day">Its day.</param>
/// <param name="Version">Which version was approved.</param>
/// <param name="Ballot">By which ballot; null for without objection.</param>
public sealed record MinutesApproval(Instant At, PersonId By, MeetingId Meeting, LocalDate Day, int Version, BallotId? Ballot);
