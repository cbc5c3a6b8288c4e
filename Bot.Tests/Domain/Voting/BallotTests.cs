using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

public class BallotTests
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Closes = Instant.FromUtc(2026, 11, 27, 11, 0);
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");

    private static readonly Ballot Ballot = new(new BallotId("b1"), Opened, Closes, MajorityRule.Default, null);

    private static readonly RollEntry Bridge =
        RollEntry.Open(new VoterId("bridge"), [Ada, Ben], EntitlementReason.MemberOrganization);

    [Fact]
    public void Cast_AroundClosing_CountsOnlyBefore()
    {
        Assert.Equal(VoteOption.Yes, Done(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Closes - Tick)).Vote);
        Assert.Equal(new Refusal(RefusalCode.VotingClosed, Closes), Why(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Closes)));
        Assert.Equal(new Refusal(RefusalCode.VotingClosed, Closes), Why(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Closes + Tick)));
    }

    [Fact]
    public void Cast_AroundOpening_CountsOnlyFromThen()
    {
        Assert.Equal(new Refusal(RefusalCode.VotingNotOpenYet, Opened), Why(Ballot.Cast(Bridge, Ada, VoteOption.No, Opened - Tick)));
        Assert.Equal(VoteOption.No, Done(Ballot.Cast(Bridge, Ada, VoteOption.No, Opened)).Vote);
    }

    [Fact]
    public void Cast_AfterTheChairEnded_IsRefusedWithThatMoment()
    {
        var early = Opened + Duration.FromHours(2);
        var ended = Done(Ballot.End(early));

        Assert.Equal(VoteOption.Yes, Done(ended.Cast(Bridge, Ada, VoteOption.Yes, early - Tick)).Vote);
        Assert.Equal(new Refusal(RefusalCode.VotingClosed, early), Why(ended.Cast(Bridge, Ada, VoteOption.Yes, early)));
    }

    [Fact]
    public void Cast_ByAnybodyElse_IsRefused()
    {
        Assert.Equal(new Refusal(RefusalCode.NotEntitledToVote), Why(Ballot.Cast(Bridge, new PersonId("eve"), VoteOption.Yes, Opened)));
    }

    [Fact]
    public void Cast_ForAnExcludedVoter_IsRefusedWithTheReason()
    {
        var excluded = Bridge with { Excluded = Exclusion.ConflictOfInterest };

        Assert.Equal(
            new Refusal(RefusalCode.ExcludedFromVote, Exclusion.ConflictOfInterest),
            Why(Ballot.Cast(excluded, Ada, VoteOption.Yes, Opened)));
    }

    [Fact]
    public void Cast_OnAFrozenEntry_IsRefusedEvenBeforeTheEnd()
    {
        Assert.Equal(
            new Refusal(RefusalCode.VotingClosed, Closes),
            Why(Ballot.Cast(Bridge with { Frozen = true }, Ada, VoteOption.Yes, Closes - Tick)));
    }

    [Fact]
    public void Cast_SameVoteBySamePersonAgain_LeavesTheEntryUntouched()
    {
        var first = Done(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Opened));

        Assert.Same(first, Done(Ballot.Cast(first, Ada, VoteOption.Yes, Opened + Tick)));
    }

    [Fact]
    public void Cast_SameVoteBySubstitute_KeepsWhoCastLast()
    {
        var first = Done(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Opened));
        var second = Done(Ballot.Cast(first, Ben, VoteOption.Yes, Opened + Tick));

        Assert.Equal((VoteOption.Yes, Ben, Opened + Tick), (second.Vote, second.CastBy, second.CastAt));
    }

    [Fact]
    public void Cast_ChangedVote_CountsOnceAndIsTheLast()
    {
        var first = Done(Ballot.Cast(Bridge, Ada, VoteOption.Yes, Opened));
        var second = Done(Ballot.Cast(first, Ada, VoteOption.No, Opened + Tick));

        Assert.Equal(new Tally(0, 1, 0, 0, null, 1, 0), Tally.Of([second]));
    }

    [Fact]
    public void IsOpenAt_AroundBothEnds_IncludesTheFirstMomentOnly()
    {
        Assert.Equal(
            [false, true, true, false],
            new[] { Opened - Tick, Opened, Closes - Tick, Closes }.Select(Ballot.IsOpenAt));
    }

    [Fact]
    public void End_TwiceOrAfterItsTime_ChangesNothing()
    {
        var ended = Done(Ballot.End(Opened + Tick));

        Assert.Same(ended, Done(ended.End(Opened + Tick + Tick)));
        Assert.Same(Ballot, Done(Ballot.End(Closes)));
        Assert.Equal(new Refusal(RefusalCode.VotingNotOpenYet, Opened), Why(Ballot.End(Opened - Tick)));
    }

    [Fact]
    public void EndsAt_ClosedMarkedAfterItsTime_IsItsTime()
    {
        Assert.Equal(Closes, (Ballot with { ClosedAt = Closes + Tick }).EndsAt);
    }

    [Fact]
    public void Freeze_AroundTheEnd_OnlyFromThenAndOnce()
    {
        Assert.Equal(new Refusal(RefusalCode.VotingStillOpen, Closes), Why(Ballot.Freeze(Bridge, Closes - Tick)));

        var frozen = Done(Ballot.Freeze(Bridge, Closes));
        Assert.True(frozen.Frozen);
        Assert.Same(frozen, Done(Ballot.Freeze(frozen, Closes)));
    }

    [Fact]
    public void Count_ExcludedVoterWithAVote_IsVoidAndShown()
    {
        var roll = new[]
        {
            Voter("a", VoteOption.Yes), Voter("b", null), Voter("c", VoteOption.No) with { Excluded = Exclusion.Applicant },
        };

        Assert.Equal(new Tally(1, 0, 0, 1, null, 2, 1), Tally.Of(roll));
    }

    [Fact]
    public void Count_WithAttendance_CountsVotersAsPresentAndExcludedOnesNot()
    {
        var roll = new[]
        {
            Voter("a", VoteOption.Yes), Voter("b", null), Voter("c", null), Voter("d", null) with { Excluded = Exclusion.Applicant },
        };
        roll = [.. roll.Select(entry => entry with { IsPresent = entry.Voter.Value is "b" or "d" })];

        Assert.Equal(2, Ballot.Count(roll, []).Present);
    }

    [Fact]
    public void Count_SameVoterTwice_Throws()
    {
        Assert.Throws<ArgumentException>(() => Ballot.Count([Voter("a", VoteOption.Yes), Voter("a", null)], []));
    }

    [Theory]
    [InlineData(1, 1, 1, 1, null, 3)]
    [InlineData(1, 1, 1, 1, null, 5)]
    [InlineData(int.MaxValue, int.MaxValue, 2, 0, null, 0)]
    [InlineData(-1, 1, 0, 0, null, 0)]
    [InlineData(1, 1, 1, 1, 2, 4)]
    [InlineData(1, 1, 1, 1, 5, 4)]
    public void Tally_CountsThatCannotBe_Throws(int yes, int no, int abstain, int notVoted, int? present, int entitled)
    {
        Assert.ThrowsAny<ArgumentException>(() => new Tally(yes, no, abstain, notVoted, present, entitled, 0));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Tally_PresentBetweenCastAndEntitled_IsTaken(int present)
    {
        Assert.Equal(present, new Tally(1, 1, 1, 1, present, 4, 0).TookPart);
    }

    [Fact]
    public void RollEntry_SameValuesInAnotherList_IsEqual()
    {
        var again = RollEntry.Open(new VoterId("bridge"), new List<PersonId> { Ada, Ben }, EntitlementReason.MemberOrganization);

        Assert.Equal(Bridge, again);
        Assert.Equal(Bridge.GetHashCode(), again.GetHashCode());
    }

    [Fact]
    public void Cast_InASecretBallot_KeepsWhoVotedAndNothingElse()
    {
        var secret = Ballot with { Secrecy = BallotSecrecy.Secret };
        var voted = Done(secret.Cast(Bridge, Ben, VoteOption.No, Opened));

        Assert.Equal(Bridge with { CastBy = Ben }, voted);
        Assert.Equal(new Refusal(RefusalCode.AlreadyVotedInSecret), Why(secret.Cast(voted, Ben, VoteOption.No, Opened)));
        Assert.Equal(new Refusal(RefusalCode.AlreadyVotedInSecret), Why(secret.Cast(voted, Ada, VoteOption.Yes, Opened)));
    }

    [Fact]
    public void Cast_WhileSecrecyIsNotSettled_IsRefused()
    {
        Assert.Equal(RefusalCode.VotingNotOpenYet, Why((Ballot with { Secrecy = BallotSecrecy.OnRequest }).Cast(Bridge, Ada, VoteOption.Yes, Opened)).Code);
    }

    [Fact]
    public void Cast_WhereVotesAreFinal_IsRefusedUnlessItIsTheSame()
    {
        var final = Ballot with { CanChangeVote = false };
        var voted = Done(final.Cast(Bridge, Ada, VoteOption.No, Opened));

        Assert.Same(voted, Done(final.Cast(voted, Ada, VoteOption.No, Opened + Tick)));
        Assert.Equal(new Refusal(RefusalCode.VoteIsFinal), Why(final.Cast(voted, Ada, VoteOption.Yes, Opened + Tick)));
        Assert.Equal(new Refusal(RefusalCode.VoteIsFinal), Why(final.Cast(voted, Ben, VoteOption.No, Opened + Tick)));
    }

    [Fact]
    public void Cast_APaperThatDoesNotFit_IsRefused()
    {
        Assert.Equal(new Refusal(RefusalCode.PaperInvalid), Why(Ballot.Cast(Bridge, Ada, BallotPaper.Choosing([1]), Opened)));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Decide_FewSecretPapers_WithholdsTheCountsAndSaysTheVerdict(int papers, bool isWithheld)
    {
        var secret = Ballot with { Secrecy = BallotSecrecy.Secret };
        var roll = Enumerable.Range(0, papers + 1).Select(number => Voter("v" + number, null) with { CastBy = number < papers ? Ada : null }).ToList();
        var result = secret.Decide(secret.Count(roll, [.. Enumerable.Repeat(BallotPaper.Of(VoteOption.Yes), papers)]));

        Assert.Equal(Verdict.Accepted, result.Verdict);
        Assert.Equal(isWithheld ? new Tally(0, 0, 0, 1, null, papers + 1, 0, papers) : new Tally(papers, 0, 0, 1, null, papers + 1, 0), result.Tally);
    }

    [Fact]
    public void Count_FewerPapersThanHaveVoted_Throws()
    {
        var secret = Ballot with { Secrecy = BallotSecrecy.Secret };

        Assert.Throws<ArgumentException>(() => secret.Count([Bridge with { CastBy = Ada }], []));
    }

    private static RollEntry Voter(string id, VoteOption? vote) =>
        RollEntry.Open(new VoterId(id), [Ada], EntitlementReason.MemberOrganization) with { Paper = vote, CastBy = vote is null ? null : Ada };

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    private static Refusal Why<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Why;
}
