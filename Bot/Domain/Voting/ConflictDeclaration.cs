using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>Somebody says of themselves, or of whom they act for, that a ballot is about a deal or a lawsuit with them.</summary>
public static class ConflictDeclaration
{
    /// <summary>Leaves the voter out of this ballot, on the word of somebody who may cast its vote. It cannot be taken back by them.</summary>
    /// <param name="ballot">The ballot.</param>
    /// <param name="entry">The voter's line on its roll.</param>
    /// <param name="sender">Who says so, as vouched for by the channel.</param>
    /// <param name="now">When it was said.</param>
    /// <returns>The line without a vote, the same by reference when it had none already; refused with <see cref="RefusalCode.NotEntitledToVote"/>,
    /// <see cref="RefusalCode.VotingClosed"/> or, once a vote was cast, <see cref="RefusalCode.ConflictAfterVote"/>.</returns>
    /// <remarks>BGB § 34. Also before the ballot opens: who will not vote need not wait. After voting it is too late: a secret paper could not be found again,
    /// and a vote by name would be withdrawn by the one who cast it.</remarks>
    public static Outcome<RollEntry> DeclareConflict(this Ballot ballot, RollEntry entry, PersonId sender, Instant now)
    {
        if (!entry.HasActor(sender))
        {
            return new Refusal(RefusalCode.NotEntitledToVote);
        }

        if (now >= ballot.EndsAt || entry.Frozen)
        {
            return new Refusal(RefusalCode.VotingClosed, ballot.EndsAt);
        }

        if (entry.Excluded is not null)
        {
            return entry;
        }

        return entry.HasVoted ? new Refusal(RefusalCode.ConflictAfterVote) : entry with { Excluded = Exclusion.ConflictOfInterest };
    }
}
