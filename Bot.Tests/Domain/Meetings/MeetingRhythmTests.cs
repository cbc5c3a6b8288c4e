using System.Linq;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

public class MeetingRhythmTests
{
    [Theory]
    // Examples of RFC 5545, 3.8.5.3 on whole days, and our committees.
    [InlineData("FREQ=DAILY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12")]
    [InlineData("FREQ=DAILY;UNTIL=19970904", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=DAILY;BYMONTH=1;COUNT=2", "1997-12-30", "1998-01-01 1998-01-02")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-09 1997-09-16")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO;COUNT=2", "2026-11-25", "2026-12-07 2026-12-21")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU", "1997-09-07", "1997-09-07 1997-09-28 1997-11-02 1997-11-30")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28")]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "1997-09-30", "1997-09-30 1997-10-01 1997-10-31 1997-11-01")]
    [InlineData("FREQ=MONTHLY;COUNT=4", "2027-01-31", "2027-01-31 2027-03-31 2027-05-31 2027-07-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1997-09-02", "1998-02-13 1998-03-13 1998-11-13")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29", "1997-09-29 1997-10-30 1997-11-27")]
    [InlineData("FREQ=MONTHLY;BYDAY=5TU;COUNT=3", "2026-11-01", "2026-12-29 2027-03-30 2027-06-29")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=4", "2026-10-01", "2026-10-13 2027-01-12 2027-04-13 2027-07-13")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH;COUNT=3", "2026-12-01", "2026-12-31 2027-02-25 2027-04-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=6,7;COUNT=4", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10 1998-07-10")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17")]
    [InlineData("FREQ=YEARLY;BYDAY=-1SU;COUNT=2", "2026-01-01", "2026-12-27 2027-12-26")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "1997-03-13", "1997-03-13 1997-03-20 1997-03-27 1998-03-05")]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYDAY=2TU;COUNT=2", "2026-01-01", "2026-11-10 2027-11-09")]
    [InlineData("FREQ=YEARLY;COUNT=3", "2028-02-29", "2028-02-29 2032-02-29 2036-02-29")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=1;COUNT=2", "2026-11-15", "2026-12-01 2027-01-01")]
    [InlineData("rrule:freq=weekly;byday=mo;count=1", "2026-11-24", "2026-11-30")]
    public void From_Anchor_GivesTheDaysOfTheRule(string rule, string anchor, string expected)
    {
        var days = Rhythm(rule, anchor).From(Day(anchor)).Select(LocalDatePattern.Iso.Format);

        Assert.Equal(expected.Split(' '), days.Take(20));
    }

    [Theory]
    [InlineData("2027-01-11", "2027-01-12")]
    [InlineData("2027-01-12", "2027-01-12")]
    [InlineData("2027-01-13", "2027-04-13")]
    [InlineData("2000-01-01", "2026-10-13")]
    public void From_ADay_BeginsOnOrAfterIt(string day, string expected)
    {
        Assert.Equal(Day(expected), Rhythm("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "2026-10-01").From(Day(day)).First());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("FREQ=HOURLY", "FREQ=HOURLY")]
    [InlineData("FREQ=MONTHLY;BYHOUR=3", "BYHOUR=3")]
    [InlineData("FREQ=MONTHLY;INTERVAL=0", "INTERVAL=0")]
    [InlineData("FREQ=MONTHLY;INTERVAL=1001", "INTERVAL=1001")]
    [InlineData("FREQ=MONTHLY;INTERVAL=-1", "INTERVAL=-1")]
    [InlineData("FREQ=MONTHLY;FREQ=DAILY", "FREQ=DAILY")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX", "BYDAY=XX")]
    [InlineData("FREQ=MONTHLY;BYDAY=", "BYDAY=")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU", "BYDAY=0TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=+-1TU", "BYDAY=+-1TU")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYMONTH=13", "BYMONTH=13")]
    [InlineData("FREQ=MONTHLY;UNTIL=20261131", "UNTIL=20261131")]
    [InlineData("FREQ=MONTHLY;WKST=SU", "WKST=SU")]
    [InlineData("FREQ=MONTHLY;", "")]
    [InlineData("INTERVAL=2", "INTERVAL=2")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU", "FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=WEEKLY;BYMONTHDAY=3")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20270101", "FREQ=DAILY;COUNT=3;UNTIL=20270101")]
    public void Parse_NotUnderstood_NamesThePart(string rule, string part)
    {
        var refused = Assert.IsType<Outcome<MeetingRhythm>.Refused>(MeetingRhythm.Parse(rule, Day("2026-11-23")));

        Assert.Equal(new Refusal(RefusalCode.RhythmNotUnderstood, part), refused.Why);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-11-23")]
    [InlineData("FREQ=DAILY;UNTIL=20261122", "2026-11-23")]
    [InlineData("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "2026-11-23")]
    [InlineData("FREQ=YEARLY", "9999-12-31")]
    public void Parse_RuleWithoutADay_IsRefused(string rule, string anchor)
    {
        var refused = Assert.IsType<Outcome<MeetingRhythm>.Refused>(MeetingRhythm.Parse(rule, Day(anchor)));

        Assert.Equal(RefusalCode.RhythmNeverFalls, refused.Why.Code);
    }

    [Theory]
    // 18 November 2026 is Buß- und Bettag in Saxony, 25 December 2026 and 1 January 2027 are Fridays.
    [InlineData("FREQ=MONTHLY;BYDAY=3WE", "2026-11-01", GermanLand.Saxony, "2026-11-25")]
    [InlineData("FREQ=MONTHLY;BYDAY=3WE", "2026-11-01", GermanLand.Berlin, "2026-11-18")]
    [InlineData("FREQ=MONTHLY;BYDAY=3WE", "2026-11-19", GermanLand.Saxony, "2026-11-25")]
    [InlineData("FREQ=MONTHLY;BYDAY=3WE", "2026-11-25", GermanLand.Saxony, "2026-11-25")]
    [InlineData("FREQ=MONTHLY;BYDAY=3WE", "2026-11-26", GermanLand.Saxony, "2026-12-16")]
    [InlineData("FREQ=MONTHLY;BYDAY=4FR", "2026-12-01", GermanLand.Saxony, "2027-01-08")]
    [InlineData("FREQ=WEEKLY;BYDAY=WE", "2026-11-12", GermanLand.Saxony, "2026-11-25")]
    [InlineData("FREQ=DAILY", "2026-12-25", GermanLand.Saxony, "2026-12-27")]
    public void ProposedDay_Holiday_MovesToTheSameWeekdayLater(string rule, string notBefore, GermanLand land, string expected)
    {
        var day = Rhythm(rule, "2026-01-01").ProposedDay(Day(notBefore), PublicHolidays.For(land));

        Assert.Equal(Day(expected), day);
    }

    [Fact]
    public void ProposedDay_RhythmEnded_IsNone()
    {
        var rhythm = Rhythm("FREQ=MONTHLY;BYDAY=3WE;UNTIL=20261118", "2026-01-01");

        Assert.Equal(Day("2026-11-25"), rhythm.ProposedDay(Day("2026-11-25"), PublicHolidays.For(GermanLand.Saxony)));
        Assert.Null(rhythm.ProposedDay(Day("2026-11-26"), PublicHolidays.For(GermanLand.Saxony)));
    }

    [Fact]
    public void ProposedDay_AnyDayOfTenYears_IsNoHolidayAndNeverMovesBack()
    {
        var rhythm = Rhythm("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01");
        var holidays = PublicHolidays.For(GermanLand.Saxony);
        var before = Day("2026-01-01");
        foreach (var day in Enumerable.Range(0, 3653).Select(Day("2026-01-01").PlusDays))
        {
            var proposed = Assert.NotNull(rhythm.ProposedDay(day, holidays));
            Assert.True(proposed >= day && proposed >= before && !holidays.Contains(proposed) && proposed.DayOfWeek == IsoDayOfWeek.Friday);
            before = proposed;
        }
    }

    [Fact]
    public void MeetingRhythm_SameRuleAndAnchor_IsEqual()
    {
        Assert.Equal(Rhythm("FREQ=DAILY", "2026-01-01"), Rhythm("FREQ=DAILY", "2026-01-01"));
        Assert.NotEqual(Rhythm("FREQ=DAILY", "2026-01-01"), Rhythm("FREQ=DAILY", "2026-01-02"));
    }

    private static MeetingRhythm Rhythm(string rule, string anchor) =>
        Assert.IsType<Outcome<MeetingRhythm>.Done>(MeetingRhythm.Parse(rule, Day(anchor))).Value;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
