using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>What may be put to a ballot, by whom, until when, and who is left out.</summary>
public class MotionProposalTests
{
    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly PersonId Katrin = new("katrin");
    private static readonly CommitteeId Plenum = new("plenum");
    private static readonly CommitteeId Board = new("beirat");
    private static readonly LocalDateTime Friday = new(2026, 11, 27, 12, 0);
    private static readonly MotionProposal Question = new(MotionKind.General, Plenum, "Sollen wir?", Friday);

    public static TheoryData<string, MotionProposal, Refusal> Refused => new()
    {
        { "nobody's committee", Question with { Committee = new CommitteeId("x") }, new Refusal(RefusalCode.CommitteeUnknown) },
        { "no question", Question with { Title = " ?! " }, new Refusal(RefusalCode.QuestionMissing) },
        { "question too long", Question with { Title = new string('a', 201) }, new Refusal(RefusalCode.TextTooLong, 200) },
        { "wording too long", Question with { Text = new string('a', 801) }, new Refusal(RefusalCode.TextTooLong, 800) },
        { "group on the board", Question with { Kind = MotionKind.WorkingGroup, Committee = Board }, new Refusal(RefusalCode.OnlyAssemblyDecides) },
        { "name too long", Question with { Kind = MotionKind.WorkingGroup, Title = new string('a', 101) }, new Refusal(RefusalCode.TextTooLong, 100) },
        { "name taken", Question with { Kind = MotionKind.WorkingGroup, Title = " beirat " }, new Refusal(RefusalCode.CommitteeExists, "Beirat") },
        { "alias taken", Question with { Kind = MotionKind.WorkingGroup, Title = "Board" }, new Refusal(RefusalCode.CommitteeExists, "Beirat") },
        { "everybody left out", Question with { Conflicted = [new VoterId("bridge"), new VoterId("radio")] }, new Refusal(RefusalCode.NobodyEntitled, "Plenum") },
        { "nobody there", Question with { Committee = new CommitteeId("circle") }, new Refusal(RefusalCode.NobodyEntitled, "IKA") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Open_WhatCannotBe_IsRefusedWithTheReason(string what, MotionProposal proposal, Refusal why) =>
        Assert.Equal((what, why), (what, Assert.IsType<Outcome<Opening>.Refused>(proposal.Open(Network(), Katrin, new BallotId("b"), Now)).Why));

    [Theory]
    [InlineData("amina")]
    [InlineData("stranger")]
    public void Open_ByAnybodyButACoordinator_IsRefused(string who) =>
        Assert.Equal(new Refusal(RefusalCode.OnlyCoordinator), Assert.IsType<Outcome<Opening>.Refused>(Question.Open(Network(), new PersonId(who), new BallotId("b"), Now)).Why);

    [Theory]
    [InlineData("2026-11-23T10:00:00", RefusalCode.DeadlinePassed)]
    [InlineData("2026-11-23T09:59:59", RefusalCode.DeadlinePassed)]
    [InlineData("2026-11-23T10:00:01", null)]
    [InlineData("2027-01-22T23:59:00", null)]
    [InlineData("2027-01-23T00:00:00", RefusalCode.DeadlineTooFar)]
    public void Open_AroundTheLimitsOfTheDeadline_IsRefusedOutside(string closes, RefusalCode? code) => Assert.Equal(code, CodeOf(Question with { Closes = Moment(closes) }, Network()));

    [Fact]
    public void Open_AtAnHourTheClockSkips_IsRefused()
    {
        var spring = new LocalDateTime(2027, 3, 28, 2, 30);
        Assert.Equal(new Refusal(RefusalCode.NoSuchHour, spring.Date, spring.TimeOfDay), Assert.IsType<Outcome<Opening>.Refused>(
            (Question with { Closes = spring }).Open(Network(), Katrin, new BallotId("b"), Instant.FromUtc(2027, 3, 20, 9, 0))).Why);
    }

    [Theory]
    [InlineData("2026-11-23T10:59:59", "2026-11-27T12:00:00", RefusalCode.OpeningTooSoon)]
    [InlineData("2026-11-23T11:00:00", "2026-11-27T12:00:00", null)]
    [InlineData("2026-11-27T12:00:00", "2026-11-27T12:00:00", RefusalCode.DeadlineBeforeOpening)]
    [InlineData("2026-11-27T11:59:59", "2026-11-27T12:00:00", null)]
    [InlineData("2026-11-24T09:00:00", "2027-01-23T12:00:00", null)]
    [InlineData("2026-11-24T09:00:00", "2027-01-24T12:00:00", RefusalCode.DeadlineTooFar)]
    [InlineData(null, "2026-11-27T12:00:00", RefusalCode.OpeningTooSoon)]
    public void Open_WhereSecrecyCanBeAskedFor_OpensAnHourLaterAtLeast(string? opens, string closes, RefusalCode? code)
    {
        var network = Network(rule => rule with { Secrecy = SecrecyRule.OnRequestOf(2) });
        var proposal = Question with { Opens = opens is null ? null : Moment(opens), Closes = Moment(closes) };
        Assert.Equal(code, CodeOf(proposal, network));
        if (code is null)
        {
            var opening = Opened(proposal, network);
            Assert.Equal((Berlin.AtStrictly(Moment(opens!)).ToInstant(), BallotSecrecy.OnRequest), (opening.Ballot.OpenedAt, opening.Ballot.Secrecy));
        }
    }

    [Fact]
    public void Open_WhereSecrecyCannotBeAskedFor_OpensNowWhateverWasSaid() =>
        Assert.Equal(Now, Opened(Question with { Opens = new LocalDateTime(2026, 11, 25, 9, 0) }, Network()).Ballot.OpenedAt);

    [Fact]
    public void Open_WithAConflictOfInterest_LeavesThatVoterOutWithTheReason()
    {
        var roll = Opened(Question with { Conflicted = [new VoterId("radio"), new VoterId("radio"), new VoterId("nobody")] }, Network()).Roll;
        Assert.Equal([("bridge", null), ("radio", Exclusion.ConflictOfInterest)], roll.Select(entry => (entry.Voter.Value, entry.Excluded)));
    }

    [Fact]
    public void Open_AsACircularResolution_TakesTheRuleForIt()
    {
        var rule = Opened(Question with { Mode = BallotMode.Circular }, Network()).Ballot.Rule;
        Assert.Equal((MajorityBase.Entitled, new Fraction(1, 1), Comparison.AtLeast), (rule.Base, rule.Fraction, rule.Comparison));
        Assert.Equal(Verdict.Accepted, rule.Decide(new Tally(2, 0, 0, 0, null, 2, 0)).Verdict);
        Assert.Equal(Verdict.Rejected, rule.Decide(new Tally(1, 0, 0, 1, null, 2, 0)).Verdict);
        Assert.Equal(Verdict.Rejected, rule.Decide(new Tally(1, 0, 1, 0, null, 2, 0)).Verdict);
    }

    [Theory]
    [InlineData(MotionKind.WorkingGroup, Verdict.Accepted, "set up")]
    [InlineData(MotionKind.WorkingGroup, Verdict.Rejected, null)]
    [InlineData(MotionKind.WorkingGroupEnd, Verdict.Accepted, "group ended")]
    [InlineData(MotionKind.WorkingGroupEnd, Verdict.Rejected, null)]
    [InlineData(MotionKind.Expulsion, Verdict.Accepted, "ended")]
    [InlineData(MotionKind.Expulsion, Verdict.NoQuorum, null)]
    [InlineData(MotionKind.Expulsion, Verdict.ChairDecides, null)]
    [InlineData(MotionKind.General, Verdict.Accepted, null)]
    [InlineData(MotionKind.Project, Verdict.Accepted, null)]
    [InlineData(MotionKind.RulesOfProcedure, Verdict.Accepted, null)]
    public void EffectOf_KindAndVerdict_IsWhatFollowsByItself(MotionKind kind, Verdict verdict, string? effect) =>
        Assert.Equal(effect, MotionEffect.Of(new BallotId("b"), new Motion(kind, Plenum, "AG Bildung", "bridge"), verdict, new LocalDate(2026, 11, 27), "2026-04", Now) switch
        {
            MotionEffect.WorkingGroupSetUp { Committee: { Id.Value: "ag-b", Name: "AG Bildung", Kind: CommitteeKind.WorkingGroup, Remit: { Resolution: "2026-04", Text: "" } }, Members.Count: 0 } => "set up",
            MotionEffect.WorkingGroupEnded { Group.Value: "bridge", Resolution: "2026-04" } => "group ended",
            MotionEffect.MembershipEnded { Organization.Value: "bridge" } => "ended",
            null => null,
            var other => other.ToString(),
        });

    [Fact]
    public void Excluded_OnTheOwnAdmission_IsTheApplicantHoweverItCameOnTheRoll()
    {
        var admission = new Admission { Id = new AdmissionId("a"), Applicant = "verein brücke", AppliedBy = Katrin, AppliedAt = Now };
        Assert.Equal([new KeyValuePair<VoterId, Exclusion>(new VoterId("bridge"), Exclusion.Applicant)], admission.Excluded(Network()));
        Assert.Empty((admission with { Applicant = "Verein Fluss" }).Excluded(Network()));
    }

    private static RefusalCode? CodeOf(MotionProposal proposal, Network network) =>
        (proposal.Open(network, Katrin, new BallotId("b"), Now) as Outcome<Opening>.Refused)?.Why.Code;

    private static Opening Opened(MotionProposal proposal, Network network) => Assert.IsType<Outcome<Opening>.Done>(proposal.Open(network, Katrin, new BallotId("b"), Now)).Value;

    private static LocalDateTime Moment(string text) => NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(text).Value;

    private static Network Network(System.Func<DecisionRule, DecisionRule>? change = null)
    {
        var rule = change is null ? DecisionRule.Default : change(DecisionRule.Default);
        var rules = new RulesOfProcedure
        {
            EffectiveFrom = new LocalDate(2024, 1, 1), Decisions = MotionProposal.Kinds.ToImmutableDictionary(kind => kind, _ => rule),
        };
        var since = new LocalDate(2024, 3, 12);
        return new Network
        {
            Id = new NetworkId("n"),
            Name = "Bündnis",
            Zone = Berlin,
            Land = GermanLand.Saxony,
            Committees =
            [
                new Committee(Plenum, CommitteeKind.GeneralAssembly, "Plenum", [], rules),
                new Committee(Board, CommitteeKind.AdvisoryBoard, "Beirat", ["board"], rules),
                new Committee(new CommitteeId("circle"), CommitteeKind.Circle, "IKA", [], rules),
            ],
            Organizations =
            [
                new MemberOrganization(new OrganizationId("bridge"), "Verein Brücke", since, [new PersonId("amina")]),
                new MemberOrganization(new OrganizationId("radio"), "Radio", since, []),
            ],
            FormerOrganizations = [new MemberOrganization(new OrganizationId("gone"), "Fort", since, []) { MemberUntil = since }],
            People = [new Person(Katrin, "Katrin", true), new Person(new PersonId("amina"), "Amina", false)],
            Seats = [new Seat(Board, new PersonId("amina"))],
        };
    }
}
