using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>Whether an applicant can be asked to introduce itself, and what has become of it.</summary>
public class AdmissionIntroductionTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly Meeting Board = new()
    {
        Id = new MeetingId("m"), Committee = Network.AdvisoryBoard!.Id, Day = new LocalDate(2026, 11, 24), Start = new LocalTime(17, 0), RulesVersion = 1, CalledBy = new PersonId("katrin"), CalledAt = Now,
    };

    private static readonly AgendaItem Item = new(1, "Vorstellung: Verein", null, new PersonId("katrin"), Now);

    [Theory]
    [InlineData(AdmissionState.Applied, "katrin", null, 0, null)]
    [InlineData(AdmissionState.Consulting, "katrin", IntroductionStanding.Off, 0, null)]
    [InlineData(AdmissionState.Voting, "katrin", IntroductionStanding.Held, 0, null)]
    [InlineData(AdmissionState.Applied, "katrin", IntroductionStanding.Ahead, 0, RefusalCode.IntroductionThere)]
    [InlineData(AdmissionState.Applied, "amina", null, 0, RefusalCode.OnlyCoordinator)]
    [InlineData(AdmissionState.Admitted, "katrin", null, 0, RefusalCode.IntroductionTooLate)]
    [InlineData(AdmissionState.Withdrawn, "katrin", null, 0, RefusalCode.IntroductionTooLate)]
    [InlineData(AdmissionState.Applied, "katrin", null, 30 * 60 + 59, null)]
    [InlineData(AdmissionState.Applied, "katrin", null, 31 * 60, RefusalCode.MeetingInPast)]
    public void WhyNotIntroduce(AdmissionState state, string who, IntroductionStanding? standing, int minutesLater, RefusalCode? expected) =>
        Assert.Equal(expected, Case(state).WhyNotIntroduce(Network, new PersonId(who), Board, standing, Now + Duration.FromMinutes(minutesLater))?.Code);

    [Fact]
    public void WhyNotIntroduce_InAnyOtherCommittee_IsRefused()
    {
        foreach (var committee in Network.Committees)
        {
            var isOne = committee.Kind is CommitteeKind.AdvisoryBoard or CommitteeKind.GeneralAssembly;
            Assert.Equal(isOne ? null : RefusalCode.MeetingNotFound, Case(AdmissionState.Applied).WhyNotIntroduce(Network, new PersonId("katrin"), Board with { Committee = committee.Id }, null, Now)?.Code);
        }
    }

    [Theory]
    [InlineData(MeetingState.Invited, AgendaItemState.Open, 38 * 60 - 1, IntroductionStanding.Ahead)]
    [InlineData(MeetingState.Invited, AgendaItemState.Open, 38 * 60, IntroductionStanding.Held)]
    [InlineData(MeetingState.InSession, AgendaItemState.Open, 38 * 60, IntroductionStanding.Ahead)]
    [InlineData(MeetingState.InSession, AgendaItemState.Done, 0, IntroductionStanding.Held)]
    [InlineData(MeetingState.Closed, AgendaItemState.Open, 0, IntroductionStanding.Held)]
    [InlineData(MeetingState.Closed, AgendaItemState.Postponed, 0, IntroductionStanding.Off)]
    [InlineData(MeetingState.Invited, AgendaItemState.Referred, 0, IntroductionStanding.Off)]
    [InlineData(MeetingState.Cancelled, AgendaItemState.Open, 0, IntroductionStanding.Off)]
    public void StandingOf(MeetingState meeting, AgendaItemState item, int minutesLater, IntroductionStanding expected) => Assert.Equal(
        expected, Admission.StandingOf(Board with { State = meeting }, Item with { State = item }, Network.Zone, Now + Duration.FromMinutes(minutesLater)));

    [Fact]
    public void StandingOf_WithoutItsItem_IsOff() => Assert.Equal(IntroductionStanding.Off, Admission.StandingOf(Board, null, Network.Zone, Now));

    private static Admission Case(AdmissionState state) => new()
    {
        Id = new AdmissionId("x"), Applicant = "Verein", AppliedBy = new PersonId("samira"), AppliedAt = Now, State = state,
    };
}
