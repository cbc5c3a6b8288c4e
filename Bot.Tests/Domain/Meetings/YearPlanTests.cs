using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

public class YearPlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Of_ARhythm_ProposesItsDaysByTheUsualTime()
    {
        var plan = Plan([PlanningScene.Committee("a", PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"))]);
        Assert.Equal([new(2027, 1, 12), new(2027, 4, 13), new(2027, 7, 13), new LocalDate(2027, 10, 12)], plan.Entries.Select(entry => entry.Slot.Day));
        Assert.All(plan.Entries, entry => Assert.Equal((new LocalTime(18, 0), null), (entry.Slot.Start, entry.Called)));
    }

    [Fact]
    public void Of_DayIsAHoliday_MovesAWeekAndSaysWhatItStandsFor()
    {
        // Buß- und Bettag, 17 November 2027.
        var plan = Plan([PlanningScene.Committee("a", PlanningScene.Rules("FREQ=YEARLY;BYMONTH=11;BYDAY=3WE"))]);
        var entry = Assert.Single(plan.Entries);
        Assert.Equal((new LocalDate(2027, 11, 24), new LocalDate(2027, 11, 17)), (entry.Slot.Day, entry.InsteadOf));
    }

    [Fact]
    public void Of_ACalledMeeting_StandsForTheNearestDay()
    {
        var committee = PlanningScene.Committee("a", PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"));
        var plan = Plan([committee], PlanningScene.Meeting("a", new LocalDate(2027, 4, 20)));
        Assert.Equal([new(2027, 1, 12), new(2027, 4, 20), new(2027, 7, 13), new LocalDate(2027, 10, 12)], plan.Entries.Select(entry => entry.Slot.Day));
        Assert.Equal([false, true, false, false], plan.Entries.Select(entry => entry.Called is not null));
    }

    [Fact]
    public void Of_ACancelledMeeting_LeavesTheDayProposed()
    {
        var plan = Plan([PlanningScene.Committee("a", PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"))], PlanningScene.Meeting("a", new LocalDate(2027, 4, 20), MeetingState.Cancelled));
        Assert.Equal([new(2027, 1, 12), new(2027, 4, 13), new(2027, 7, 13), new LocalDate(2027, 10, 12)], plan.Entries.Select(entry => entry.Slot.Day));
        Assert.All(plan.Entries, entry => Assert.Null(entry.Called));
    }

    [Fact]
    public void Of_AnUrgentMeeting_StandsForNoDay()
    {
        var urgent = PlanningScene.Meeting("a", new LocalDate(2027, 4, 6)) with { Kind = MeetingKind.Urgent };
        Assert.Equal(5, Plan([PlanningScene.Committee("a", PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"))], urgent).Entries.Count);
    }

    [Theory]
    [InlineData("2027-01-04", 4)]
    [InlineData("2027-01-05", 3)]
    public void Of_TooLateForAnInvitation_IsNotProposed(string today, int proposals)
    {
        var network = PlanningScene.Network([PlanningScene.Committee("a", PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"))]);
        Assert.Equal(proposals, YearPlan.Of(network, network.Committees, 2027, [], NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value).Entries.Count);
    }

    [Fact]
    public void Of_RulesThatChangeInTheYear_GoesByTheVersionOfEachDay()
    {
        var before = PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU");
        var after = PlanningScene.Rules("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", hour: 17, from: new LocalDate(2027, 6, 1), version: 2);
        var committee = PlanningScene.Committee("a", before) with { Timeline = new RulesTimeline([before, after]) };
        var plan = Plan([committee]);
        Assert.Equal(
            [(new LocalDate(2027, 1, 12), 18), (new(2027, 4, 13), 18), (new(2027, 6, 7), 17), (new(2027, 8, 2), 17), (new(2027, 10, 4), 17), (new LocalDate(2027, 12, 6), 17)],
            plan.Entries.Select(entry => (entry.Slot.Day, entry.Slot.Start.Hour)));
    }

    [Theory]
    [InlineData(18, 0, 20, 0, 20, 0, true)]
    [InlineData(16, 0, 17, 0, 21, 0, true)]
    [InlineData(15, 59, 16, 0, 18, 0, false)]
    [InlineData(15, 59, 18, 1, 18, 0, true)]
    [InlineData(9, 0, null, 0, 10, 59, true)]
    [InlineData(9, 0, null, 0, 11, 0, false)]
    public void Meets_OnADay_IsTheSameEveningOrAnOverlap(int hour, int minute, int? endHour, int endMinute, int otherHour, int otherMinute, bool meets)
    {
        var day = new LocalDate(2027, 1, 12);
        var one = new MeetingSlot(new CommitteeId("a"), day, new LocalTime(hour, minute), endHour is { } end ? new LocalTime(end, endMinute) : null);
        var other = new MeetingSlot(new CommitteeId("b"), day, new LocalTime(otherHour, otherMinute), null);
        Assert.Equal((meets, meets), (one.Meets(other), other.Meets(one)));
    }

    [Fact]
    public void Meets_OverMidnightAndTheSameCommittee_AreSeenRightly()
    {
        var late = new MeetingSlot(new CommitteeId("a"), new LocalDate(2027, 1, 12), new LocalTime(23, 0), new LocalTime(1, 0));
        var early = new MeetingSlot(new CommitteeId("b"), new LocalDate(2027, 1, 13), new LocalTime(0, 30), null);
        Assert.True(late.Meets(early));
        Assert.False(late.Meets(early with { Committee = new CommitteeId("a") }));
        Assert.False(late.Meets(early with { Start = new LocalTime(1, 0) }));
    }

    [Fact]
    public void ClashesOf_CommitteesThatShareSome_NameExactlyThose()
    {
        var rules = PlanningScene.Rules("FREQ=YEARLY;BYMONTH=1;BYDAY=2TU");
        var network = PlanningScene.Network(
            [PlanningScene.Committee("a", rules), PlanningScene.Committee("b", rules), PlanningScene.Committee("c", rules)],
            ("a", ["x", "y", "z"]), ("b", ["y", "z"]), ("c", ["w"]));
        var plan = YearPlan.Of(network, network.Committees, 2027, [], Today);
        var clash = Assert.Single(plan.ClashesOf(network, plan.Entries[0]));
        Assert.Equal(("b", "y,z"), (clash.Other.Committee.Value, string.Join(',', clash.Persons)));
        Assert.Empty(plan.ClashesOf(network, plan.Entries[2]));
    }

    [Fact]
    public void Of_AnyRhythmAndMeetings_NeverProposesAHolidayNorADayTwiceNorATakenOne()
    {
        string[] rules = ["FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYDAY=3WE", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=29"];
        var cases = from rule in Gen.Elements(rules)
                    from year in Gen.Choose(2027, 2030)
                    from days in Gen.ListOf(Gen.Choose(1, 365))
                    select (rule, year, days);
        Prop.ForAll(Arb.From(cases), one =>
        {
            var network = PlanningScene.Network([PlanningScene.Committee("a", PlanningScene.Rules(one.rule))]);
            var called = one.days.Distinct().Select(day => PlanningScene.Meeting("a", new LocalDate(one.year, 1, 1).PlusDays(day - 1))).ToList();
            var plan = YearPlan.Of(network, network.Committees, one.year, called, Today);
            var holidays = Bot.Domain.Dates.PublicHolidays.For(network.Land);
            return plan.Entries.Select(entry => entry.Slot.Day).Distinct().Count() == plan.Entries.Count
                && plan.Entries.Where(entry => entry.Called is null).All(entry => !holidays.Contains(entry.Slot.Day) && entry.Slot.Day.Year == one.year)
                && plan.Entries.Count(entry => entry.Called is not null) == called.Count
                && plan.Entries.Zip(plan.Entries.Skip(1)).All(pair => pair.First.Slot.Day <= pair.Second.Slot.Day);
        }).QuickCheckThrowOnFailure();
    }

    private static YearPlan Plan(IReadOnlyList<Committee> committees, params Meeting[] meetings)
    {
        var network = PlanningScene.Network(committees);
        return YearPlan.Of(network, committees, 2027, meetings, Today);
    }
}
