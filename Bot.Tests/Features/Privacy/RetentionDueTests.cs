using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Storage;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Features.Privacy;

/// <summary>What something running still needs is never over.</summary>
public class RetentionDueTests
{
    private static readonly Instant Now = Instant.FromUtc(2028, 3, 1, 8, 0);

    private static readonly RetentionDue Due = new(ExampleSnapshot.Create().Network, RetentionTerms.Usual, Now);

    [Theory]
    [InlineData(MotionKind.General, "2027-02-01T00:00:00Z", Verdict.Accepted, RetentionKind.Rolls)]
    [InlineData(MotionKind.General, "2027-03-01T07:59:59Z", Verdict.Accepted, RetentionKind.Rolls)]
    [InlineData(MotionKind.General, "2027-03-01T08:00:00Z", Verdict.Accepted, null)]
    [InlineData(MotionKind.General, "2027-02-01T00:00:00Z", null, null)]
    [InlineData(MotionKind.General, "2020-02-01T00:00:00Z", Verdict.ChairDecides, null)]
    [InlineData(MotionKind.General, "2027-02-01T00:00:00Z", Verdict.NoQuorum, null)]
    [InlineData(MotionKind.General, "2026-02-28T00:00:00Z", Verdict.NoQuorum, RetentionKind.Rolls)]
    [InlineData(MotionKind.Poll, "2027-08-31T00:00:00Z", Verdict.Accepted, RetentionKind.Polls)]
    [InlineData(MotionKind.Poll, "2027-10-01T00:00:00Z", Verdict.Accepted, null)]
    public void OverOf_ABallot_OnlyWhenNothingCanFollowFromIt(MotionKind kind, string closed, Verdict? verdict, RetentionKind? expected)
    {
        var at = At(closed);
        var ballot = new Ballot(new BallotId("b"), at - Duration.FromDays(7), at, MajorityRule.Default, at);
        var result = verdict is { } decided ? MajorityRule.Default.Decide(new Tally(5, 3, 0, 0, null, 8, 0)) with { Verdict = decided } : null;

        Assert.Equal(expected, Due.OverOf(new BallotRecord(ballot, new Motion(kind, new CommitteeId("beirat"), "Titel", string.Empty), result)));
    }

    /// <summary>Of a secret ballot whose papers are not swept up the result is sealed: it is not done.</summary>
    [Fact]
    public void OverOf_ASealedBallot_IsNothing()
    {
        var at = At("2026-02-01T00:00:00Z");
        var ballot = new Ballot(new BallotId("b"), at - Duration.FromDays(7), at, MajorityRule.Default, at);
        var record = new BallotRecord(ballot, new Motion(MotionKind.General, new CommitteeId("beirat"), "Titel", string.Empty), MajorityRule.Default.Decide(new Tally(5, 3, 0, 0, null, 8, 0)));

        Assert.Equal(RetentionKind.Rolls, Due.OverOf(record));
        Assert.Null(Due.OverOf(record.Sealed()));
    }

    [Theory]
    [InlineData(MeetingState.Closed, true, "2027-03-18T16:00:00Z", "2027-03-18T16:00:00Z")]
    [InlineData(MeetingState.Closed, true, null, null)]
    [InlineData(MeetingState.Closed, false, null, null)]
    [InlineData(MeetingState.InSession, false, null, null)]
    [InlineData(MeetingState.Invited, true, null, null)]
    [InlineData(MeetingState.Invited, false, null, "2027-01-14T16:00:00Z")]
    [InlineData(MeetingState.Cancelled, false, null, "2027-01-14T16:00:00Z")]
    public void SettledAt_OfAMeeting_OnlyWhenItsMinutesAreApprovedOrThereCannotBeAny(MeetingState state, bool hasMinutes, string? approved, string? expected)
    {
        var meeting = Meeting(new LocalDate(2027, 1, 14), state);

        Assert.Equal(expected is null ? null : At(expected), Due.SettledAt(meeting, hasMinutes, approved is null ? null : At(approved)));
    }

    /// <summary>Two years after the last change; never while an application runs or a day to ask again lies ahead; of a member at once.</summary>
    [Theory]
    [InlineData(ProspectStage.Noted, "2026-03-01T07:59:59Z", null, true)]
    [InlineData(ProspectStage.Noted, "2026-03-01T08:00:00Z", null, false)]
    [InlineData(ProspectStage.Declined, "2026-03-01T07:59:59Z", null, true)]
    [InlineData(ProspectStage.Contacted, "2026-02-01T00:00:00Z", "2028-02-29", true)]
    [InlineData(ProspectStage.Contacted, "2026-02-01T00:00:00Z", "2028-03-01", false)]
    [InlineData(ProspectStage.Applied, "2020-02-01T00:00:00Z", null, false)]
    [InlineData(ProspectStage.Member, "2028-02-29T00:00:00Z", null, true)]
    public void IsOver_OfAProspect_OnlyWhenNobodyNeedsItAnyMore(ProspectStage stage, string touched, string? again, bool expected)
    {
        var prospect = new Prospect
        {
            Id = new ProspectId("p"),
            Name = "Moscheeverein",
            Details = new ProspectDetails(null, string.Empty, again is null ? null : LocalDatePattern.Iso.Parse(again).Value),
            AddedBy = new PersonId("katrin"),
            AddedAt = At(touched),
            TouchedAt = At(touched),
        };

        Assert.Equal(expected, Due.IsOver(prospect, stage));
    }

    /// <summary>Berlin midnight of 1 March 2028 is 23:00 of the day before in UTC; now is 09:00 of that day.</summary>
    [Theory]
    [InlineData(MeetingState.Closed, true, 1, "2028-02-29T23:00:00Z")]
    [InlineData(MeetingState.Closed, false, 1, "2028-02-29T23:00:00Z")]
    [InlineData(MeetingState.InSession, false, 1, "2028-02-29T23:00:00Z")]
    [InlineData(MeetingState.Invited, true, 1, "2028-02-29T23:00:00Z")]
    [InlineData(MeetingState.Closed, true, 2, null)]
    [InlineData(MeetingState.Closed, false, 2, null)]
    public void SettledAt_MinutesNeverApproved_ThreeYearsAfterTheMeeting(MeetingState state, bool hasMinutes, int day, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), Due.SettledAt(Meeting(new LocalDate(2025, 3, day), state), hasMinutes, null));

    [Theory]
    [InlineData(ExpulsionState.Withdrawn, "2020-01-01T00:00:00Z", true)]
    [InlineData(ExpulsionState.Kept, "2020-01-01T00:00:00Z", true)]
    [InlineData(ExpulsionState.Left, "2020-01-01T00:00:00Z", true)]
    [InlineData(ExpulsionState.Expelled, "2020-01-01T00:00:00Z", false)]
    [InlineData(ExpulsionState.Undecided, "2020-01-01T00:00:00Z", false)]
    [InlineData(ExpulsionState.Proposed, "2020-01-01T00:00:00Z", false)]
    [InlineData(ExpulsionState.Voting, "2020-01-01T00:00:00Z", false)]
    [InlineData(ExpulsionState.Withdrawn, null, true)] // as far as is known, since it was proposed
    public void IsOver_OfAnExpulsion_OnlyWhenItLedNowhere(ExpulsionState state, string? since, bool expected) =>
        Assert.Equal(expected, Due.IsOver(Expulsion(state, since is null ? null : At(since))));

    [Fact]
    public void IsOver_OfAnExpulsion_AroundTheTermOfApplications()
    {
        var latest = Due.LatestOver(RetentionKind.Applications);
        Assert.True(Due.IsOver(Expulsion(ExpulsionState.Kept, latest - Duration.Epsilon)));
        Assert.False(Due.IsOver(Expulsion(ExpulsionState.Kept, latest)));
    }

    private static Expulsion Expulsion(ExpulsionState state, Instant? since) => new()
    {
        Id = new ExpulsionId("e"), Organization = new OrganizationId("o"), Name = "Verein", ProposedBy = new PersonId("katrin"), ProposedAt = At("2019-01-01T00:00:00Z"), Reasons = "Gründe",
        AnswerBy = new LocalDate(2019, 1, 15), State = state, StateSince = since,
    };

    [Fact]
    public void SettledAt_OfAMeetingAhead_IsNever() => Assert.Null(Due.SettledAt(Meeting(new LocalDate(2028, 3, 2), MeetingState.Cancelled), false, null));

    private static Meeting Meeting(LocalDate day, MeetingState state) => new()
    {
        Id = new MeetingId("m"),
        Committee = new CommitteeId("beirat"),
        Day = day,
        Start = new LocalTime(17, 0),
        RulesVersion = 1,
        CalledBy = new PersonId("katrin"),
        CalledAt = At("2026-12-01T00:00:00Z"),
        State = state,
    };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
