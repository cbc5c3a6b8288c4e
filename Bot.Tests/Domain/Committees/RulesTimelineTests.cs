using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Committees;

public class RulesTimelineTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly RulesOfProcedure First = new() { EffectiveFrom = new LocalDate(2024, 3, 12), Notice = new NoticePeriod(14), BallotDays = 9, UsualPlace = "Rathaus" };

    private static readonly DecisionRule TwoThirds = Rule("yes+no>=2/3;tie=rejected;v1"), ThreeQuarters = Rule("yes+no>=3/4;tie=rejected;v1"), Secret = DecisionRule.Default with { Secrecy = SecrecyRule.Always };

    [Fact]
    public void InForce_AroundTheFirstDay_IsTheNewVersionFromThatDayOn()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(1));

        Assert.Equal((1, 2, 2), (timeline.InForce(Day(0)).Version, timeline.InForce(Day(1)).Version, timeline.InForce(Day(400)).Version));
        Assert.Equal(DecisionRule.Default.Majority, timeline.InForce(Day(0)).DecisionOn(MotionKind.Admission).Majority);
        Assert.Equal(TwoThirds.Majority with { Version = 2 }, timeline.InForce(Day(1)).DecisionOn(MotionKind.Admission).Majority);
        Assert.Equal(0, new RulesTimeline([]).Latest);
        Assert.Equal(MajorityRule.Default, new RulesTimeline([]).InForce(Today).Majority);
    }

    [Fact]
    public void Set_NewVersion_CarriesEverythingElseOver()
    {
        var changed = Start.With(MotionKind.Admission, TwoThirds, Day(1)).InForce(Day(1));

        Assert.Equal(
            First with { Version = 2, EffectiveFrom = Day(1), Decisions = changed.Decisions },
            changed with { ReminderDays = First.ReminderDays });
        Assert.Equal([MotionKind.Admission], changed.Decisions.Keys);
    }

    [Fact]
    public void Set_AsUsual_FollowsTheUsualRuleFromThatDayOn()
    {
        var own = Start.With(MotionKind.Admission, TwoThirds, Day(0));
        var timeline = own.With(MotionKind.Admission, null, Day(5)).With(null, ThreeQuarters, Day(9));

        Assert.Equal(TwoThirds.Majority with { Version = 2 }, timeline.InForce(Day(4)).DecisionOn(MotionKind.Admission).Majority);
        Assert.Equal(MajorityRule.Default with { Version = 3 }, timeline.InForce(Day(5)).DecisionOn(MotionKind.Admission).Majority);
        Assert.Equal(ThreeQuarters.Majority with { Version = 4 }, timeline.InForce(Day(9)).DecisionOn(MotionKind.Admission).Majority);
        Assert.Equal((false, true), (timeline.InForce(Day(4)).IsUsual(MotionKind.Admission), timeline.InForce(Day(5)).IsUsual(MotionKind.Admission)));
    }

    /// <summary>A rule of its own that says the same as the usual one is still its own: it does not follow.</summary>
    [Fact]
    public void Set_AsUsual_IsRefusedOnlyWhereThereIsNoOwnRule()
    {
        Assert.Equal(RefusalCode.RulesUnchanged, Code(Start.Set(MotionKind.Admission, null, Day(5), Today)));
        var own = Start.With(MotionKind.Admission, TwoThirds, Day(0)).With(null, TwoThirds, Day(2));
        Assert.Null(Code(own.Set(MotionKind.Admission, null, Day(2), Today)));
        Assert.Equal(RefusalCode.RulesUnchanged, Code(own.With(MotionKind.Admission, null, Day(2)).Set(MotionKind.Admission, null, Day(3), Today)));
        Assert.Equal(RefusalCode.RulesUnchanged, Code(Start.Set(null, null, Day(5), Today)));
    }

    [Fact]
    public void Set_AsUsual_BeforeAnotherChangeToCome_IsNotUndoneByAVersionThatSaysTheSame()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(0)).With(MotionKind.Project, Secret, Day(20)).With(MotionKind.Admission, ThreeQuarters, Day(30))
            .With(MotionKind.Admission, null, Day(10));

        Assert.True(timeline.InForce(Day(10)).IsUsual(MotionKind.Admission));
        Assert.True(timeline.InForce(Day(20)).IsUsual(MotionKind.Admission));
        Assert.Equal(Secret.Secrecy, timeline.InForce(Day(20)).DecisionOn(MotionKind.Project).Secrecy);
        Assert.Equal(ThreeQuarters.Majority.Fraction, timeline.InForce(Day(30)).DecisionOn(MotionKind.Admission).Majority.Fraction);
    }

    [Theory]
    [InlineData(-1, RefusalCode.RulesDayPast)]
    [InlineData(0, null)]
    [InlineData(3652, null)]
    [InlineData(3654, RefusalCode.RulesDayTooFar)]
    public void Set_Day_IsTodayAtTheEarliestAndNotTooFar(int days, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Start.Set(null, TwoThirds, Day(days), Today)));

    [Fact]
    public void Set_WhatStandsAlready_IsRefused()
    {
        Assert.Equal(RefusalCode.RulesUnchanged, Code(Start.Set(MotionKind.Project, DecisionRule.Default, Day(5), Today)));
        Assert.Equal(RefusalCode.RulesUnchanged, Code(Start.With(null, TwoThirds, Day(5)).Set(MotionKind.Project, TwoThirds, Day(5), Today)));
        Assert.Null(Code(Start.With(null, TwoThirds, Day(5)).Set(MotionKind.Project, TwoThirds, Day(4), Today)));
    }

    /// <summary>A later version for an earlier day: the version to come knows nothing of it, and must not undo it.</summary>
    [Fact]
    public void Set_BeforeAVersionToCome_IsWrittenIntoThatOneToo()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(40)).With(MotionKind.Project, Secret, Day(8));

        Assert.Equal([1, 2, 3, 4], timeline.Versions.Select(rules => rules.Version));
        Assert.Equal((3, 3, 4), (timeline.InForce(Day(8)).Version, timeline.InForce(Day(39)).Version, timeline.InForce(Day(40)).Version));
        Assert.Equal(DecisionRule.Default, RulesTimeline.Effective(timeline.InForce(Day(8)), MotionKind.Admission));
        Assert.Equal(TwoThirds, RulesTimeline.Effective(timeline.InForce(Day(40)), MotionKind.Admission));
        Assert.Equal(Secret, RulesTimeline.Effective(timeline.InForce(Day(40)), MotionKind.Project));
    }

    [Fact]
    public void Set_BeforeAVersionToComeAboutTheSame_LeavesThatOne()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(40)).With(MotionKind.Admission, ThreeQuarters, Day(8));

        Assert.Equal(3, timeline.Latest);
        Assert.Equal(ThreeQuarters, RulesTimeline.Effective(timeline.InForce(Day(39)), MotionKind.Admission));
        Assert.Equal((TwoThirds, 2), (RulesTimeline.Effective(timeline.InForce(Day(40)), MotionKind.Admission), timeline.InForce(Day(40)).Version));
        Assert.Equal(Day(8), timeline.NextChange(MotionKind.Admission, Today));
    }

    [Fact]
    public void Set_TheSameDayAgain_CorrectsAndKeepsBoth()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(40)).With(MotionKind.Admission, ThreeQuarters, Day(40));

        Assert.Equal((3, 3), (timeline.Versions.Count, timeline.InForce(Day(40)).Version));
        Assert.Equal(ThreeQuarters, RulesTimeline.Effective(timeline.InForce(Day(40)), MotionKind.Admission));
        Assert.Equal([3], timeline.After(Today).Select(rules => rules.Version));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(90)]
    public void Set_InsteadOfAChangeToCome_TakesThatOneBack(int day)
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(40));
        timeline = timeline.And(timeline.Set(MotionKind.Admission, ThreeQuarters, Day(day), Today, Day(40)));

        Assert.Equal(DecisionRule.Default, RulesTimeline.Effective(timeline.InForce(Day(day - 1)), MotionKind.Admission));
        Assert.Equal(ThreeQuarters, RulesTimeline.Effective(timeline.InForce(Day(day)), MotionKind.Admission));
        Assert.Equal(ThreeQuarters, RulesTimeline.Effective(timeline.InForce(Day(200)), MotionKind.Admission));
        Assert.Equal(Enumerable.Range(1, timeline.Versions.Count), timeline.Versions.Select(rules => rules.Version));
    }

    [Fact]
    public void TakeBack_AChangeToCome_GoesOnAsBefore()
    {
        var timeline = Start.With(MotionKind.Admission, TwoThirds, Day(40)).With(MotionKind.Project, Secret, Day(60));
        timeline = timeline.And(timeline.TakeBack(MotionKind.Admission, Day(40), Today));

        Assert.Equal(DecisionRule.Default, RulesTimeline.Effective(timeline.InForce(Day(40)), MotionKind.Admission));
        Assert.Equal((DecisionRule.Default, Secret), (RulesTimeline.Effective(timeline.InForce(Day(60)), MotionKind.Admission), RulesTimeline.Effective(timeline.InForce(Day(60)), MotionKind.Project)));
        Assert.Null(timeline.NextChange(MotionKind.Admission, Today));
        Assert.Equal(RefusalCode.RulesUnchanged, Code(timeline.TakeBack(MotionKind.Admission, Day(40), Today)));
        Assert.Equal(RefusalCode.RulesUnchanged, Code(Start.With(null, TwoThirds, Day(0)).TakeBack(null, Day(0), Today)));
    }

    [Fact]
    public void Set_MoreVersionsToComeThanAreKept_IsRefused()
    {
        var timeline = Enumerable.Range(1, RulesTimeline.MostComing).Aggregate(Start, (timeline, day) => timeline.With(null, day % 2 == 1 ? TwoThirds : ThreeQuarters, Day(day)));

        Assert.Equal(RefusalCode.TooManyRulesToCome, Code(timeline.Set(null, Secret, Day(400), Today)));
        Assert.Null(Code(timeline.Set(null, Secret, Day(RulesTimeline.MostComing), Today)));
    }

    /// <summary>Whatever was set before and after: from its day until the next change of the same kind the rule is the one that was set, and no other kind's rule moved.</summary>
    [Fact]
    public void Set_AnyOrderOfDays_LosesNoChange() => Prop.ForAll(
        Gen.Choose(0, 30).SelectMany(day => Gen.Elements(MotionKind.Admission, MotionKind.Project, MotionKind.General), (day, kind) => (day, kind)).SelectMany(
            pair => Gen.Elements(TwoThirds, ThreeQuarters, Secret), (pair, rule) => (pair.day, pair.kind, rule)).ListOf().Where(steps => steps.Count < 12).ToArbitrary(),
        steps =>
        {
            var (timeline, model) = (Start, new Dictionary<(MotionKind, int), DecisionRule>());
            foreach (var (day, kind, rule) in steps)
            {
                if (timeline.Set(kind, rule, Day(day), Today) is Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var set))
                {
                    timeline = new RulesTimeline([.. timeline.Versions, .. set]);
                    Write(model, kind, day, rule);
                }
            }

            return Enumerable.Range(0, 40).All(day => model.Keys.Select(key => key.Item1).Distinct().All(kind => RulesTimeline.Effective(timeline.InForce(Day(day)), kind) == Standing(model, kind, day)))
                && timeline.Versions.Select(rules => rules.Version).SequenceEqual(Enumerable.Range(1, timeline.Latest));
        }).QuickCheckThrowOnFailure();

    /// <summary>The reference: from a day on, until the rule of that kind changes by itself.</summary>
    private static void Write(Dictionary<(MotionKind, int), DecisionRule> model, MotionKind kind, int from, DecisionRule rule)
    {
        var before = Enumerable.Range(0, 40).Select(day => Standing(model, kind, day)).ToList();
        for (var day = from; day < 40 && before[day] == before[from]; day++)
        {
            model[(kind, day)] = rule;
        }
    }

    private static DecisionRule Standing(Dictionary<(MotionKind, int), DecisionRule> model, MotionKind kind, int day) => model.GetValueOrDefault((kind, day)) ?? DecisionRule.Default;

    private static RulesTimeline Start => new([First]);

    private static LocalDate Day(int days) => Today.PlusDays(days);

    private static DecisionRule Rule(string code) => DecisionRule.Default with { Majority = MajorityRule.Parse(code) };

    private static RefusalCode? Code(Outcome<IReadOnlyList<RulesOfProcedure>> outcome) => (outcome as Outcome<IReadOnlyList<RulesOfProcedure>>.Refused)?.Why.Code;
}

/// <summary>Timelines step by step.</summary>
internal static class RulesTimelineSteps
{
    /// <summary>The timeline with what was set.</summary>
    public static RulesTimeline And(this RulesTimeline timeline, Outcome<IReadOnlyList<RulesOfProcedure>> outcome) =>
        new([.. timeline.Versions, .. Assert.IsType<Outcome<IReadOnlyList<RulesOfProcedure>>.Done>(outcome).Value]);

    /// <summary>Sets a rule on 23 November 2026.</summary>
    public static RulesTimeline With(this RulesTimeline timeline, MotionKind? kind, DecisionRule? rule, LocalDate day) =>
        timeline.And(timeline.Set(kind, rule, day, new LocalDate(2026, 11, 23)));
}
