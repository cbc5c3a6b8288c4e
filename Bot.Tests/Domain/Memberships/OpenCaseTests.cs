using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>Where a case is, who is to act, when it is stalled; and how an application ends before the plenary decides.</summary>
public class OpenCaseTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData(AdmissionState.Applied, false, CaseStage.Applied, CaseActor.Coordinator, false)]
    [InlineData(AdmissionState.Consulting, false, CaseStage.BoardVotes, CaseActor.Board, true)]
    [InlineData(AdmissionState.Consulting, true, CaseStage.BoardStuck, CaseActor.Coordinator, true)]
    [InlineData(AdmissionState.Voting, false, CaseStage.PlenaryVotes, CaseActor.Plenary, false)]
    [InlineData(AdmissionState.Voting, true, CaseStage.PlenaryStuck, CaseActor.Coordinator, false)]
    public void Of_ARunningApplication_SaysWhoIsToAct(AdmissionState state, bool isStuck, CaseStage stage, CaseActor actor, bool isBeforeBoard)
    {
        var open = OpenCase.Of(Case(state), isStuck, Today)!;
        Assert.Equal((stage, actor, isBeforeBoard), (open.Stage, open.Actor, open.IsBeforeBoard));
        Assert.Equal([new PersonId("samira"), new PersonId("dao")], open.Owners);
    }

    [Theory]
    [InlineData(AdmissionState.Member)]
    [InlineData(AdmissionState.Rejected)]
    [InlineData(AdmissionState.Undecided)]
    [InlineData(AdmissionState.Declined)]
    [InlineData(AdmissionState.Withdrawn)]
    public void Of_AnApplicationThatIsOver_IsNone(AdmissionState state) => Assert.Null(OpenCase.Of(Case(state), false, Today));

    [Theory]
    [InlineData(CaseStage.Applied, 30, 0, true)]
    [InlineData(CaseStage.Applied, 30, -1, false)]
    [InlineData(CaseStage.BoardVotes, 31, 0, true)]
    [InlineData(CaseStage.PlenaryStuck, 31, 0, true)]
    [InlineData(CaseStage.Leaving, 99, 0, false)]
    [InlineData(CaseStage.Suspended, 99, 0, false)]
    public void IsStalled_AroundAMonthWithoutAStep(CaseStage stage, int days, int seconds, bool expected) =>
        Assert.Equal(expected, new OpenCase("x", stage, Now).IsStalledAt(Now + Duration.FromDays(days) + Duration.FromSeconds(seconds)));

    [Fact]
    public void Since_WithAnotherState_IsThatMomentAndOtherwiseTheOneBefore()
    {
        var before = Case(AdmissionState.Applied);
        Assert.Equal(Now, OpenCase.Of(before, false, Today)!.Since);
        var later = Now + Duration.FromDays(3);
        var consulting = (before with { State = AdmissionState.Consulting }).Since(before, later);
        Assert.Equal(later, OpenCase.Of(consulting, false, Today)!.Since);
        Assert.Equal(later, (consulting with { BoardBallot = new("again") }).Since(consulting, later + Duration.FromDays(1)).StateSince);
    }

    [Fact]
    public void Of_AMember_AreItsResignationAndItsSuspension()
    {
        var member = Network.Organizations[0];
        Assert.Empty(OpenCase.Of(member, Today));
        var resigned = new Resignation(Today, new PersonId("amina"), Now);
        var suspended = new Suspension(Today.PlusDays(1), Today.PlusDays(2), "weil", new PersonId("katrin"), Now);
        Assert.Equal([CaseStage.Leaving, CaseStage.Suspended], OpenCase.Of(member with { Resignation = resigned, Suspension = suspended }, Today).Select(open => open.Stage));
        Assert.Empty(OpenCase.Of(member with { Resignation = resigned with { WithdrawnAt = Now } }, Today));
        Assert.Empty(OpenCase.Of(member with { Suspension = suspended }, Today.PlusDays(3)));
        Assert.Single(OpenCase.Of(member with { Suspension = suspended }, Today.PlusDays(2)));
    }

    [Theory]
    [InlineData(AdmissionState.Applied, "katrin", "weil", null)]
    [InlineData(AdmissionState.Applied, "amina", "weil", RefusalCode.OnlyCoordinator)]
    [InlineData(AdmissionState.Applied, "katrin", " . ", RefusalCode.ReasonMissing)]
    [InlineData(AdmissionState.Declined, "katrin", "", null)]
    [InlineData(AdmissionState.Consulting, "katrin", "weil", RefusalCode.DeclineTooLate)]
    [InlineData(AdmissionState.Withdrawn, "katrin", "weil", RefusalCode.DeclineTooLate)]
    public void Decline_InEachState(AdmissionState state, string who, string reason, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(state).Decline(Network, new PersonId(who), reason, Now)));

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, RefusalCode.TextTooLong)]
    public void Decline_AroundTheLongestReason(int length, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(AdmissionState.Applied).Decline(Network, new PersonId("katrin"), new string('x', length), Now)));

    [Theory]
    [InlineData(AdmissionState.Applied, "samira", true, null)]
    [InlineData(AdmissionState.Consulting, "samira", true, null)]
    [InlineData(AdmissionState.Voting, "dao", false, null)]
    [InlineData(AdmissionState.Voting, "dao", true, RefusalCode.WithdrawalTooLate)]
    [InlineData(AdmissionState.Member, "dao", false, RefusalCode.WithdrawalTooLate)]
    [InlineData(AdmissionState.Declined, "samira", false, RefusalCode.WithdrawalTooLate)]
    [InlineData(AdmissionState.Withdrawn, "samira", false, null)]
    [InlineData(AdmissionState.Applied, "katrin", false, RefusalCode.AdmissionNotFound)]
    [InlineData(AdmissionState.Applied, "amina", false, RefusalCode.AdmissionNotFound)]
    public void Withdraw_InEachState(AdmissionState state, string who, bool hasPlenaryVoted, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(state).Withdraw(Network, new PersonId(who), hasPlenaryVoted, Now)));

    private static RefusalCode? Code(Outcome<Admission> outcome) => (outcome as Outcome<Admission>.Refused)?.Why.Code;

    private static Admission Case(AdmissionState state) => new()
    {
        Id = new AdmissionId("x"), Applicant = "Verein", AppliedBy = new PersonId("samira"), Representative = new PersonId("dao"), AppliedAt = Now, State = state,
    };
}
