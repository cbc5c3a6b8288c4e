using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Memberships;

/// <summary>What may change about a membership without a vote, and what a day makes of it.</summary>
public class MembershipChangeTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly OrganizationId Club = new("kulturbruecke");

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly LocalDate Today = new(2026, 11, 23);

    private static MemberOrganization Organization => Network.Organizations.Single(one => one.Id == Club);

    [Theory]
    [InlineData("amina", 0, "", null)]
    [InlineData("amina", -1, "", RefusalCode.LastDayPast)]
    [InlineData("amina", 1096, "", null)]
    [InlineData("amina", 1097, "", RefusalCode.DayTooFar)]
    [InlineData("ivo", 0, "Brief", RefusalCode.OnlyRepresentative)]
    [InlineData("bernd", 0, "Brief", RefusalCode.OnlyRepresentative)]
    [InlineData("samira", 0, "Brief", RefusalCode.OnlyRepresentative)]
    [InlineData("katrin", 0, "Brief", null)]
    [InlineData("katrin", 0, " - ", RefusalCode.ReceivedMissing)]
    [InlineData("katrin", 0, "", RefusalCode.ReceivedMissing)]
    public void Resign_ByWhoAndWhen(string who, int days, string received, RefusalCode? expected) => Assert.Equal(
        expected, Code(MembershipChange.Resign(Network, Club, new Resignation(Today.PlusDays(days), new PersonId(who), Now) { Received = received })));

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, RefusalCode.TextTooLong)]
    public void Resign_AroundTheLongestAccount(int length, RefusalCode? expected) => Assert.Equal(
        expected, Code(MembershipChange.Resign(Network, Club, new Resignation(Today, new PersonId("katrin"), Now) { Received = new string('x', length) })));

    [Fact]
    public void Resign_TwiceOrUnknown_IsRefused_AndAfterTakingItBackPossibleAgain()
    {
        var amina = new PersonId("amina");
        var declared = new Resignation(Today, amina, Now);
        Assert.Equal(RefusalCode.OrganizationUnknown, Code(MembershipChange.Resign(Network, new OrganizationId("nobody"), declared)));
        Assert.Equal(RefusalCode.ResignedNot, Code(MembershipChange.TakeBackResignation(Network, Club, amina, Now)));
        var resigned = With(Done(MembershipChange.Resign(Network, Club, declared)));
        Assert.Equal(RefusalCode.ResignedAlready, Code(MembershipChange.Resign(resigned, Club, declared)));
        Assert.Equal(RefusalCode.OnlyRepresentative, Code(MembershipChange.TakeBackResignation(resigned, Club, new PersonId("ivo"), Now)));
        var back = With(Done(MembershipChange.TakeBackResignation(resigned, Club, amina, Now)));
        Assert.Null(Code(MembershipChange.Resign(back, Club, declared)));
        Assert.Null(back.Organizations.Single(one => one.Id == Club).AsOf(Today.PlusDays(99)).MemberUntil);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void AsOf_AroundTheLastDay_IsAMemberUntilItIsOver(int days, bool isFormer)
    {
        var organization = Organization with { Resignation = new Resignation(Today, new PersonId("amina"), Now) };
        Assert.Equal(isFormer ? Today : null, organization.AsOf(Today.PlusDays(days)).MemberUntil);
    }

    [Theory]
    [InlineData("katrin", 0, 0, "weil", null)]
    [InlineData("katrin", -1, 0, "weil", RefusalCode.SuspensionPast)]
    [InlineData("katrin", 1, 0, "weil", RefusalCode.SuspensionBackwards)]
    [InlineData("katrin", 0, 1096, "weil", null)]
    [InlineData("katrin", 0, 1097, "weil", RefusalCode.DayTooFar)]
    [InlineData("katrin", 1097, null, "weil", RefusalCode.DayTooFar)]
    [InlineData("katrin", 0, null, "...", RefusalCode.ReasonMissing)]
    [InlineData("amina", 0, null, "weil", RefusalCode.OnlyCoordinator)]
    public void Suspend_ByWhoAndWhen(string who, int first, int? last, string reason, RefusalCode? expected) => Assert.Equal(
        expected, Code(MembershipChange.Suspend(Network, Club, Suspended(who, first, last, reason))));

    [Fact]
    public void Suspend_WhileAnotherApplies_IsRefused_AndResumeEndsItToday()
    {
        var katrin = new PersonId("katrin");
        Assert.Equal(RefusalCode.SuspendedNot, Code(MembershipChange.Resume(Network, Club, katrin, Now)));
        var suspended = With(Done(MembershipChange.Suspend(Network, Club, Suspended("katrin", 0, 10, "weil"))));
        Assert.Equal(RefusalCode.SuspendedAlready, Code(MembershipChange.Suspend(suspended, Club, Suspended("katrin", 5, 10, "weil"))));
        Assert.Equal(RefusalCode.OnlyCoordinator, Code(MembershipChange.Resume(suspended, Club, new PersonId("amina"), Now)));
        var active = With(Done(MembershipChange.Resume(suspended, Club, katrin, Now)));
        Assert.Equal(RefusalCode.SuspendedNot, Code(MembershipChange.Resume(active, Club, katrin, Now)));
        Assert.False(active.Organizations.Single(one => one.Id == Club).AsOf(Today).IsSuspended);
        Assert.Null(Code(MembershipChange.Suspend(active, Club, Suspended("katrin", 0, null, "weil"))));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void AsOf_AroundASuspension_AppliesFromItsFirstToItsLastDay(int days, bool isSuspended) =>
        Assert.Equal(isSuspended, (Organization with { Suspension = Suspended("katrin", 0, 3, "weil") }).AsOf(Today.PlusDays(days)).IsSuspended);

    [Theory]
    [InlineData("plenum", VotingRight.ByCommittee, 8, 7)]
    [InlineData("plenum", VotingRight.MembersInPerson, 9, 7)]
    [InlineData("beirat", VotingRight.ByCommittee, 3, 3)]
    [InlineData("beirat", VotingRight.MemberOrganizations, 3, 2)]
    public void Roll_WithASuspendedMember_HasItWithTheReason_AndTheElectorateHasItNot(string committee, VotingRight right, int roll, int entitled)
    {
        var network = With((Organization with { Suspension = Suspended("katrin", 0, null, "weil") }).AsOf(Today));
        var where = network.Committees.Single(one => one.Id.Value == committee);
        Assert.Equal(roll, network.Roll(where, right).Count);
        Assert.Equal(entitled, network.Electorate(where, right).Count);
        Assert.All(network.Roll(where, right).Where(entry => entry.Excluded is not null), entry => Assert.Equal(Exclusion.Suspended, entry.Excluded));
    }

    [Fact]
    public void Opening_WithASuspendedMember_FreezesTheReasonAndCountsItAsExcluded()
    {
        var network = With((Organization with { Suspension = Suspended("katrin", 0, null, "weil") }).AsOf(Today));
        var plenary = network.GeneralAssembly!;
        var opening = Opening.Of(network, plenary, new Motion(MotionKind.General, plenary.Id, "Frage", "x"), new BallotId("x"), Now, Now + Duration.FromDays(1));
        Assert.Equal((7, 1), (Tally.Of(opening.Roll).Entitled, Tally.Of(opening.Roll).Excluded));
        Assert.Equal(Exclusion.Suspended, opening.Roll.Single(entry => entry.Voter.Value == Club.Value).Excluded);
    }

    [Fact]
    public void Return_OfAFormerMember_KeepsItsIdentityAndItsHistory()
    {
        var former = (Organization with { Resignation = new Resignation(Today, new PersonId("amina"), Now), Suspension = Suspended("katrin", 0, null, "weil") }).AsOf(Today.PlusDays(1));
        var back = MembershipChange.Return(former, Today.PlusDays(50), new PersonId("ivo"));
        Assert.Equal((Club, Today.PlusDays(50)), (back.Id, back.MemberSince));
        Assert.Equal(new MembershipPeriod(new LocalDate(2024, 3, 12), Today), Assert.Single(back.Earlier));
        Assert.Equal([new PersonId("ivo")], back.Representatives);
        var asOf = back.AsOf(Today.PlusDays(50));
        Assert.Equal((null, false), (asOf.MemberUntil, asOf.IsSuspended));
        Assert.Equal(former.Representatives, MembershipChange.Return(former, Today.PlusDays(50), null).Representatives);
    }

    [Theory]
    [InlineData("Kulturverein Morgenstern e. V.", "kulturverein morgenstern E.V.", true)]
    [InlineData("Kulturverein Morgenstern e. V.", "Kulturverein Morgenstern", false)]
    [InlineData("Straße 1", "Strasse 1", false)]
    public void IsSame_OfTwoSpellings(string one, string other, bool expected) => Assert.Equal(expected, OrganizationName.IsSame(one, other));

    private static Suspension Suspended(string who, int first, int? last, string reason) =>
        new(Today.PlusDays(first), last is { } days ? Today.PlusDays(days) : null, reason, new PersonId(who), Now);

    private static Network With(MemberOrganization organization) =>
        Network with { Organizations = [.. Network.Organizations.Select(one => one.Id == organization.Id ? organization : one)] };

    private static MemberOrganization Done(Outcome<MemberOrganization> outcome) => Assert.IsType<Outcome<MemberOrganization>.Done>(outcome).Value;

    private static RefusalCode? Code(Outcome<MemberOrganization> outcome) => (outcome as Outcome<MemberOrganization>.Refused)?.Why.Code;
}
