using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Whether enough are present in the course of a meeting.</summary>
public class QuorumCourseTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly MajorityRule Half = MajorityRule.Default with { Quorum = new Fraction(1, 2) };

    private static readonly Instant Opened = Instant.FromUtc(2027, 1, 12, 17, 0);

    [Fact]
    public void Of_ComingsAndGoings_TurnsOnlyWhereItChanges()
    {
        var course = Course(Half, 60, (-10, null), (-10, null), (-10, 20), (0, null), (30, null), (40, null));
        Assert.Equal([(0, true), (20, false), (30, true)], course.Turns.Select(turn => ((int)(turn.At - Opened).TotalMinutes, turn.Holds)));
        Assert.False(course.IsMissing);
        Assert.Null(course.LostAt);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)] // who leaves at twenty is not there at twenty
    public void LostAt_AroundTheMoment_IsFromItOn(int until, bool isLost)
    {
        var course = Course(Half, until, (0, null), (0, null), (0, null), (0, 20));
        Assert.Equal((isLost, isLost), (course.IsMissing, course.LostAt == Opened + Duration.FromMinutes(20)));
    }

    [Fact]
    public void Of_NeverEnough_IsMissingButNotLost()
    {
        var course = Course(Half, 60, (0, null), (0, 20));
        Assert.True(course.IsMissing);
        Assert.Null(course.LostAt);
    }

    [Fact]
    public void Of_LostBeforeTheOpening_IsMissingButNotLost()
    {
        var course = Course(Half, 60, (-30, null), (-30, null), (-30, null), (-30, -5));
        Assert.Equal((true, null), (course.IsMissing, course.LostAt));
    }

    [Fact]
    public void Of_NoQuorumOrNobodyNoted_SaysNothing()
    {
        Assert.Empty(Course(MajorityRule.Default, 60, (0, null)).Turns);
        Assert.Empty(Course(Half, 60).Turns);
        Assert.False(Course(Half, 60).IsMissing);
    }

    private static QuorumCourse Course(MajorityRule rule, int until, params (int From, int? Until)[] stays)
    {
        var electorate = Network.Electorate(Network.GeneralAssembly!);
        var lines = stays.Select((stay, index) => new AttendanceLine(
            electorate[index].Voter,
            [new Stay(null, new PersonId("katrin"), Opened + Duration.FromMinutes(stay.From), stay.Until is { } end ? Opened + Duration.FromMinutes(end) : null)]));
        return QuorumCourse.Of(rule, electorate, new Attendance([.. lines]), Opened, Opened + Duration.FromMinutes(until));
    }
}
