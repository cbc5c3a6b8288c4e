using System;
using System.Linq;
using Bot.Domain.Meetings;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

public class NoticePeriodTests
{
    [Theory]
    [InlineData(14, NoticeCounting.BetweenDays, "2026-04-15", "2026-03-31")]
    [InlineData(14, NoticeCounting.FromSending, "2026-04-15", "2026-04-01")]
    [InlineData(14, NoticeCounting.FromDayAfter, "2026-04-15", "2026-04-01")]
    [InlineData(1, NoticeCounting.BetweenDays, "2027-01-01", "2026-12-30")]
    [InlineData(1, NoticeCounting.FromSending, "2027-01-01", "2026-12-31")]
    [InlineData(21, NoticeCounting.BetweenDays, "2026-05-26", "2026-05-04")]
    [InlineData(28, NoticeCounting.BetweenDays, "2028-03-15", "2028-02-15")]
    [InlineData(90, NoticeCounting.BetweenDays, "2026-04-15", "2026-01-14")]
    public void LatestInvitationDay_Period_EndsBeforeTheMeeting(int days, NoticeCounting counting, string meeting, string expected)
    {
        Assert.Equal(Day(expected), new NoticePeriod(days, counting).LatestInvitationDay(Day(meeting)));
    }

    [Fact]
    public void LatestInvitationDay_FourteenDaysBefore15April_Is31March()
    {
        Assert.Equal(Day("2026-03-31"), new NoticePeriod(14).LatestInvitationDay(Day("2026-04-15")));
    }

    [Fact]
    public void LatestInvitationDay_BetweenDays_LeavesThatManyFullDaysBetween()
    {
        foreach (var days in Enumerable.Range(1, 90))
        {
            var meeting = Day("2026-04-15");
            var sending = new NoticePeriod(days).LatestInvitationDay(meeting);
            Assert.Equal(days, Period.DaysBetween(sending.PlusDays(1), meeting));
        }
    }

    [Theory]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    [InlineData("2026-04-16", false)]
    public void IsKept_AroundTheLastDay_HoldsUntilThen(string sending, bool expected)
    {
        Assert.Equal(expected, new NoticePeriod(14).IsKept(Day(sending), Day("2026-04-15")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public void NoticePeriod_OutOfBounds_Throws(int days)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoticePeriod(days));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-04-01", "2026-Q2", "2026-04-01", "2026-06-30")]
    [InlineData("2026-09-30", "2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026-12-31", "2026-Q4", "2026-10-01", "2026-12-31")]
    public void Quarter_OfADay_HasItsFirstAndLastDay(string day, string name, string first, string last)
    {
        var quarter = Quarter.Of(Day(day));

        Assert.Equal((name, Day(first), Day(last)), (quarter.ToString(), quarter.FirstDay, quarter.LastDay));
        Assert.True(quarter.Contains(Day(day)));
        Assert.False(quarter.Contains(quarter.LastDay.PlusDays(1)));
        Assert.False(quarter.Contains(quarter.FirstDay.PlusDays(-1)));
    }

    [Fact]
    public void Next_LastQuarter_IsTheFirstOfTheNextYear()
    {
        Assert.Equal(new Quarter(2027, 1), new Quarter(2026, 4).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(2026, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(2026, 5));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
