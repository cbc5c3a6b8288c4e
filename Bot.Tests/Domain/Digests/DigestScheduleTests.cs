using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Digests;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Digests;

public class DigestScheduleTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData(2026, 11, 30, 7, 59, null)]
    [InlineData(2026, 11, 30, 8, 0, "2026-W49")]
    [InlineData(2026, 12, 3, 8, 0, "2026-W49")]
    [InlineData(2026, 12, 3, 8, 1, null)]
    public void DueAt_AroundTheMomentAndThreeDaysLater_IsSaidInBetween(int year, int month, int day, int hour, int minute, string? week) =>
        Assert.Equal(week, DigestSchedule.Default.DueAt(At(year, month, day, hour, minute), Berlin) is { } due ? DigestSchedule.WeekOf(due, Berlin) : null);

    [Fact]
    public void NextAfter_OverTwoYears_IsEightOclockOnEveryMondayOnce()
    {
        var moments = new List<Instant> { At(2026, 11, 23, 8, 0) };
        while (moments[^1] < At(2028, 11, 20, 0, 0))
        {
            moments.Add(DigestSchedule.Default.NextAfter(moments[^1], Berlin));
        }

        Assert.All(moments, moment => Assert.Equal((IsoDayOfWeek.Monday, new LocalTime(8, 0)), (moment.InZone(Berlin).DayOfWeek, moment.InZone(Berlin).TimeOfDay)));
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.Equal(7, Period.DaysBetween(pair.First.InZone(Berlin).Date, pair.Second.InZone(Berlin).Date)));
        Assert.Equal(moments.Count, moments.Select(moment => DigestSchedule.WeekOf(moment, Berlin)).Distinct().Count());
    }

    [Theory]
    [InlineData(2027, 3, 28)]
    [InlineData(2027, 10, 31)]
    public void NextAfter_InTheNightTheClocksChange_ComesOnceAndNeverGoesBack(int year, int month, int day)
    {
        // 2:30 is skipped in spring and comes twice in autumn.
        var schedule = new DigestSchedule(IsoDayOfWeek.Sunday, new LocalTime(2, 30));
        var due = schedule.NextAfter(At(year, month, day, 0, 0), Berlin);
        Assert.Equal(new LocalDate(year, month, day), due.InZone(Berlin).Date);
        Assert.Equal(due, schedule.LatestAt(due, Berlin));
        Assert.True(schedule.LatestAt(due - Duration.FromSeconds(1), Berlin) < due);
        Assert.Equal(new LocalDate(year, month, day).PlusWeeks(1), schedule.NextAfter(due, Berlin).InZone(Berlin).Date);
    }

    [Fact]
    public void WeekOf_AroundNewYear_GoesByTheIsoWeek()
    {
        Assert.Equal("2026-W53", DigestSchedule.WeekOf(At(2027, 1, 3, 8, 0), Berlin));
        Assert.Equal("2027-W01", DigestSchedule.WeekOf(At(2027, 1, 4, 8, 0), Berlin));
    }

    [Fact]
    public void Chosen_ManyOfEachKind_TakesOneOfEachBeforeASecond()
    {
        static DigestPoint Task(int number) => new DigestPoint.OwnTask("t" + number, new LocalDate(2027, 1, number));
        static DigestPoint Ballot(int number) => new DigestPoint.OpenBallot("b" + number, Instant.FromUnixTimeSeconds(number));
        var chosen = DigestPoint.Chosen([Ballot(1), Ballot(2), Ballot(3)], [Task(1), Task(2), Task(3), Task(4)], []);
        Assert.Equal([Ballot(1), Ballot(2), Ballot(3), Task(1), Task(2)], chosen);
        Assert.Equal([Task(1), Task(2), Task(3), Task(4)], DigestPoint.Chosen([], [Task(1), Task(2), Task(3), Task(4)]));
        Assert.Empty(DigestPoint.Chosen([], []));
    }

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(Berlin).ToInstant();
}
