using System;
using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>One vote being taken on one motion, open from a moment to a moment. The clock closes it, not a job.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="OpenedAt">From this moment on votes are taken.</param>
/// <param name="ClosesAt">From this moment on none are taken any more.</param>
/// <param name="Rule">The rule it is decided by, fixed when it opens.</param>
/// <param name="ClosedAt">When the chair closed it before its time, or null.</param>
public sealed record Ballot(BallotId Id, Instant OpenedAt, Instant ClosesAt, MajorityRule Rule, Instant? ClosedAt)
{
    /// <summary>The first moment at which no vote is taken any more: closed by the chair or by its time, whichever comes first.</summary>
    public Instant EndsAt => ClosedAt is { } closed ? Instant.Min(closed, ClosesAt) : ClosesAt;

    /// <summary>Whether votes are taken at this moment; not any more exactly at <see cref="EndsAt"/>.</summary>
    public bool IsOpenAt(Instant now) => OpenedAt <= now && now < EndsAt;

    /// <summary>Casts a vote, or changes one cast before; the last one counts.</summary>
    /// <param name="entry">The line of the voter on this ballot's roll.</param>
    /// <param name="sender">Who casts it, as vouched for by the channel.</param>
    /// <param name="option">The choice.</param>
    /// <param name="now">When the vote arrived.</param>
    /// <returns>The line with the vote; the same line, by reference, when the same person has already cast the same vote. Refused with
    /// <see cref="RefusalCode.NotEntitledToVote"/>, <see cref="RefusalCode.ExcludedFromVote"/>,
    /// <see cref="RefusalCode.VotingNotOpenYet"/> or <see cref="RefusalCode.VotingClosed"/>, looked at in this order.</returns>
    public Outcome<RollEntry> Cast(RollEntry entry, PersonId sender, VoteOption option, Instant now)
    {
        if (WhyNot(entry, sender, now) is { } refusal)
        {
            return refusal;
        }

        return entry.Vote == option && entry.CastBy == sender
            ? entry
            : entry with { Vote = option, CastBy = sender, CastAt = now };
    }

    /// <summary>Ends the ballot now. Closing twice, or after its time, changes nothing.</summary>
    /// <returns>The ended ballot, the same by reference when it had already ended; refused with
    /// <see cref="RefusalCode.VotingNotOpenYet"/> before it opens.</returns>
    public Outcome<Ballot> End(Instant now)
    {
        if (now < OpenedAt)
        {
            return new Refusal(RefusalCode.VotingNotOpenYet, OpenedAt);
        }

        return now < EndsAt ? this with { ClosedAt = now } : this;
    }

    /// <summary>Freezes one line after the end, so that a vote still under way no longer changes it.</summary>
    /// <returns>The frozen line, the same by reference when it is frozen already; refused with
    /// <see cref="RefusalCode.VotingStillOpen"/> before the end.</returns>
    public Outcome<RollEntry> Freeze(RollEntry entry, Instant now)
    {
        if (now < EndsAt)
        {
            return new Refusal(RefusalCode.VotingStillOpen, EndsAt);
        }

        return entry.Frozen ? entry : entry with { Frozen = true };
    }

    /// <summary>The result of a roll. Final when all its lines are frozen; the caller sees to that.</summary>
    /// <param name="roll">All lines of this ballot, every voter once.</param>
    /// <param name="present">The voters present, or null when no attendance was taken.</param>
    /// <exception cref="ArgumentException">A voter is on the roll twice.</exception>
    public BallotResult Close(IReadOnlyCollection<RollEntry> roll, IReadOnlySet<VoterId>? present = null) =>
        Rule.Decide(Tally.Of(roll, present));

    private Refusal? WhyNot(RollEntry entry, PersonId sender, Instant now)
    {
        if (!entry.HasActor(sender))
        {
            return new Refusal(RefusalCode.NotEntitledToVote);
        }

        if (entry.Excluded is { } reason)
        {
            return new Refusal(RefusalCode.ExcludedFromVote, reason);
        }

        if (now < OpenedAt)
        {
            return new Refusal(RefusalCode.VotingNotOpenYet, OpenedAt);
        }

        return now >= EndsAt || entry.Frozen ? new Refusal(RefusalCode.VotingClosed, EndsAt) : null;
    }
}
