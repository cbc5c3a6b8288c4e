using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Minutes;

/// <summary>The life of minutes: who may do what, when, and how often.</summary>
public class MeetingMinutesTests
{
    private static readonly DateTimeZone Zone = HeldMeeting.Network.Zone;

    [Theory]
    [InlineData(MeetingState.Closed, null, "2027-01-14T17:30:00Z", null)]
    [InlineData(MeetingState.Invited, 19, "2027-01-14T17:59:59Z", RefusalCode.MeetingNotOver)]
    [InlineData(MeetingState.Invited, 19, "2027-01-14T18:00:00Z", null)]
    [InlineData(MeetingState.InSession, 19, "2027-01-14T22:59:59Z", RefusalCode.MeetingNotOver)]
    [InlineData(MeetingState.InSession, 19, "2027-01-14T23:00:00Z", null)]
    [InlineData(MeetingState.Invited, null, "2027-01-14T22:59:59Z", RefusalCode.MeetingNotOver)]
    [InlineData(MeetingState.Invited, null, "2027-01-14T23:00:00Z", null)]
    [InlineData(MeetingState.Invited, 1, "2027-01-14T23:59:59Z", RefusalCode.MeetingNotOver)]
    [InlineData(MeetingState.Invited, 1, "2027-01-15T00:00:00Z", null)]
    [InlineData(MeetingState.InSession, 1, "2027-01-15T22:59:59Z", RefusalCode.MeetingNotOver)]
    [InlineData(MeetingState.InSession, 1, "2027-01-15T23:00:00Z", null)]
    [InlineData(MeetingState.Cancelled, 19, "2027-01-20T12:00:00Z", RefusalCode.MeetingCancelled)]
    public void WhyNotOf_AroundTheEndOfTheMeeting_LetsMinutesBeMadeOnlyAfterIt(MeetingState state, int? end, string now, RefusalCode? refused)
    {
        var meeting = HeldMeeting.Meeting with { State = state, End = end is { } hour ? new LocalTime(hour, 0) : null };
        Assert.Equal(refused, MeetingMinutes.WhyNotOf(meeting, Zone, NodaTime.Text.InstantPattern.ExtendedIso.Parse(now).Value)?.Code);
    }

    [Theory]
    [InlineData("bernd", null)]
    [InlineData("katrin", null)]
    [InlineData("amina", RefusalCode.OnlyChair)]
    [InlineData("nobody", RefusalCode.OnlyChair)]
    public void EveryStepOfTheChair_ByAnybodyElse_IsRefused(string who, RefusalCode? refused)
    {
        var (network, meeting, by, now) = (HeldMeeting.Network, HeldMeeting.Meeting, new PersonId(who), HeldMeeting.Closed);
        var corrected = Proposed(HeldMeeting.Circulated);
        Assert.Equal(refused, Code(MeetingMinutes.Draft(network, meeting, "draft-1", by, now)));
        Assert.Equal(refused, Code(HeldMeeting.Drafted.Redraft(network, meeting, "draft-2", by, now)));
        Assert.Equal(refused, Code(HeldMeeting.Drafted.Circulate(network, meeting, by, now)));
        Assert.Equal(refused, Code(corrected.Decide(network, meeting, 1, isAccepted: true, string.Empty, by, now)));
        Assert.Equal(refused, Code(HeldMeeting.Circulated.Approve(network, meeting, HeldMeeting.Next with { Chair = HeldMeeting.Bernd }, null, 1, by, HeldMeeting.Later)));
    }

    [Fact]
    public void EveryStep_DoneTwice_ChangesNothing()
    {
        var (network, meeting, by, now) = (HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Bernd, HeldMeeting.Closed);
        var redrafted = Done(HeldMeeting.Drafted.Redraft(network, meeting, "draft-2", by, now));
        Assert.Same(redrafted, Done(redrafted.Redraft(network, meeting, "draft-2", by, now)));
        Assert.Same(redrafted, Done(redrafted.Redraft(network, meeting, "draft-1", by, now)));
        var circulated = Done(redrafted.Circulate(network, meeting, by, now));
        Assert.Same(circulated, Done(circulated.Circulate(network, meeting, by, now + Duration.FromDays(1))));
        var accepted = Done(Proposed(circulated).Decide(network, meeting, 1, isAccepted: true, string.Empty, by, now));
        Assert.Same(accepted, Done(accepted.Decide(network, meeting, 1, isAccepted: true, "anderer Grund", by, now)));
        Assert.Equal(RefusalCode.CorrectionDecided, Code(accepted.Decide(network, meeting, 1, isAccepted: false, "doch nicht", by, now)));
        var approved = Done(accepted.Approve(network, meeting, HeldMeeting.Next, null, 3, HeldMeeting.Clara, HeldMeeting.Later));
        Assert.Same(approved, Done(approved.Approve(network, meeting, HeldMeeting.Next, null, 3, HeldMeeting.Clara, HeldMeeting.Later)));
    }

    [Fact]
    public void Versions_OfDraftsAndCorrections_AreCountedWithoutGapsAndKept()
    {
        var (network, meeting, by, now) = (HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Bernd, HeldMeeting.Closed);
        var minutes = Done(Proposed(HeldMeeting.Circulated).Decide(network, meeting, 1, isAccepted: true, string.Empty, by, now));
        minutes = Done(minutes.Redraft(network, meeting, "draft-2", by, now));
        Assert.Equal([1, 2, 3], minutes.Versions.Select(version => version.Number));
        Assert.Equal(["draft-1", "draft-1", "draft-2"], Enumerable.Range(1, 3).Select(minutes.DraftOf));
        Assert.Equal(2, Assert.Single(minutes.AcceptedUntil(2)).Version);
        Assert.Empty(minutes.AcceptedUntil(1));
    }

    [Fact]
    public void Redraft_TooOften_IsRefused()
    {
        var minutes = HeldMeeting.Drafted;
        for (var draft = 2; draft <= MeetingMinutes.MostDrafts; draft++)
        {
            minutes = Done(minutes.Redraft(HeldMeeting.Network, HeldMeeting.Meeting, $"draft-{draft}", HeldMeeting.Bernd, HeldMeeting.Closed));
        }

        Assert.Equal(RefusalCode.MinutesTooOften, Code(minutes.Redraft(HeldMeeting.Network, HeldMeeting.Meeting, "draft-x", HeldMeeting.Bernd, HeldMeeting.Closed)));
    }

    [Fact]
    public void Approve_ByConsent_RecordsDayMeetingAndVersion()
    {
        var approved = Approved();
        Assert.Equal(MinutesState.Approved, approved.State);
        Assert.Equal(new MinutesApproval(HeldMeeting.Later, HeldMeeting.Clara, HeldMeeting.Next.Id, HeldMeeting.Next.Day, 1, null), approved.Approval);
    }

    [Fact]
    public void Approve_OfADraft_IsRefused() => Assert.Equal(
        RefusalCode.MinutesNotCirculated, Code(HeldMeeting.Drafted.Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, null, 1, HeldMeeting.Clara, HeldMeeting.Later)));

    [Fact]
    public void Approve_WhileACorrectionWaits_IsRefused() => Assert.Equal(
        RefusalCode.CorrectionsUndecided,
        Code(Proposed(HeldMeeting.Circulated).Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, null, 1, HeldMeeting.Clara, HeldMeeting.Later)));

    [Fact]
    public void Approve_AnotherVersionThanWasShown_IsRefused() => Assert.Equal(
        RefusalCode.MinutesChanged, Code(HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, null, 2, HeldMeeting.Clara, HeldMeeting.Later)));

    [Theory]
    [InlineData(-1, RefusalCode.ApprovalInOtherMeeting)]
    [InlineData(0, null)]
    public void Approve_AroundTheBeginningOfAMeetingNobodyOpened_IsPossibleFromThenOn(int seconds, RefusalCode? refused)
    {
        var later = HeldMeeting.Next with { State = MeetingState.Invited, OpenedAt = null };
        var now = later.StartsAt(Zone) + Duration.FromSeconds(seconds);
        Assert.Equal(refused, Code(HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, later, null, 1, HeldMeeting.Clara, now)));
    }

    public static TheoryData<string> Elsewhere => ["same", "earlier", "committee", "cancelled", "before"];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Approve_InAnythingButALaterMeetingOfTheCommitteeThatHasBegun_IsRefused(string which)
    {
        var (later, now) = which switch
        {
            "same" => (HeldMeeting.Meeting with { Chair = HeldMeeting.Clara }, HeldMeeting.Later),
            "earlier" => (HeldMeeting.Next with { Day = new LocalDate(2026, 10, 13) }, HeldMeeting.Later),
            "committee" => (HeldMeeting.Next with { Committee = new CommitteeId("beirat") }, HeldMeeting.Later),
            "cancelled" => (HeldMeeting.Next with { State = MeetingState.Cancelled }, HeldMeeting.Later),
            _ => (HeldMeeting.Next with { OpenedAt = null, State = MeetingState.Invited }, HeldMeeting.Next.StartsAt(Zone) - Duration.FromSeconds(1)),
        };
        Assert.Equal(RefusalCode.ApprovalInOtherMeeting, Code(HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, later, null, 1, HeldMeeting.Clara, now)));
    }

    [Theory]
    [InlineData(MotionKind.General, Verdict.Accepted, true, false, null)]
    [InlineData(MotionKind.General, Verdict.Rejected, true, false, RefusalCode.ApprovalBallotUnfit)]
    [InlineData(MotionKind.General, Verdict.NoQuorum, true, false, RefusalCode.ApprovalBallotUnfit)]
    [InlineData(MotionKind.General, null, true, false, RefusalCode.ApprovalBallotUnfit)]
    [InlineData(MotionKind.Project, Verdict.Accepted, true, false, RefusalCode.ApprovalBallotUnfit)]
    [InlineData(MotionKind.General, Verdict.Accepted, false, false, RefusalCode.ApprovalBallotUnfit)]
    [InlineData(MotionKind.General, Verdict.Accepted, true, true, RefusalCode.ApprovalBallotUnfit)]
    public void Approve_ByBallot_NeedsACarriedOneOfThatMeeting(MotionKind kind, Verdict? verdict, bool isThere, bool isVoid, RefusalCode? refused)
    {
        var taken = HeldMeeting.Sources().Ballots[0];
        var ballot = taken with
        {
            Ballot = taken.Ballot with { Meeting = isThere ? HeldMeeting.Next.Id : HeldMeeting.Meeting.Id, Voided = isVoid ? new Voiding(HeldMeeting.Later, HeldMeeting.Clara, "x") : null },
            Motion = taken.Motion with { Kind = kind },
            Result = verdict is { } came ? taken.Result! with { Verdict = came } : null,
        };
        var outcome = HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, ballot, 1, HeldMeeting.Clara, HeldMeeting.Later);
        Assert.Equal(refused, Code(outcome));
        Assert.Equal(refused is null ? "ballot-2" : null, outcome is Outcome<MeetingMinutes>.Done(var approved) ? approved.Approval!.Ballot?.Value : null);
    }

    [Fact]
    public void Approved_Minutes_AreNotDraftedAnew() => Assert.Equal(
        RefusalCode.MinutesApproved, Code(Approved().Redraft(HeldMeeting.Network, HeldMeeting.Meeting, "draft-9", HeldMeeting.Bernd, HeldMeeting.Later)));

    private static MeetingMinutes Approved() =>
        Done(HeldMeeting.Circulated.Approve(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Next, null, 1, HeldMeeting.Clara, HeldMeeting.Later));

    private static MeetingMinutes Proposed(MeetingMinutes minutes) => Done(minutes.Propose(
        HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Body(), new CorrectionProposal(2, null, "Es waren 13 Stände."), "form-1", HeldMeeting.Amina, HeldMeeting.Closed));

    private static MeetingMinutes Done(Outcome<MeetingMinutes> outcome) => Assert.IsType<Outcome<MeetingMinutes>.Done>(outcome).Value;

    private static RefusalCode? Code(Outcome<MeetingMinutes> outcome) => (outcome as Outcome<MeetingMinutes>.Refused)?.Why.Code;
}
