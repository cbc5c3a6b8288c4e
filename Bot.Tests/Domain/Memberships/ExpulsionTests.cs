using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>An expulsion case: who may propose, hear, pass on and take back; what must come before what; with both sides of each limit.</summary>
public class ExpulsionTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly PersonId Katrin = new("katrin"), Amina = new("amina"), Dao = new("dao"), Samira = new("samira");

    private static readonly Network Network = ExampleSnapshot.Create().Network;

    public static TheoryData<string, string, string, int, string, RefusalCode?> Proposals => new()
    {
        { "member", "kulturbruecke", "weil", 14, "dao", null },
        { "coordinator", "kulturbruecke", "weil", 14, "katrin", null },
        { "guest", "kulturbruecke", "weil", 14, "samira", RefusalCode.OnlyMembersPropose },
        { "stranger", "kulturbruecke", "weil", 14, "fremd", RefusalCode.OnlyMembersPropose },
        { "own", "sportbund", "weil", 14, "dao", RefusalCode.ExpulsionOfOwn },
        { "unknown", "x", "weil", 14, "dao", RefusalCode.OrganizationUnknown },
        { "no reason", "kulturbruecke", " - ", 14, "dao", RefusalCode.ReasonMissing },
        { "long reason", "kulturbruecke", new string('a', 801), 14, "dao", RefusalCode.TextTooLong },
        { "longest reason", "kulturbruecke", new string('a', 800), 14, "dao", null },
        { "too few days", "kulturbruecke", "weil", 6, "dao", RefusalCode.HearingDaysWrong },
        { "fewest days", "kulturbruecke", "weil", 7, "dao", null },
        { "most days", "kulturbruecke", "weil", 60, "dao", null },
        { "too many days", "kulturbruecke", "weil", 61, "dao", RefusalCode.HearingDaysWrong },
    };

    [Theory]
    [MemberData(nameof(Proposals))]
    public void Propose_ByWhomeverWhatever_IsTakenOrRefused(string what, string organization, string reasons, int days, string by, RefusalCode? code) => Assert.Equal(
        (what, code), (what, CodeOf(Expulsion.Propose(Network, new OrganizationId(organization), reasons, days, new PersonId(by), new ExpulsionId("e"), Now))));

    [Theory]
    [InlineData(2026, 12, 7, 22, 59, false)]
    [InlineData(2026, 12, 7, 23, 0, true)]
    public void IsHeard_WithoutAnAnswer_BeginsWhenTheLastDayIsOver(int year, int month, int day, int hour, int minute, bool isHeard)
    {
        var at = Instant.FromUtc(year, month, day, hour, minute);
        Assert.Equal(isHeard, Proposed().IsHeardOn(at.InZone(Berlin).Date));
        Assert.Equal(isHeard ? null : RefusalCode.ExpulsionNotHeard, CodeOf(Proposed().Consult(Network, Katrin, at)));
        Assert.Equal(isHeard ? null : RefusalCode.ExpulsionNotHeard, CodeOf(Proposed().WaiveRecommendation(Network, Katrin, null, null, "eilig", at)));
        if (isHeard)
        {
            Assert.Equal((HearingKind.Unanswered, new LocalDate(2026, 12, 7)), (Done(Proposed().Consult(Network, Katrin, at)).Hearing!.Kind, Done(Proposed().Consult(Network, Katrin, at)).Hearing!.On));
        }
    }

    [Fact]
    public void Answer_ByWhoeverActsForIt_CountsAsHeard_AndTheLastOneStands()
    {
        var first = Done(Proposed().Answer(Network, Amina, " Nein. ", Now));
        Assert.Equal(("Nein.", true, HearingKind.Written), (first.Hearing!.Words, first.Hearing.IsOwn, first.Hearing.Kind));
        Assert.Same(first, Done(first.Answer(Network, Amina, "Nein.", Now + Duration.FromHours(1))));
        Assert.Equal(HearingKind.Declined, Done(first.Answer(Network, Amina, null, Now)).Hearing!.Kind);
        Assert.Equal(ExpulsionState.Consulting, Done(first.Consult(Network, Katrin, Now)).State);
        Assert.Equal(RefusalCode.HearingTooLate, CodeOf(Done(first.Consult(Network, Katrin, Now)).Answer(Network, Amina, "Doch.", Now)));
        Assert.Equal(RefusalCode.StatementMissing, CodeOf(first.Answer(Network, Amina, " ", Now)));
        Assert.Equal(RefusalCode.TextTooLong, CodeOf(first.Answer(Network, Amina, new string('a', 1201), Now)));
        Assert.Null(CodeOf(first.Answer(Network, Amina, new string('a', 1200), Now)));
        foreach (var other in new[] { Dao, Katrin, Samira })
        {
            Assert.Equal(RefusalCode.ExpulsionNotFound, CodeOf(first.Answer(Network, other, "Nein.", Now)));
        }
    }

    [Theory]
    [InlineData(2026, 11, 22, RefusalCode.HearingDayWrong)]
    [InlineData(2026, 11, 23, null)]
    [InlineData(2026, 11, 30, null)]
    [InlineData(2026, 12, 1, RefusalCode.HearingDayWrong)]
    public void RecordHearing_OnADay_IsBetweenTheMotionAndToday(int year, int month, int day, RefusalCode? code) => Assert.Equal(
        code, CodeOf(Proposed().RecordHearing(Network, Katrin, HearingKind.Oral, new LocalDate(year, month, day), "Sie bestreiten es.", Now + Duration.FromDays(7))));

    [Fact]
    public void RecordHearing_LeavesWhatTheOrganizationSaidItself_AndIsTheCoordinators()
    {
        var today = Now.InZone(Berlin).Date;
        var own = Done(Proposed().Answer(Network, Amina, "Nein.", Now));
        Assert.Equal(RefusalCode.HeardByThemselves, CodeOf(own.RecordHearing(Network, Katrin, HearingKind.Oral, today, "Ja.", Now)));
        Assert.Equal(RefusalCode.OnlyCoordinator, CodeOf(Proposed().RecordHearing(Network, Dao, HearingKind.Oral, today, "Ja.", Now)));
        Assert.Equal(RefusalCode.StatementMissing, CodeOf(Proposed().RecordHearing(Network, Katrin, HearingKind.Oral, today, " ", Now)));
        var declined = Done(Proposed().RecordHearing(Network, Katrin, HearingKind.Declined, today, string.Empty, Now));
        Assert.Equal((HearingKind.Declined, false), (declined.Hearing!.Kind, declined.Hearing.IsOwn));
        Assert.Equal("Nein.", Done(declined.Answer(Network, Amina, "Nein.", Now)).Hearing!.Words);
    }

    [Fact]
    public void Withdraw_IsForWhoeverProposed_AndForACoordinatorOnlyOnceTheyAreGone()
    {
        var proposed = Proposed();
        Assert.Equal(RefusalCode.ExpulsionNotFound, CodeOf(proposed.Withdraw(Network, Katrin, "weil", false, Now)));
        Assert.Equal(RefusalCode.ExpulsionNotFound, CodeOf(proposed.Withdraw(Network, Amina, "weil", false, Now)));
        Assert.Equal(RefusalCode.ReasonMissing, CodeOf(proposed.Withdraw(Network, Dao, " ", false, Now)));
        Assert.Equal(ExpulsionState.Withdrawn, Done(proposed.Withdraw(Network, Dao, "geklärt", false, Now)).State);
        var gone = Network with { People = [.. Network.People.Where(person => person.Id != Dao)] };
        Assert.Equal(ExpulsionState.Withdrawn, Done(proposed.Withdraw(gone, Katrin, "geklärt", false, Now)).State);
        Assert.Equal(RefusalCode.ExpulsionNotFound, CodeOf(proposed.Withdraw(gone, Amina, "geklärt", false, Now)));
        var voting = proposed with { State = ExpulsionState.Voting };
        Assert.Null(CodeOf(voting.Withdraw(Network, Dao, "geklärt", false, Now)));
        Assert.Equal(RefusalCode.WithdrawalTooLate, CodeOf(voting.Withdraw(Network, Dao, "geklärt", true, Now)));
        Assert.Equal(RefusalCode.WithdrawalTooLate, CodeOf((proposed with { State = ExpulsionState.Expelled }).Withdraw(Network, Dao, "geklärt", false, Now)));
    }

    [Theory]
    [InlineData(3, 1, Verdict.Accepted, Recommendation.For)]
    [InlineData(1, 3, Verdict.Rejected, Recommendation.Against)]
    [InlineData(0, 0, Verdict.Rejected, Recommendation.None)]
    public void Recommended_ByTheBoardsVerdict_GoesOnToThePlenary(int yes, int no, Verdict verdict, Recommendation recommendation)
    {
        var result = MajorityRule.Default.Decide(new Tally(yes, no, 0, 4 - yes - no, null, 4, 0));
        Assert.Equal(verdict, result.Verdict);
        var voting = (Proposed() with { State = ExpulsionState.Consulting }).Recommended(result);
        Assert.Equal((ExpulsionState.Voting, recommendation), (voting.State, voting.Recommendation));
        Assert.Equal(recommendation == Recommendation.Against, voting.Decided(MajorityRule.Default.Decide(new Tally(3, 0, 0, 1, null, 4, 0)), "2026-01").Deviates);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Excluded_IsTheOrganizationOnlyWhereTheRulesSaySo(bool concernedVotes, int count)
    {
        var plenary = Network.GeneralAssembly!;
        var ruled = plenary with { Rules = plenary.Rules.With(MotionKind.Expulsion, DecisionRule.Default with { ConcernedVotes = concernedVotes }) };
        Assert.Equal(count, Proposed().Excluded(ruled).Count);
    }

    private static Expulsion Proposed() => Done(Expulsion.Propose(Network, new OrganizationId("kulturbruecke"), "weil", 14, Dao, new ExpulsionId("e"), Now));

    private static Expulsion Done(Outcome<Expulsion> outcome) => Assert.IsType<Outcome<Expulsion>.Done>(outcome).Value;

    private static RefusalCode? CodeOf(Outcome<Expulsion> outcome) => (outcome as Outcome<Expulsion>.Refused)?.Why.Code;
}
