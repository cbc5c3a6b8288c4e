using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>Who is elected by a round, who comes into a run-off, and when the lot decides: each limit from both sides.</summary>
public class ElectionRoundTests
{
    [Theory]
    [InlineData("6 4", 0, "a")] // more than half of 10 is 6
    [InlineData("5 5", 0, "")]
    [InlineData("5 4", 0, "a")] // more than half of 9 is 5
    [InlineData("5 4", 90, "a")] // blank papers are no valid papers
    [InlineData("4 3 2", 0, "")] // 4 of 9 is one less
    [InlineData("1 0", 0, "a")]
    [InlineData("0 0", 0, "")]
    [InlineData("0 0", 20, "")]
    public void Decide_OneSeat_NeedsMoreThanHalfOfTheValidPapers(string votes, int blank, string elected) =>
        Assert.Equal(elected, Names(Take(FirstRound(1, "abc"[..votes.Split(' ').Length]), Papers(votes, blank)).Elected));

    [Theory]
    [InlineData(1, "3 3 1", "", "ab")]
    [InlineData(2, "5 3 3 1", "a", "bc")]
    [InlineData(2, "3 3 3", "", "abc")]
    [InlineData(3, "5 4 3 3 3", "ab", "cde")]
    [InlineData(3, "5 4 4 3 3", "abc", "")]
    [InlineData(4, "9 7 5 3 3 3 1", "abc", "def")]
    [InlineData(5, "9 8 7 6 5 5", "abcd", "ef")]
    [InlineData(6, "9 8 7 6 5 4 4", "abcde", "fg")]
    [InlineData(7, "9 8 7 6 5 4 3 3", "abcdef", "gh")]
    [InlineData(7, "9 9 9 9 9 9 9 3", "abcdefg", "")]
    public void Decide_TieAtTheBorder_ElectsNobodyOfThoseTied(int seats, string votes, string elected, string tied)
    {
        var election = Take(FirstRound(seats, "abcdefgh"[..votes.Split(' ').Length], new ElectionRule { AbsoluteRounds = 0 }), Papers(votes));
        Assert.Equal(elected, Names(election.Elected));
        Assert.Equal(tied, Names(election.Pending?.People ?? []));
        Assert.Equal(tied.Length > 0 ? seats - elected.Length : 0, election.Pending?.Seats ?? 0);
        Assert.Equal(tied.Length > 0 ? ElectionState.Deciding : ElectionState.Accepting, election.State);
    }

    [Theory]
    [InlineData(1, "4 3 2 1", "ab")] // twice as many names as seats
    [InlineData(1, "4 3 3 1", "abc")] // with the tie at the border
    [InlineData(1, "4 2 2 2", "abcd")]
    [InlineData(1, "4 4 1 1", "ab")]
    [InlineData(1, "3 0 0 0 2 2", "aef")] // without any vote nobody comes into it
    public void NextStep_TooFewReachTheMajority_TakesTwiceAsManyAsSeats(int seats, string votes, string runOff)
    {
        var election = Take(FirstRound(seats, "abcdef"[..votes.Split(' ').Length]), Papers(votes));
        Assert.Equal(("", runOff, RoundReason.Majority, seats), (Names(election.Elected), Names(election.Pending!.People), election.Pending.Reason, election.Pending.Seats));
    }

    [Fact]
    public void NextStep_OneOfTwoReachesTheMajority_RunOffIsForTheOtherSeat()
    {
        // 10 papers with two names each.
        var papers = "1,2 1,2 1,2 1,3 1,3 1,3 1,4 1,4 2,4 3,4".Split(' ').Select(code => new BallotPaper(code)).ToList();
        var election = Take(FirstRound(2, "abcd"), Count(papers));
        Assert.Equal(("a", "bcd", 1), (Names(election.Elected), Names(election.Pending!.People), election.Pending.Seats));
        var after = RunOff(election, "3 2 1");
        Assert.Equal(("ab", ElectionState.Accepting), (Names(after.Elected), after.State));
        Assert.False(after.Rounds[1].NeedsMajority);
    }

    [Fact]
    public void NextStep_TiedAgainInTheRunOff_IsTheLotAmongExactlyThose()
    {
        var election = Take(FirstRound(2, "abcd", new ElectionRule { AbsoluteRounds = 0 }), Papers("5 3 3 3"));
        Assert.Equal((false, "bcd", 1), (election.Pending!.IsLot, Names(election.Pending.People), election.Pending.Seats));
        var again = RunOff(election, "2 2 1");
        Assert.Equal((true, "bc", 1), (again.Pending!.IsLot, Names(again.Pending.People), again.Pending.Seats));
        Assert.Equal("a", Names(again.Elected));
    }

    [Fact]
    public void NextStep_AllAbstainInTheRunOff_IsStillATie()
    {
        var election = RunOff(Take(FirstRound(1, "ab", new ElectionRule { AbsoluteRounds = 0 }), Papers("3 3")), "0 0");
        Assert.Equal((true, "ab"), (election.Pending!.IsLot, Names(election.Pending.People)));
    }

    [Fact]
    public void NextStep_AllAbstainInTheRunOffForTheMajority_LeavesTheSeatEmpty()
    {
        var election = RunOff(Take(FirstRound(1, "ab"), Papers("3 3")), "0 0");
        Assert.Equal((ElectionState.Accepting, 1), (election.State, election.Vacant));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void NextStep_AtTheLimitOfRounds_IsTheLot(int most, bool isLot)
    {
        var rule = new ElectionRule { MostRounds = most };
        var election = RunOff(Take(FirstRound(1, "abc", rule), Papers("3 3 3")), "4 4 1");
        Assert.Equal((isLot, "ab"), (election.Pending!.IsLot, Names(election.Pending.People)));
    }

    [Fact]
    public void Counted_NoVoteAtAll_LeavesTheSeatsEmpty()
    {
        var election = Take(FirstRound(3, "abcd"), Papers("0 0 0 0", blank: 7));
        Assert.Equal((ElectionState.Accepting, 0, 3), (election.State, election.Mandates.Count, election.Vacant));
        Assert.Equal((ElectionState.Finished, null), (election.Finish(new LocalDate(2027, 2, 1)).State, election.Finish(new LocalDate(2027, 2, 1)).TermFrom));
    }

    [Fact]
    public void OpenFirst_WithoutCandidates_LeavesTheSeatsEmpty() => Assert.Equal(ElectionState.Accepting, FirstRound(3, "").State);

    [Theory]
    [InlineData(3, "ab", "marking:2:2")]
    [InlineData(2, "ab", "marking:2:2")]
    [InlineData(1, "ab", "choice:2:1")]
    [InlineData(2, "abc", "choice:3:2")]
    public void OpenFirst_NotMoreNamesThanSeats_MarksEachName(int seats, string people, string form) =>
        Assert.Equal(form, FirstRound(seats, people).Round!.Form.ToCode());

    [Theory]
    [InlineData("yy yn nn", "a")] // a: 2 to 1, b: 1 to 2
    [InlineData("yy nn", "")] // 1 to 1 is not more than half
    [InlineData("ya yn na", "a")] // abstentions do not count
    [InlineData("ny ay", "b")]
    [InlineData("nn nn", "")]
    [InlineData("aa aa", "")]
    public void Decide_EachNameMarked_NeedsMoreYesThanNo(string papers, string elected) =>
        Assert.Equal(elected, Names(Take(FirstRound(2, "ab"), Count([.. papers.Split(' ').Select(code => new BallotPaper(code))])).Elected));

    [Theory]
    [InlineData("katrin", RefusalCode.LotNeedsWitness)] // who asked
    [InlineData("a", RefusalCode.LotNeedsWitness)] // who is drawn
    [InlineData("bernd", null)]
    public void DrawLot_NeedsASecondPersonAsWitness(string witness, RefusalCode? code)
    {
        var tied = RunOff(Take(FirstRound(1, "ab", new ElectionRule { AbsoluteRounds = 0 }), Papers("3 3")), "2 2");
        Assert.Equal(RefusalCode.ElectionNotThatFar, Refused(tied.DrawLot(new PersonId(witness), People("ba"), Now)));
        var asked = Done(tied.AskForLot(new PersonId("katrin")));
        var outcome = asked.DrawLot(new PersonId(witness), People("ba"), Now);
        if (code is { } refused)
        {
            Assert.Equal(refused, Refused(outcome));
            return;
        }

        var drawn = Done(outcome);
        Assert.Equal(("b", "bernd", ElectionState.Accepting), (Names(drawn.Elected), drawn.Lots[0].Witness.Value, drawn.State));
        Assert.Throws<System.ArgumentException>(() => asked.DrawLot(new PersonId("bernd"), People("bc"), Now));
        Assert.Throws<System.ArgumentException>(() => asked.DrawLot(new PersonId("bernd"), People("b"), Now));
    }

    [Fact]
    public void EndVoting_InsteadOfARunOff_KeepsWhoIsElected()
    {
        var election = Done(Take(FirstRound(1, "abc"), Papers("3 3 3")).EndVoting(Now));
        Assert.Equal((ElectionState.Accepting, 1), (election.State, election.Vacant));
        Assert.Equal(RefusalCode.ElectionNotThatFar, Refused(election.EndVoting(Now)));
        Assert.Equal(RefusalCode.ElectionNotThatFar, Refused(election.OpenRunOff(Now, Now)));
    }

    [Theory]
    [InlineData("1m 2s 2s 4n")]
    [InlineData("")]
    public void Parse_WhatToCodeWrote_IsTheSame(string code) => Assert.Equal(code, Standing.ToCode(Standing.Parse(code)));

    [Fact]
    public void ElectionRule_WrittenAndRead_IsTheSame()
    {
        var rule = new ElectionRule { Method = ElectionMethod.OneByOne, Secrecy = BallotSecrecy.Open, AbsoluteRounds = 2, MostRounds = 5, TermMonths = 12, AcceptanceDays = 3 };
        Assert.Equal(rule, ElectionRule.Parse(rule.ToCode()));
        Assert.Throws<System.FormatException>(() => ElectionRule.Parse("Joint"));
    }
}
