using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Who is present when.</summary>
public class AttendanceTests
{
    private static readonly Instant Six = Instant.FromUtc(2027, 1, 14, 17, 0);
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Katrin = new("katrin");
    private static readonly AttendanceLine Bridge = AttendanceLine.Empty(new VoterId("bridge"));

    [Fact]
    public void Arrive_Leave_Arrive_IsPresentInBetweenOnly()
    {
        var later = Six + Duration.FromMinutes(30);
        var back = Six + Duration.FromMinutes(45);
        var line = Bridge.Arrive(Ada, Ada, Six).Leave(Ada, later).Arrive(Ada, Ada, back);
        Assert.False(line.IsPresentAt(Six - Duration.Epsilon));
        Assert.True(line.IsPresentAt(Six));
        Assert.True(line.IsPresentAt(later - Duration.Epsilon));
        Assert.False(line.IsPresentAt(later));
        Assert.False(line.IsPresentAt(back - Duration.Epsilon));
        Assert.True(line.IsPresentAt(back));
        Assert.Equal(back, line.PresentSince(back));
        Assert.Null(line.PresentSince(later));
    }

    [Fact]
    public void Leave_OneOfTwo_TheOrganizationStays()
    {
        var later = Six + Duration.FromMinutes(1);
        var line = Bridge.Arrive(Ada, Ada, Six).Arrive(Ben, Ben, Six);
        Assert.Equal([Ada, Ben], line.PeopleAt(Six));
        line = line.Leave(Ada, later);
        Assert.True(line.IsPresentAt(later));
        Assert.Equal([Ben], line.PeopleAt(later));
        Assert.False(line.Leave(Ben, later).IsPresentAt(later));
        Assert.False(Bridge.Arrive(Ada, Ada, Six).Arrive(Ben, Ben, Six).Leave(null, later).IsPresentAt(later));
    }

    [Fact]
    public void Arrive_Twice_ChangesNothing()
    {
        var line = Bridge.Arrive(Ada, Ada, Six);
        Assert.Same(line, line.Arrive(Ada, Katrin, Six + Duration.FromMinutes(1)));
        Assert.Same(line, line.Arrive(null, Katrin, Six + Duration.FromMinutes(1)));
        Assert.Same(line, line.Leave(Ben, Six));
        Assert.Same(Bridge, Bridge.Leave(Ada, Six));
        Assert.False(Bridge.Arrive(null, Katrin, Six).Leave(Ada, Six + Duration.FromMinutes(1)).IsPresentAt(Six + Duration.FromMinutes(1)));
    }

    [Fact]
    public void Arrive_MoreOftenThanIsKept_ProlongsTheLast()
    {
        var line = Bridge;
        for (var minute = 0; minute <= AttendanceLine.MostStays + 3; minute++)
        {
            var now = Six + Duration.FromMinutes(minute);
            line = line.Arrive(Ada, Ada, now);
            Assert.True(line.IsPresentAt(now));
            Assert.InRange(line.Stays.Count, 1, AttendanceLine.MostStays);
            line = line.Leave(Ada, now + Duration.FromSeconds(30));
            Assert.False(line.IsPresentAt(now + Duration.FromSeconds(30)));
        }
    }

    [Theory]
    [InlineData(0, 5, false)]
    [InlineData(2, 5, false)] // 2 of 5 is less than a half
    [InlineData(3, 5, true)]
    [InlineData(2, 4, true)] // exactly a half is enough
    [InlineData(1, 4, false)]
    public void HoldsQuorum_AroundAHalf_IsExact(int present, int entitled, bool holds)
    {
        Assert.Equal(holds, new AttendanceCount(present, entitled).HoldsQuorum(MajorityRule.Default with { Quorum = new Fraction(1, 2) }));
        Assert.Null(new AttendanceCount(present, entitled).HoldsQuorum(MajorityRule.Default));
    }

    [Fact]
    public void CountAt_SomebodyWithoutAVote_IsNotCounted()
    {
        var attendance = new Attendance([Bridge.Arrive(Ada, Ada, Six), AttendanceLine.Empty(new VoterId("gone")).Arrive(Ben, Ben, Six)]);
        RollEntry[] electorate = [RollEntry.Open(new VoterId("bridge"), [Ada], EntitlementReason.MemberOrganization), RollEntry.Open(new VoterId("other"), [Ben], EntitlementReason.MemberOrganization)];
        Assert.Equal(new AttendanceCount(1, 2), attendance.CountAt(electorate, Six));
        Assert.Equal(new AttendanceCount(0, 2), attendance.CountAt(electorate, Six - Duration.Epsilon));
        Assert.Equal(["bridge", "gone"], attendance.PresentAt(Six).Select(voter => voter.Value).Order());
    }

    [Theory]
    [InlineData(2027, 1, 14, 15, 59, 59, false)]
    [InlineData(2027, 1, 14, 16, 0, 0, true)] // an hour before
    [InlineData(2027, 1, 14, 23, 59, 59, true)]
    [InlineData(2027, 1, 15, 0, 0, 0, false)]
    public void TakesAttendanceAt_AroundTheMeeting_IsFromAnHourBeforeUntilMidnight(int year, int month, int day, int hour, int minute, int second, bool takes)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var meeting = new Meeting
        {
            Id = new MeetingId("m"), Committee = new CommitteeId("c"), Day = new LocalDate(2027, 1, 14), Start = new LocalTime(17, 0), RulesVersion = 1, CalledBy = Katrin, CalledAt = default,
        };
        var now = zone.AtStrictly(new LocalDateTime(year, month, day, hour, minute, second)).ToInstant();
        Assert.Equal(takes, meeting.TakesAttendanceAt(zone, now));
        Assert.False((meeting with { State = MeetingState.Cancelled }).TakesAttendanceAt(zone, now));
    }
}
