using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Sessions.SessionScene;

namespace Bot.Tests.Domain.Sessions;

/// <summary>A meeting is closed by the clock, also over midnight and when the clocks change.</summary>
public class SessionClockTests
{
    [Theory]
    [InlineData(2027, 1, 14, "2027-01-14T23:00:00Z")]
    [InlineData(2027, 3, 28, "2027-03-28T22:00:00Z")] // the clocks go forward in the night before
    [InlineData(2027, 3, 27, "2027-03-27T23:00:00Z")]
    [InlineData(2027, 10, 31, "2027-10-31T23:00:00Z")] // and back
    public void ClosesAt_EndOfItsDay_InLocalTime(int year, int month, int day, string expected)
    {
        var scene = new SessionScene(day: new LocalDate(year, month, day)).Opened();
        var closes = NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value;
        Assert.Equal(closes, scene.Meeting.ClosesAt(Berlin));
        Assert.Equal(MeetingState.InSession, scene.Meeting.StateAt(Berlin, closes - Duration.Epsilon));
        Assert.Equal(MeetingState.Closed, scene.Meeting.StateAt(Berlin, closes));
        Assert.Null(scene.Meeting.ClosedSince(Berlin, closes - Duration.Epsilon));
        Assert.Equal(closes, scene.Meeting.ClosedSince(Berlin, closes + Duration.FromDays(3)));
        Assert.Null(scene.Session.CloseByClock(closes - Duration.Epsilon));
        var late = scene.Session.CloseByClock(closes + Duration.FromDays(3))!;
        Assert.Equal((closes, true, Ada, MeetingState.Closed), (late.Entry.At, late.Entry.ByClock, late.Entry.By, late.Meeting!.State));
        scene.Take(late);
        Assert.Null(scene.Session.CloseByClock(closes + Duration.FromDays(3)));
    }

    [Fact]
    public void ClosesAt_OfAMeetingThatEndsAfterMidnight_IsTheEndOfTheNextDay()
    {
        var scene = new SessionScene(start: new LocalTime(22, 0), end: new LocalTime(1, 0)).Opened();
        Assert.Equal(Instant.FromUtc(2027, 1, 15, 23, 0), scene.Meeting.ClosesAt(Berlin));
        scene.Now = Instant.FromUtc(2027, 1, 14, 23, 30);
        scene.Take(scene.Session.Note("nach Mitternacht", scene.Act()));
    }

    [Fact]
    public void TimeUsed_InTheNightTheClocksChange_IsWhatHasPassed()
    {
        var scene = new SessionScene(day: new LocalDate(2027, 3, 28), start: new LocalTime(1, 30)).Opened();
        scene.Take(scene.Session.CallUp(null, scene.Act()));
        scene.Now = Berlin.AtStrictly(new LocalDateTime(2027, 3, 28, 3, 30)).ToInstant();
        Assert.Equal(Duration.FromMinutes(60), scene.Session.Record.TimeUsed(1, scene.Now));
    }
}
