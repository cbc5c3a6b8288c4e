using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

public class QuarterWatchTests
{
    private static readonly PublicHolidays Saxony = PublicHolidays.For(GermanLand.Saxony);

    [Theory]
    [InlineData("2026-11-04", null)]
    [InlineData("2026-11-05", 8)]
    [InlineData("2026-11-18", 8)]
    [InlineData("2026-11-19", 6)]
    [InlineData("2026-12-02", 6)]
    [InlineData("2026-12-03", 4)]
    [InlineData("2026-12-16", 4)]
    [InlineData("2026-12-17", null)]
    [InlineData("2027-01-01", null)]
    [InlineData("2027-02-02", null)]
    [InlineData("2027-02-03", 8)]
    [InlineData("2028-02-05", 8)]
    [InlineData("2028-02-29", 6)]
    [InlineData("2028-03-03", 4)]
    public void Due_OnADay_IsTheLatestStageWhileAnInvitationIsStillInTime(string day, int? weeks) =>
        Assert.Equal(weeks, QuarterWatch.Due(Committee(), Day(day), Saxony, [])?.Weeks);

    [Fact]
    public void Due_TheLastDayIsNoHolidayAndNoSunday_AndTheSendingDayFollowsTheNoticePeriod()
    {
        // 31 December 2028 is a Sunday.
        var watch = QuarterWatch.Due(Committee(), new LocalDate(2028, 11, 5), Saxony, [])!;
        Assert.Equal((new LocalDate(2028, 12, 30), new LocalDate(2028, 12, 15)), (watch.LastMeetingDay, watch.LastSendingDay));
        var easter = QuarterWatch.Due(Committee(), new LocalDate(2032, 2, 10), Saxony, [])!;
        Assert.Equal(new LocalDate(2032, 3, 31), easter.LastMeetingDay);
    }

    [Theory]
    [InlineData("2026-10-01", MeetingState.Closed, true)]
    [InlineData("2026-12-31", MeetingState.Invited, true)]
    [InlineData("2026-12-31", MeetingState.Cancelled, false)]
    [InlineData("2026-09-30", MeetingState.Closed, false)]
    [InlineData("2027-01-01", MeetingState.Invited, false)]
    public void Due_AMeetingOfTheQuarter_SilencesIt(string day, MeetingState state, bool isSilent) =>
        Assert.Equal(isSilent, QuarterWatch.Due(Committee(), new LocalDate(2026, 11, 5), Saxony, [PlanningScene.Meeting("beirat", Day(day), state)]) is null);

    [Fact]
    public void Due_MeetingOfAnotherCommittee_DoesNotSilenceIt() =>
        Assert.NotNull(QuarterWatch.Due(Committee(), new LocalDate(2026, 11, 5), Saxony, [PlanningScene.Meeting("ika", new LocalDate(2026, 12, 1))]));

    [Fact]
    public void Due_SoftOrNoRhythm_IsNull()
    {
        Assert.Null(QuarterWatch.Due(Committee(isSoft: true), new LocalDate(2026, 11, 5), Saxony, []));
        Assert.Null(QuarterWatch.Due(Committee(rule: null), new LocalDate(2026, 11, 5), Saxony, []));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", "2026-11-05", false)]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", "2027-02-03", true)]
    [InlineData("FREQ=MONTHLY;INTERVAL=6;BYDAY=2TU", "2027-02-03", true)]
    public void Due_RhythmNamesNoDayInTheQuarter_IsNull(string rule, string day, bool isDue) =>
        Assert.Equal(isDue, QuarterWatch.Due(Committee(rule: rule), Day(day), Saxony, []) is not null);

    [Fact]
    public void NextAfter_OverEightYears_NamesThreeDaysAQuarterAndNeverTheSameTwice()
    {
        var days = new List<LocalDate>();
        for (var day = new LocalDate(2026, 1, 1); day < new LocalDate(2034, 1, 1); day = QuarterWatch.NextAfter(day))
        {
            days.Add(day);
        }

        Assert.Equal(8 * 4 * 3, days.Count - 1);
        Assert.All(days.Skip(1), day => Assert.Contains(QuarterWatch.Stages, weeks => QuarterWatch.DayOf(Quarter.Of(day), weeks) == day));
    }

    [Theory]
    [InlineData(NoticeCounting.BetweenDays, "2027-05-04", "2027-05-11")]
    [InlineData(NoticeCounting.FromReceipt, "2027-05-03", "2027-05-12")]
    [InlineData(NoticeCounting.FromSending, "2027-05-05", "2027-05-10")]
    [InlineData(NoticeCounting.FromDayAfter, "2027-05-05", "2027-05-10")]
    public void NoticePeriod_EachCounting_HasALastAndAFirstDayThatFitTogether(NoticeCounting counting, string lastFor26May, string firstFor20April)
    {
        var notice = new NoticePeriod(21, counting);
        Assert.Equal(Day(lastFor26May), notice.LatestInvitationDay(new LocalDate(2027, 5, 26)));
        Assert.Equal(Day(firstFor20April), notice.EarliestMeetingDay(new LocalDate(2027, 4, 19)));
        Assert.Equal(new LocalDate(2027, 4, 19), notice.LatestInvitationDay(notice.EarliestMeetingDay(new LocalDate(2027, 4, 19))));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Committee Committee(string? rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", bool isSoft = false) => PlanningScene.Committee("beirat", new RulesOfProcedure
    {
        EffectiveFrom = new LocalDate(2024, 3, 12),
        Rhythm = rule is null ? null : ((Outcome<MeetingRhythm>.Done)MeetingRhythm.Parse(rule, new LocalDate(2024, 3, 12))).Value,
        RhythmIsSoft = isSoft,
        Notice = new NoticePeriod(14),
    });
}
