using System;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>One seat after the other, each with rounds of its own.</summary>
public class SeatBySeatTests
{
    private static readonly ElectionRule Rule = new() { Method = ElectionMethod.SeatBySeat };

    [Fact]
    public void Seats_AreFilledOneAfterTheOther_AndWhoIsElectedIsNoCandidateAnyMore()
    {
        var first = Take(FirstRound(2, "abc", Rule), Papers("6 3 1"));
        Assert.Equal(("a", ElectionState.Deciding, RoundReason.NextSeat, "bc"), (Names(first.Elected), first.State, first.Pending!.Reason, Names(first.Pending.People)));
        Assert.Empty(first.Mandates);
        var second = Done(first.OpenRunOff(Now, Now + Duration.FromDays(7)));
        Assert.Equal((2, 2, true, new PaperForm.Choice(2, 1)), (second.Round!.Number, second.Round.Seat, second.Round.NeedsMajority, (PaperForm.Choice)second.Round.Form));
        var over = Take(second, Papers("4 6"));
        Assert.Equal(("ac", ElectionState.Accepting, 2), (Names(over.Elected), over.State, over.Mandates.Count));
    }

    [Fact]
    public void EachSeat_HasItsOwnRounds_AndWhoFailsMayStandAgain()
    {
        var rule = Rule with { AbsoluteRounds = 1, MostRounds = 2 };
        var none = Take(FirstRound(2, "abcd", rule), Papers("4 3 2 1"));
        Assert.Equal((RoundReason.Majority, "ab"), (none.Pending!.Reason, Names(none.Pending.People)));
        var filled = RunOff(none, "5 5");
        Assert.Equal((RoundReason.Tie, true, "ab"), (filled.Pending!.Reason, filled.Pending.IsLot, Names(filled.Pending.People)));
        var drawn = Done(Done(filled.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("w"), People("ba"), Now));
        Assert.Equal(("b", RoundReason.NextSeat, "acd"), (Names(drawn.Elected), drawn.Pending!.Reason, Names(drawn.Pending.People)));
        var next = Done(drawn.OpenRunOff(Now, Now + Duration.FromDays(7)));
        Assert.True(next.Round!.NeedsMajority); // the third round of all, but the first of this seat
        var again = Take(next, Papers("4 3 3"));
        Assert.Equal((RoundReason.Majority, 2), (again.Pending!.Reason, again.Round!.Seat));
        Assert.Equal("ba", Names(RunOff(again, "5 4 3").Elected));
    }

    [Fact]
    public void LastName_IsAskedByYesAndNo_AndWhoIsRejectedCanStandForTheNextSeat()
    {
        var first = FirstRound(2, "a", Rule);
        Assert.Equal(new PaperForm.Marking(1, 1), first.Round!.Form);
        var rejected = Take(first, Marks("n n y"));
        Assert.Equal(("", RoundReason.NextSeat, "a"), (Names(rejected.Elected), rejected.Pending!.Reason, Names(rejected.Pending.People)));
        var over = Take(Done(rejected.OpenRunOff(Now, Now + Duration.FromDays(7))), Marks("y y n"));
        Assert.Equal(("a", ElectionState.Accepting), (Names(over.Elected), over.State));
    }

    [Fact]
    public void EndVoting_LeavesThisSeatEmpty_AndOnceMoreEndsTheVoting()
    {
        var none = Take(FirstRound(3, "abc", Rule), Papers("4 4 4"));
        Assert.Equal(RoundReason.Majority, none.Pending!.Reason);
        var next = Done(none.EndVoting(Now));
        Assert.Equal((RoundReason.NextSeat, "abc"), (next.Pending!.Reason, Names(next.Pending.People)));
        Assert.Equal((ElectionState.Accepting, null), (Done(next.EndVoting(Now)).State, Done(next.EndVoting(Now)).Pending));
    }

    [Fact]
    public void Withdraw_BetweenTwoSeats_TakesTheNameOff_AndTheLastOneEndsTheVoting()
    {
        var first = Take(FirstRound(3, "abc", Rule), Papers("6 3 1"));
        var fewer = Done(first.AnswerNomination(new PersonId("b"), false, Now));
        Assert.Equal("c", Names(fewer.Pending!.People));
        Assert.Equal(RefusalCode.NominationsClosed, Refused(fewer.AnswerNomination(new PersonId("b"), true, Now)));
        var none = Done(fewer.AnswerNomination(new PersonId("c"), false, Now));
        Assert.Equal((ElectionState.Accepting, "a"), (none.State, Names(none.Mandates.Select(mandate => mandate.Person))));
        Assert.Empty(none.Substitutes);
        Assert.Equal(RefusalCode.ElectionNotThatFar, Refused(FirstRound(3, "abc", Rule).AnswerNomination(new PersonId("b"), false, Now)));
    }

    [Fact]
    public void Voting_WhateverIsVotedAndDrawn_ComesToAnEnd_WithBoundedRoundsForEachSeat() => Prop.ForAll(Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (seats, seed) =>
    {
        var random = new Random(seed);
        var rule = Rule with { AbsoluteRounds = random.Next(3), MostRounds = random.Next(1, 4) };
        var election = Voted(FirstRound(seats, "abcd", rule), random);
        for (var steps = 0; election.State == ElectionState.Deciding && steps < 60; steps++)
        {
            Assert.Empty(election.Pending!.People.Intersect(election.Elected));
            election = election.Pending is { IsLot: true } lot
                ? Done(Done(election.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("witness"), lot.People, Now))
                : Voted(Done(election.OpenRunOff(Now, Now + Duration.FromDays(1))), random);
        }

        return election.State == ElectionState.Accepting && election.Elected.Count <= seats && election.Elected.Distinct().Count() == election.Elected.Count
            && election.Rounds.GroupBy(round => round.Seat).All(seat => seat.Count() <= rule.MostRounds && seat.Key >= 1 && seat.Key <= seats)
            && election.Rounds.All(round => round.Seats == 1);
    }).QuickCheckThrowOnFailure();

    private static Election Voted(Election election, Random random)
    {
        var papers = Enumerable.Range(0, random.Next(6)).Select(_ => election.Round!.Form is PaperForm.Choice choice
            ? BallotPaper.Choosing([random.Next(choice.Options) + 1])
            : BallotPaper.Marking([random.Next(2) == 0 ? OptionMark.Yes : OptionMark.No]));
        return Take(election, Count([.. papers]));
    }

    private static BallotCount Marks(string marks) => Count([.. marks.Split(' ').Select(mark => BallotPaper.Marking([mark == "y" ? OptionMark.Yes : OptionMark.No]))]);
}
