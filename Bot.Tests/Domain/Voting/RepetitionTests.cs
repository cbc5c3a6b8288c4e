using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

public class RepetitionTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly PersonId Ada = new("ada"), Ben = new("ben");

    private static readonly CommitteeId Board = new("board");

    private static readonly Instant Decided = Instant.FromUtc(2027, 1, 14, 16, 0);

    private static readonly BallotRepeat Repeat = new(new BallotId("new"), Ada, Decided);

    private static readonly Ballot Old = new(new BallotId("old"), Decided - Duration.FromHours(1), Decided - Duration.FromMinutes(40), MajorityRule.Default, null) { Chair = Ben };

    [Theory]
    [InlineData(BallotMode.OverDays, BallotMode.OverDays)]
    [InlineData(BallotMode.Circular, BallotMode.Circular)]
    [InlineData(BallotMode.InMeeting, BallotMode.OverDays)]
    public void Open_OutsideAMeeting_RunsOverDaysFromTheDecision(BallotMode before, BallotMode expected)
    {
        var opening = Again(Old with { Mode = before }).Open(Network(SecrecyRule.Never), Repeat, Decided)!;

        Assert.Equal((expected, Decided, At(21, 18)), (opening.Ballot.Mode, opening.Ballot.OpenedAt, opening.Ballot.ClosesAt));
        Assert.Equal((Old.Id, (MeetingId?)null, (PersonId?)Ben), (opening.Ballot.RepeatOf!.Value, opening.Ballot.Meeting, opening.Ballot.Chair));
        Assert.All(opening.Roll, line => Assert.Null(line.IsPresent));
    }

    [Fact]
    public void Open_InAMeeting_TakesAsLongAsBeforeWithThosePresentAtTheDecision()
    {
        var line = AttendanceLine.Empty(new VoterId("ada")).Arrive(Ada, Ada, Decided - Duration.FromMinutes(1));
        var late = AttendanceLine.Empty(new VoterId("ben")).Arrive(Ben, Ben, Decided + Duration.FromSeconds(1));
        var again = Again(Old with { Mode = BallotMode.InMeeting }) with { InMeeting = (Meeting, new Attendance([line, late])) };

        var opening = again.Open(Network(SecrecyRule.Never), Repeat, Decided + Duration.FromMinutes(1))!;

        Assert.Equal((BallotMode.InMeeting, Decided, Decided + Duration.FromMinutes(20)), (opening.Ballot.Mode, opening.Ballot.OpenedAt, opening.Ballot.ClosesAt));
        Assert.Equal((Meeting.Id, Ada), (opening.Ballot.Meeting!.Value, opening.Ballot.Chair!.Value));
        Assert.Equal(["ada"], opening.Roll.Where(entry => entry.IsPresent == true).Select(entry => entry.Voter.Value));
    }

    /// <summary>Interrupted between the decision and the opening: not opened when it would be over.</summary>
    [Theory]
    [InlineData(19, 59, 0)]
    [InlineData(20, 0, 20)]
    public void Open_AfterAnInterruption_BeginsAnewOnlyWhereItWouldBeOver(int minutes, int seconds, int opensAfterMinutes)
    {
        var again = Again(Old with { Mode = BallotMode.InMeeting }) with { InMeeting = (Meeting, new Attendance([])) };

        var opening = again.Open(Network(SecrecyRule.Never), Repeat, Decided + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds))!;

        Assert.Equal(Decided + Duration.FromMinutes(opensAfterMinutes), opening.Ballot.OpenedAt);
    }

    /// <summary>Half of the time to ask must be left.</summary>
    [Theory]
    [InlineData(0, 15)]
    [InlineData(8 * 60, 15)]
    [InlineData((8 * 60) + 1, 16)]
    public void Open_SecrecyOnRequest_OpensOnTheNextMorning(int minutesLater, int opensOn)
    {
        var opening = Again(Old with { Secrecy = BallotSecrecy.Open, SecrecyBy = SecrecyRule.OnRequestOf(1) }).Open(
            Network(SecrecyRule.OnRequestOf(1)), Repeat, Decided + Duration.FromMinutes(minutesLater))!;

        Assert.Equal((BallotSecrecy.OnRequest, At(opensOn, 9), At(opensOn + 7, 18)), (opening.Ballot.Secrecy, opening.Ballot.OpenedAt, opening.Ballot.ClosesAt));
    }

    [Fact]
    public void Open_SecrecyOnRequestInAMeeting_OpensThreeMinutesLater()
    {
        var again = Again(Old with { Mode = BallotMode.InMeeting }) with { InMeeting = (Meeting, new Attendance([])) };

        var opening = again.Open(Network(SecrecyRule.OnRequestOf(1)), Repeat, Decided)!;

        Assert.Equal((Decided + Duration.FromMinutes(3), Decided + Duration.FromMinutes(23)), (opening.Ballot.OpenedAt, opening.Ballot.ClosesAt));
    }

    [Fact]
    public void Open_WhoWasExcluded_IsExcludedAgain()
    {
        RollEntry[] roll = [RollEntry.Open(new VoterId("ben"), [Ben], EntitlementReason.CommitteeMember, Exclusion.ConflictOfInterest)];

        var opening = new Repetition(Old, Motion, roll).Open(Network(SecrecyRule.Never), Repeat, Decided)!;

        Assert.Equal(Exclusion.ConflictOfInterest, opening.Roll.Single(line => line.Voter.Value == "ben").Excluded);
        Assert.Null(opening.Roll.Single(line => line.Voter.Value == "ada").Excluded);
    }

    [Fact]
    public void Open_CommitteeGone_IsNothing() =>
        Assert.Null(Again(Old).Open(Network(SecrecyRule.Never) with { Committees = [] }, Repeat, Decided));

    private static Motion Motion => new(MotionKind.General, Board, "Frage", "old");

    private static Meeting Meeting => new()
    {
        Id = new MeetingId("m"), Committee = Board, Day = new LocalDate(2027, 1, 14), Start = new LocalTime(17, 0), RulesVersion = 1, CalledBy = Ben, CalledAt = Decided, Chair = Ada,
    };

    private static Repetition Again(Ballot old) => new(old, Motion, []);

    private static Instant At(int day, int hour) => Zone.AtLeniently(new LocalDateTime(2027, 1, day, hour, 0)).ToInstant();

    private static Network Network(SecrecyRule secrecy)
    {
        var rules = new RulesOfProcedure { EffectiveFrom = new LocalDate(2024, 3, 12) };
        var committee = new Committee(Board, CommitteeKind.AdvisoryBoard, "Beirat", [], rules with { Usual = rules.Usual with { Secrecy = secrecy } });
        var seed = Bot.Features.ExampleNetwork.ExampleSnapshot.Create().Network;
        return seed with
        {
            Committees = [committee],
            People = [new Person(Ada, "Ada", false), new Person(Ben, "Ben", false)],
            Seats = [new Seat(Board, Ada), new Seat(Board, Ben)],
        };
    }
}
