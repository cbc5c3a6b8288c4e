using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>The day on which an admission takes effect: its bounds, until when it can be set, and what a decision before or after it comes to.</summary>
public class AdmissionEffectTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly PersonId Katrin = new("katrin");

    [Theory]
    [InlineData(2026, 11, 22, RefusalCode.AdmissionDayPast)]
    [InlineData(2026, 11, 23, null)]
    [InlineData(2027, 1, 1, null)]
    [InlineData(2027, 11, 23, null)]
    [InlineData(2027, 11, 24, RefusalCode.DayTooFar)]
    public void Day_AroundItsBounds(int year, int month, int day, RefusalCode? expected)
    {
        var on = new LocalDate(year, month, day);
        Assert.Equal(expected, Code(Admission.Apply(Network, "Neu", null, Katrin, new AdmissionId("x"), Now, on)));
        Assert.Equal(expected, Code(Case(AdmissionState.Applied).TakeEffectOn(Network, Katrin, on, Now)));
    }

    [Theory]
    [InlineData(AdmissionState.Applied, "katrin", null)]
    [InlineData(AdmissionState.Consulting, "katrin", null)]
    [InlineData(AdmissionState.Voting, "katrin", RefusalCode.AdmissionDayTooLate)]
    [InlineData(AdmissionState.Admitted, "katrin", RefusalCode.AdmissionDayTooLate)]
    [InlineData(AdmissionState.Withdrawn, "katrin", RefusalCode.AdmissionDayTooLate)]
    [InlineData(AdmissionState.Applied, "amina", RefusalCode.OnlyCoordinator)]
    [InlineData(AdmissionState.Applied, "samira", RefusalCode.OnlyCoordinator)]
    public void TakeEffectOn_InEachState_OnlyBeforeThePlenarysTurnAndByACoordinator(AdmissionState state, string who, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(state).TakeEffectOn(Network, new PersonId(who), Today.PlusDays(1), Now)));

    [Fact]
    public void TakeEffectOn_TheSameDayAgain_ChangesNothing_AndNoneIsThatOfTheDecision()
    {
        var set = Done(Case(AdmissionState.Applied).TakeEffectOn(Network, Katrin, Today.PlusDays(1), Now));
        Assert.Equal((Today.PlusDays(1), Now), (set.EffectiveOn, set.EffectiveSetAt));
        Assert.Same(set, Done(set.TakeEffectOn(Network, Katrin, Today.PlusDays(1), Now + Duration.FromDays(1))));
        // Also where that day has passed meanwhile: nothing is changed by it.
        Assert.Same(set, Done(set.TakeEffectOn(Network, Katrin, Today.PlusDays(1), Now + Duration.FromDays(9))));
        Assert.Null(Done(set.TakeEffectOn(Network, Katrin, null, Now)).EffectiveOn);
    }

    [Theory]
    [InlineData(Verdict.Accepted, 1, AdmissionState.Admitted, 1)]
    [InlineData(Verdict.Accepted, 0, AdmissionState.Member, null)]
    [InlineData(Verdict.Accepted, -1, AdmissionState.Member, null)]
    [InlineData(Verdict.Accepted, null, AdmissionState.Member, null)]
    [InlineData(Verdict.Rejected, 1, AdmissionState.Rejected, 1)]
    [InlineData(Verdict.NoQuorum, 1, AdmissionState.Undecided, 1)]
    public void Decided_AroundTheDay(Verdict verdict, int? daysAhead, AdmissionState state, int? left)
    {
        var voting = Case(AdmissionState.Voting) with { EffectiveOn = daysAhead is { } days ? Today.PlusDays(days) : null };
        var decided = voting.Decided(new BallotResult(new Tally(3, 0, 0, 1, null, 4, 0), MajorityRule.Default, verdict, false, null), "2026-01", Today);
        Assert.Equal((state, left is { } ahead ? Today.PlusDays(ahead) : (LocalDate?)null), (decided.State, decided.EffectiveOn));
        Assert.Equal(daysAhead > 0 ? Today.PlusDays(1) : Today, voting.MemberFrom(Today));
        Assert.Equal(state == AdmissionState.Admitted, decided.HoldsName);
        Assert.False(decided.IsRunning);
    }

    [Theory]
    [InlineData(31, 23, 59, false, 1, 8)]
    [InlineData(32, 0, 1, false, 1, 8)]
    [InlineData(32, 7, 59, false, 1, 8)]
    [InlineData(32, 8, 0, true, null, 0)]
    [InlineData(32, 19, 59, true, null, 0)]
    [InlineData(32, 20, 0, false, 2, 8)]
    [InlineData(40, 12, 0, true, null, 0)]
    public void TakenEffect_AroundTheDay_WaitsForTheMorning(int day, int hour, int minute, bool isMember, int? nextDay, int nextHour)
    {
        // The 32nd of December is the day itself.
        var now = (new LocalDate(2026, 12, 1).PlusDays(day - 1) + new LocalTime(hour, minute)).InZoneLeniently(Network.Zone).ToInstant();
        var admitted = Case(AdmissionState.Admitted) with { EffectiveOn = new LocalDate(2027, 1, 1) };
        Assert.Equal(isMember ? AdmissionState.Member : AdmissionState.Admitted, admitted.TakenEffect(now, Network.Zone).State);
        Instant? next = nextDay is { } january ? new LocalDateTime(2027, 1, january, nextHour, 0).InZoneLeniently(Network.Zone).ToInstant() : null;
        Assert.Equal(next, admitted.TakesEffectAt(now, Network.Zone));
        Assert.Null((admitted with { State = AdmissionState.Member }).TakesEffectAt(now, Network.Zone));
    }

    [Fact]
    public void Of_AnAdmittedApplicant_IsACaseOfNobodyUntilTheDay()
    {
        var admitted = Case(AdmissionState.Admitted) with { EffectiveOn = Today.PlusDays(1) };
        var open = OpenCase.Of(admitted, false, Today)!;
        Assert.Equal((CaseStage.Admitted, CaseActor.Nobody, Today.PlusDays(1)), (open.Stage, open.Actor, open.From!.Value));
        Assert.False(open.IsStalledAt(Now + Duration.FromDays(99)));
        Assert.Null(OpenCase.Of(admitted, false, Today.PlusDays(1)));
    }

    [Fact]
    public void Apply_UnderTheNameOfOneThatIsAdmitted_IsRefused_AndItHasNoRightYet()
    {
        var coming = new MemberOrganization(new OrganizationId("org-x"), "Radio Nordlicht", Today.PlusDays(1), [new PersonId("samira")]);
        var network = Network with { ComingOrganizations = [coming] };
        Assert.Equal(RefusalCode.AdmittedAlready, Code(Admission.Apply(network, "radio  nordlicht", null, Katrin, new AdmissionId("y"), Now)));
        Assert.Empty(network.RepresentedBy(new PersonId("samira")));
        Assert.DoesNotContain(network.Roll(network.GeneralAssembly!), entry => entry.Voter.Value == "org-x");
        Assert.Equal("Radio Nordlicht", network.NameOf(new VoterId("org-x")));
        Assert.Equal((true, false, false), (coming.IsComingOn(Today), coming.IsComingOn(Today.PlusDays(1)), (coming with { MemberUntil = Today }).IsComingOn(Today)));
    }

    [Fact]
    public void Withdraw_OnceAdmitted_IsRefusedWithTheDay()
    {
        var admitted = Case(AdmissionState.Admitted) with { EffectiveOn = Today.PlusDays(1) };
        Assert.Equal(RefusalCode.WithdrawalAfterAdmission, Code(admitted.Withdraw(Network, new PersonId("samira"), true, Now)));
        Assert.Equal(RefusalCode.AdmissionNotFound, Code(admitted.Withdraw(Network, new PersonId("amina"), true, Now)));
        Assert.True((admitted with { Recommendation = Recommendation.Against }).Deviates);
    }

    private static RefusalCode? Code(Outcome<Admission> outcome) => (outcome as Outcome<Admission>.Refused)?.Why.Code;

    private static Admission Done(Outcome<Admission> outcome) => Assert.IsType<Outcome<Admission>.Done>(outcome).Value;

    private static Admission Case(AdmissionState state) => new()
    {
        Id = new AdmissionId("x"), Applicant = "Verein", AppliedBy = new PersonId("samira"), AppliedAt = Now, State = state,
    };
}
