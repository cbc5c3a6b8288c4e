using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That an applicant was asked to introduce itself (Vorstellung) in a meeting, as an item of its agenda.</summary>
/// <param name="Committee">Whose meeting: the advisory board's or the plenary's, neither of which is ever kept from anybody.</param>
/// <param name="Meeting">Which meeting.</param>
/// <param name="Item">The item's number there.</param>
/// <param name="Revision">What <see cref="Meeting.MovedRevision"/> was then, by which it is known whether the meeting was moved since.</param>
/// <param name="By">The coordinator who asked.</param>
/// <param name="At">When.</param>
public sealed record Introduction(CommitteeId Committee, MeetingId Meeting, int Item, int Revision, PersonId By, Instant At);

/// <summary>What has become of an introduction, as the meeting and its agenda are now.</summary>
public enum IntroductionStanding
{
    /// <summary>The meeting is still to come, or goes on.</summary>
    Ahead,

    /// <summary>The meeting was held.</summary>
    Held,

    /// <summary>The meeting was cancelled, or the item was taken off or left for another meeting.</summary>
    Off,
}
