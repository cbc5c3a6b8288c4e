using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Features.Ballots;

/// <summary>What a ballot is, as simple as it can be said: who has chosen what, who has asked, and whether counting may have begun.</summary>
internal sealed class LifeModel(LifeStory story)
{
    private const int Needed = 2;

    private readonly Dictionary<int, VoteOption> votes = [];
    private readonly HashSet<int> asked = [];

    /// <summary>Whether it is secret; unknown until it is settled.</summary>
    public BallotSecrecy Secrecy { get; private set; } = story.Secrecy;

    /// <summary>When it ends, in seconds; the chair may have ended it earlier.</summary>
    public int EndsAt { get; set; } = LifeStory.OpensAfter + LifeStory.LastsFor;

    /// <summary>Lines may be frozen, so that a vote that comes in time by its own instance's clock may be refused all the same.</summary>
    public bool MayBeFrozen { get; set; }

    /// <summary>How many have asked.</summary>
    public int Requests => asked.Count;

    /// <summary>It is seen to be settled.</summary>
    public void Settled(BallotSecrecy secrecy)
    {
        Assert.Equal(SecrecyAt(LifeStory.OpensAfter), secrecy);
        Secrecy = secrecy;
    }

    /// <summary>What it is, or will be found to be by whoever looks at that moment.</summary>
    private BallotSecrecy SecrecyAt(int now) => Secrecy != BallotSecrecy.OnRequest || now < LifeStory.OpensAfter ? Secrecy : asked.Count >= Needed ? BallotSecrecy.Secret : BallotSecrecy.Open;

    /// <summary>Whether a vote must be taken, must be refused, or either: an instance that has not heard of the early end takes votes until the lines are frozen.</summary>
    public bool? Takes(int voter, VoteOption option, int now)
    {
        if (voter == LifeStory.Voters - 1 || now < LifeStory.OpensAfter || now >= LifeStory.OpensAfter + LifeStory.LastsFor
            || (votes.TryGetValue(voter, out var standing) && (SecrecyAt(now) == BallotSecrecy.Secret || (!story.CanChangeVote && standing != option))))
        {
            return false;
        }

        return MayBeFrozen || now >= EndsAt ? null : true;
    }

    /// <summary>A vote is stored.</summary>
    public void Vote(int voter, VoteOption option) => votes[voter] = option;

    /// <summary>Whether a request must be taken.</summary>
    public bool TakesRequest(int voter, int now) => voter < LifeStory.Voters - 1 && Secrecy == BallotSecrecy.OnRequest && now < LifeStory.OpensAfter;

    /// <summary>A request is stored.</summary>
    public void Ask(int voter) => asked.Add(voter);

    /// <summary>The result is what it must be: every acknowledged vote once, nothing else, and everybody on the roll somewhere.</summary>
    public void Holds(BallotResult result)
    {
        var tally = result.Tally;
        var isShown = Secrecy != BallotSecrecy.Secret || votes.Count >= BallotCount.FewestShown;
        int Cast(VoteOption option) => isShown ? votes.Values.Count(vote => vote == option) : 0;
        Assert.Equal(
            (Cast(VoteOption.Yes), Cast(VoteOption.No), Cast(VoteOption.Abstain), isShown ? 0 : votes.Count),
            (tally.Yes, tally.No, tally.Abstain, tally.Withheld));
        Assert.Equal((votes.Count, LifeStory.Voters - 1 - votes.Count, 1), (tally.Cast, tally.NotVoted, tally.Excluded));
        Assert.Equal(LifeStory.Voters, tally.Cast + tally.NotVoted + tally.Excluded);
        Assert.Equal(votes.Values.Count(vote => vote == VoteOption.Yes) > votes.Values.Count(vote => vote == VoteOption.No) ? Verdict.Accepted : Verdict.Rejected, result.Verdict);
    }
}
