using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

public class RecommendationWaiverTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly PersonId Katrin = new("katrin");

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly Ballot Board = new(new BallotId("board"), Now - Duration.FromDays(2), Now - Duration.FromDays(1), MajorityRule.Default, null);

    [Theory]
    [InlineData(Verdict.NoQuorum, null)]
    [InlineData(Verdict.Repeat, null)]
    [InlineData(Verdict.Accepted, RefusalCode.BoardStillDecides)]
    [InlineData(Verdict.Rejected, RefusalCode.BoardStillDecides)]
    [InlineData(Verdict.ChairDecides, RefusalCode.BoardStillDecides)]
    [InlineData(Verdict.Lot, RefusalCode.BoardStillDecides)]
    public void Waive_AfterTheBoardsBallot_OnlyWhereItDecidedNothing(Verdict verdict, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(AdmissionState.Consulting).WaiveRecommendation(Network, Katrin, Board, Result(verdict), "weil", Now)));

    [Fact]
    public void Waive_WhileTheBoardVotesOrIsCounted_IsRefusedAndAllowedWhereItsBallotIsVoid()
    {
        var consulting = Case(AdmissionState.Consulting);
        Assert.Equal(RefusalCode.BoardStillDecides, Code(consulting.WaiveRecommendation(Network, Katrin, null, null, "weil", Now)));
        Assert.Equal(RefusalCode.BoardStillDecides, Code(consulting.WaiveRecommendation(Network, Katrin, Board with { ClosesAt = Now + Duration.FromDays(1) }, null, "weil", Now)));
        Assert.Equal(RefusalCode.BoardStillDecides, Code(consulting.WaiveRecommendation(Network, Katrin, Board, null, "weil", Now)));
        Assert.Null(Code(consulting.WaiveRecommendation(Network, Katrin, Board with { Voided = new Voiding(Now, Katrin, "Irrtum") }, null, "weil", Now)));
    }

    [Theory]
    [InlineData(AdmissionState.Applied, null)]
    [InlineData(AdmissionState.Consulting, null)]
    [InlineData(AdmissionState.Voting, RefusalCode.AdmissionWentOn)]
    [InlineData(AdmissionState.Member, RefusalCode.AdmissionWentOn)]
    [InlineData(AdmissionState.Rejected, RefusalCode.AdmissionWentOn)]
    [InlineData(AdmissionState.Undecided, RefusalCode.AdmissionWentOn)]
    public void Waive_InEachState_OnlyBeforeThePlenarysTurn(AdmissionState state, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(state).WaiveRecommendation(Network, Katrin, Board, Result(Verdict.NoQuorum), "weil", Now)));

    [Theory]
    [InlineData(0, RefusalCode.ReasonMissing)]
    [InlineData(1, null)]
    [InlineData(500, null)]
    [InlineData(501, RefusalCode.TextTooLong)]
    public void Waive_ReasonOfLength_IsTakenUpTo500(int length, RefusalCode? expected) =>
        Assert.Equal(expected, Code(Case(AdmissionState.Consulting).WaiveRecommendation(Network, Katrin, Board, Result(Verdict.NoQuorum), new string('x', length) + "  ", Now)));

    [Fact]
    public void Waive_ByACoordinator_KeepsWhoWhenWhyAndIsDoneOnce()
    {
        var waived = Assert.IsType<Outcome<Admission>.Done>(Case(AdmissionState.Consulting).WaiveRecommendation(Network, Katrin, Board, Result(Verdict.NoQuorum), " weil ", Now)).Value;

        Assert.Equal((AdmissionState.Voting, Recommendation.None, new RecommendationWaiver(Katrin, Now, "weil")), (waived.State, waived.Recommendation!.Value, waived.Waiver!));
        Assert.Same(waived, Assert.IsType<Outcome<Admission>.Done>(waived.WaiveRecommendation(Network, Katrin, Board, Result(Verdict.NoQuorum), "anders", Now)).Value);
        Assert.Equal(RefusalCode.OnlyCoordinator, Code(Case(AdmissionState.Consulting).WaiveRecommendation(Network, new PersonId("amina"), Board, Result(Verdict.NoQuorum), "weil", Now)));
    }

    [Fact]
    public void Recommended_WithoutQuorum_StaysWithTheBoard()
    {
        var consulting = Case(AdmissionState.Consulting);
        Assert.Same(consulting, consulting.Recommended(Result(Verdict.NoQuorum)));
        Assert.Same(consulting, consulting.Recommended(Result(Verdict.Repeat)));
        Assert.Equal(Recommendation.None, consulting.Recommended(Result(Verdict.Rejected)).Recommendation);
    }

    private static Admission Case(AdmissionState state) => new()
    {
        Id = new AdmissionId("a"), Applicant = "Verein Brücke", AppliedBy = Katrin, AppliedAt = Now, State = state,
    };

    private static BallotResult Result(Verdict verdict) => MajorityRule.Default.Decide(Tally.Of([])) with { Verdict = verdict };

    private static RefusalCode? Code(Outcome<Admission> outcome) => (outcome as Outcome<Admission>.Refused)?.Why.Code;
}
