using System;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>How a committee elects, as data, and the first day of a term.</summary>
public class ElectionRuleTests
{
    private static readonly LocalDate Today = new(2027, 1, 4), VoteDay = new(2027, 1, 21), Last = new(2027, 3, 31);

    [Fact]
    public void Code_IsReadAsWritten_AlsoThatOfTheVersionBefore()
    {
        var rule = new ElectionRule
        {
            Method = ElectionMethod.List, Allowed = ElectionMethods.List | ElectionMethods.SeatBySeat, Seats = SeatMethod.HareNiemeyer, Tie = ElectionTie.Lot, Secrecy = BallotSecrecy.Open,
            AbsoluteRounds = 0, MostRounds = 9, TermMonths = 120, AcceptanceDays = 60,
        };
        Assert.Equal("List;Open;0;9;120;60;SeatBySeat+List;HareNiemeyer;Lot", rule.ToCode());
        Assert.Equal(rule, ElectionRule.Parse(rule.ToCode()));
        Assert.Equal(ElectionRule.Default, ElectionRule.Parse("Joint;Secret;1;4;24;7"));
        Assert.Equal(ElectionRule.Default with { Method = ElectionMethod.OneByOne }, ElectionRule.Parse("OneByOne;Secret;1;4;24;7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Joint")]
    [InlineData("0;Secret;1;4;24;7")]
    [InlineData("Joint;Secret;-1;4;24;7")]
    [InlineData("Joint;Secret;1;4;24;7;Joint")]
    [InlineData("Joint;Secret;1;4;24;7;;DHondt;Lot")]
    [InlineData("Joint;Secret;1;4;24;7;99;DHondt;Lot")]
    [InlineData("Joint;Secret;1;4;24;7;Joint;1;Lot")]
    public void TryParse_OfWhatWasMadeUp_IsNull(string code) => Assert.Null(ElectionRule.TryParse(code));

    [Theory]
    [InlineData(0, 1, 1, 1, true)]
    [InlineData(9, 9, 120, 60, true)]
    [InlineData(-1, 1, 1, 1, false)]
    [InlineData(10, 1, 1, 1, false)]
    [InlineData(0, 0, 1, 1, false)]
    [InlineData(0, 10, 1, 1, false)]
    [InlineData(0, 1, 0, 1, false)]
    [InlineData(0, 1, 121, 1, false)]
    [InlineData(0, 1, 1, 0, false)]
    [InlineData(0, 1, 1, 61, false)]
    public void IsSound_AroundTheBounds(int absolute, int most, int term, int acceptance, bool isSound) =>
        Assert.Equal(isSound, new ElectionRule { AbsoluteRounds = absolute, MostRounds = most, TermMonths = term, AcceptanceDays = acceptance }.IsSound);

    [Fact]
    public void IsSound_WhenTheUsualWayIsNotAllowed_IsFalse()
    {
        Assert.False(new ElectionRule { Method = ElectionMethod.List }.IsSound);
        Assert.All(Enum.GetValues<ElectionMethod>(), method => Assert.True(new ElectionRule { Method = method, Allowed = (ElectionMethods)(1 << (int)method) }.IsSound));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2027-01-03", RefusalCode.TermDayImpossible)]
    [InlineData("2027-01-04", RefusalCode.TermDayImpossible)]
    [InlineData("2027-01-20", RefusalCode.TermDayImpossible)]
    [InlineData("2027-01-21", RefusalCode.TermOverlaps)]
    [InlineData("2027-03-31", RefusalCode.TermOverlaps)]
    [InlineData("2027-04-01", null)]
    [InlineData("2029-01-21", null)]
    [InlineData("2029-01-22", RefusalCode.TermDayImpossible)]
    public void WhyNotFrom_AroundEachLimit(string? day, RefusalCode? code)
    {
        LocalDate? from = day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var call = new ElectionCall(new CommitteeId("beirat"), 1, ElectionMethod.Joint, Now, Now, false, from);
        Assert.Equal(code, call.WhyNotFrom(VoteDay, Last)?.Code);
        if (code == RefusalCode.TermOverlaps)
        {
            Assert.Null(call.WhyNotFrom(VoteDay, null));
            Assert.Null((call with { IsByElection = true }).WhyNotFrom(VoteDay, Last));
        }
    }

    [Theory]
    [InlineData("2027-02-01", "2027-02-10", "2027-02-10")]
    [InlineData("2027-02-10", "2027-02-10", "2027-02-10")]
    [InlineData("2027-02-11", "2027-02-10", "2027-02-11")]
    public void Finish_BeginsOnTheDayChosen_ButNeverBeforeAnybodyHasAccepted(string today, string chosen, string begins)
    {
        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        var elected = Take(FirstRound(1, "ab", new ElectionRule { AbsoluteRounds = 0 }), Papers("5 4")) with { TermChosen = Day(chosen) };
        var over = Done(elected.AnswerElection(new PersonId("a"), true, Now)).Finish(Day(today));
        Assert.Equal((Day(begins), true, true), (over.TermFrom!.Value, over.IsTermToCome, over.IsRunning));
        Assert.Equal(Day(begins).PlusYears(2).PlusDays(-1), over.TermUntil);
        Assert.False(over.Seated(People("a")).IsRunning);
    }

    [Fact]
    public void Call_ByAWayTheRulesDoNotAllow_IsRefused_AndKeepsRuleAndVersion()
    {
        var network = ExampleSnapshot.Create().Network;
        Outcome<Election> Call(ElectionMethod method) => Election.Call(
            network, new ElectionCall(new CommitteeId("beirat"), 1, method, Now + Duration.FromDays(1), Now + Duration.FromDays(2), false), new ElectionId("e"), new PersonId("katrin"), Now);
        Assert.Equal(RefusalCode.MethodNotAllowed, Refused(Call(ElectionMethod.List)));
        foreach (var method in new[] { ElectionMethod.Joint, ElectionMethod.OneByOne, ElectionMethod.SeatBySeat })
        {
            Assert.Equal((method, 1, ElectionRule.Default), (Done(Call(method)).Method, Done(Call(method)).RulesVersion, Done(Call(method)).Rule));
        }
    }

    [Fact]
    public void SetElections_FromADayOn_HoldsFromThatDayAndCarriesTheRestOver()
    {
        var first = new RulesOfProcedure { EffectiveFrom = new LocalDate(2024, 1, 1), UsualPlace = "Rathaus" };
        var timeline = new RulesTimeline([first]);
        var lists = ElectionRule.Default with { Method = ElectionMethod.List, Allowed = ElectionMethods.List };
        var day = Today.PlusDays(10);
        var set = new RulesTimeline([first, .. Done(timeline.SetElections(lists, day, Today))]);
        Assert.Equal((ElectionRule.Default, lists, "Rathaus", 2), (set.InForce(day.PlusDays(-1)).Elections, set.InForce(day).Elections, set.InForce(day).UsualPlace, set.Latest));
        Assert.Equal((day, (LocalDate?)null), (set.NextElectionChange(Today), set.NextElectionChange(day)));
        Assert.Equal(RefusalCode.RulesUnchanged, Refused(set.SetElections(lists, day, Today)));
        Assert.Equal(RefusalCode.RulesDayPast, Refused(set.SetElections(lists, Today.PlusDays(-1), Today)));

        // A decision set before that day does not undo it, and taking it back does not undo the decision.
        var both = new RulesTimeline([.. set.Versions, .. Done(set.Set(MotionKind.Project, DecisionRule.Default with { Secrecy = SecrecyRule.Always }, Today, Today))]);
        Assert.Equal((lists, SecrecyRule.Always), (both.InForce(day).Elections, both.InForce(day).DecisionOn(MotionKind.Project).Secrecy));
        var back = new RulesTimeline([.. both.Versions, .. Done(both.TakeBackElections(day, Today))]);
        Assert.Equal((ElectionRule.Default, SecrecyRule.Always), (back.InForce(day).Elections, back.InForce(day).DecisionOn(MotionKind.Project).Secrecy));
        Assert.Equal(RefusalCode.RulesUnchanged, Refused(back.TakeBackElections(day, Today)));
    }
}
