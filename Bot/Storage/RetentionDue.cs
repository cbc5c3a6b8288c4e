using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Storage;

/// <summary>What is over in a network at a moment.</summary>
/// <param name="Network">The network.</param>
/// <param name="Terms">How long it keeps what.</param>
/// <param name="Now">The moment.</param>
internal sealed record RetentionDue(Network Network, RetentionTerms Terms, Instant Now)
{
    /// <summary>Whether something whose time runs since a moment has been kept long enough.</summary>
    public bool IsOver(RetentionKind kind, Instant since) => Terms.IsOver(kind, since, Now, Network.Zone);

    /// <inheritdoc cref="RetentionTerms.LatestOver"/>
    public Instant LatestOver(RetentionKind kind) => Terms.LatestOver(kind, Now, Network.Zone);

    /// <summary>Minutes that nobody has approved so many years after the meeting are not waited for any longer. Source: a choice of ours; longer than the terms of boards in the
    /// documents, and than resolutions can be contested.</summary>
    public const int MostYearsUnapproved = 3;

    /// <summary>Since when nobody needs a meeting's answers and attendance any more; null while somebody does.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="hasMinutes">Whether there are minutes, if only a draft.</param>
    /// <param name="approved">When they were approved; null while they are not.</param>
    /// <remarks>A draft stays, and who was there stands in it.</remarks>
    public Instant? SettledAt(Meeting meeting, bool hasMinutes, Instant? approved)
    {
        var began = meeting.StartsAt(Network.Zone);
        if (approved is { } at)
        {
            return at;
        }

        if (hasMinutes || meeting.State is MeetingState.InSession or MeetingState.Closed)
        {
            var waited = Network.Zone.AtStartOfDay(meeting.Day.PlusYears(MostYearsUnapproved)).ToInstant();
            return waited <= Now ? waited : null;
        }

        return began > Now ? null : meeting.ChangedAt is { } changed && changed > began ? changed : began;
    }

    /// <summary>Whether a motion to expel that led nowhere has been kept long enough.</summary>
    public bool IsOver(Expulsion expulsion) => expulsion.State is ExpulsionState.Kept or ExpulsionState.Withdrawn or ExpulsionState.Left
        && IsOver(RetentionKind.Applications, expulsion.StateSince ?? expulsion.End?.At ?? expulsion.ProposedAt);

    /// <summary>As what the roll of a ballot is over; null while it is not. A ballot that may be repeated, waits for a tie to be decided, or is not counted is running.</summary>
    public RetentionKind? OverOf(BallotRecord record)
    {
        var kind = record.Motion.Kind == MotionKind.Poll ? RetentionKind.Polls : RetentionKind.Rolls;
        var ended = record.Ballot.Voided?.At ?? (record is { IsCounted: true, PapersRemain: false } ? record.Ballot.ClosedAt ?? record.Ballot.EndsAt : null);
        return ended is { } at && !IsStillNeeded(record, at) && IsOver(kind, at) ? kind : null;
    }

    /// <summary>Whether a prospect has been kept long enough. Of a member the list needs nothing any more; whoever applies, or is to be asked again, is still needed.</summary>
    public bool IsOver(Prospect prospect, ProspectStage stage) => stage switch
    {
        ProspectStage.Member => true,
        ProspectStage.Applied => false,
        _ => !(prospect.Details.FollowUp >= Now.InZone(Network.Zone).Date) && IsOver(RetentionKind.Prospects, prospect.TouchedAt),
    };

    /// <summary>A void ballot, or one without quorum, may be repeated; nobody does that any more when it is two years old.</summary>
    private bool IsStillNeeded(BallotRecord record, Instant ended) => record.IsTieOpen || (record.IsUnsettled && Now - ended < Duration.FromDays(2 * 365));
}
