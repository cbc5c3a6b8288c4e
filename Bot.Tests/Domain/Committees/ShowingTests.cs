using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.ExampleNetwork;
using Xunit;

namespace Bot.Tests.Domain.Committees;

/// <summary>A confidential committee and who may know of it.</summary>
public class ShowingTests
{
    private static readonly PersonId Katrin = new("katrin"), Amina = new("amina"), Dao = new("dao");

    [Theory]
    [InlineData(CommitteeKind.Circle, true)]
    [InlineData(CommitteeKind.WorkingGroup, true)]
    [InlineData(CommitteeKind.AdvisoryBoard, false)]
    [InlineData(CommitteeKind.GeneralAssembly, false)]
    public void IsSecluded_PlenaryAndBoard_NeverAre(CommitteeKind kind, bool expected) =>
        Assert.Equal((expected, false), ((Circle() with { Kind = kind }).IsSecluded, (Circle() with { Kind = kind, IsConfidential = false }).IsSecluded));

    [Fact]
    public void Belongs_Coordinators_ToEveryCommitteeButTheConfidentialOnesTheyHaveNoSeatIn()
    {
        var network = With(Circle());
        Assert.All(network.Committees.Where(committee => !committee.IsConfidential), committee => Assert.True(network.Belongs(Katrin, committee)));
        Assert.False(network.Belongs(Katrin, Circle()));
        Assert.True(network.Belongs(Amina, Circle()));
        Assert.Empty(network.CoordinatorsOf(Circle()));
        var seated = network with { Seats = [.. network.Seats, new Seat(Circle().Id, Katrin)] };
        Assert.Equal([Katrin], seated.CoordinatorsOf(Circle()).Select(person => person.Id));
    }

    [Fact]
    public void Showing_WhatIsKept_TakesTheCommitteeAndItsSeats_AndNothingElse()
    {
        var network = With(Circle());
        var shown = network.Showing(_ => false);
        Assert.Null(shown.Committee(Circle().Id));
        Assert.DoesNotContain(shown.Seats, seat => seat.Committee == Circle().Id);
        Assert.Equal(network.Committees.Count - 1, shown.Committees.Count);
        Assert.Equal((string.Empty, "ika"), (shown.Sight, network.Sight));
    }

    [Fact]
    public void Showing_AConfidentialCommitteeThatEnded_IsKeptAsBefore()
    {
        var network = Example with { FormerCommittees = [Circle()] };
        network = network with { Committees = [.. network.Committees.Where(committee => committee.Id != Circle().Id)] };
        Assert.NotNull(network.Committee(Circle().Id));
        Assert.Null(network.Showing(_ => false).Committee(Circle().Id));
    }

    [Fact]
    public void Showing_WithNothingKept_IsTheNetworkItself()
    {
        var network = With(Circle());
        Assert.Same(network, network.Showing(_ => true));
        Assert.Same(Example, Example.Showing(_ => false));
    }

    [Theory]
    [InlineData("katrin", Roles.Guest)]
    [InlineData("amina", Roles.Guest | Roles.Member | Roles.CommitteeMember)]
    [InlineData("edda", Roles.Guest | Roles.Member)]
    [InlineData("samira", Roles.Guest)]
    [InlineData("nobody", Roles.Stranger)]
    public void RolesOf_TowardsAConfidentialCommittee_AreWhatTheyAre(string person, Roles expected) =>
        Assert.Equal(expected, With(Circle()).RolesOf(new PersonId(person), Circle()));

    [Fact]
    public void RolesOf_WithoutACommittee_NeverMakesAMember() =>
        Assert.Equal((Roles.Guest | Roles.Member | Roles.Chair, Roles.Guest | Roles.Coordinator, Roles.Stranger), (Example.RolesOf(Dao, chair: Dao), Example.RolesOf(Katrin, chair: Dao), Example.RolesOf(null)));

    [Fact]
    public void Allows_InACommitteeTheNetworkDoesNotHave_IsNobodys() =>
        Assert.DoesNotContain(Example.People, person => Example.Allows(Right.LeadMeeting, person.Id, new CommitteeId("nowhere"), chair: person.Id));

    [Theory]
    [InlineData(Place.Private, true, true, true)]
    [InlineData(Place.OwnRoom, false, true, true)]
    [InlineData(Place.Anywhere, false, false, true)]
    public void Allows_ByPlace_IncludesTheNarrowerOnes(Place place, bool isPrivate, bool inRoom, bool anywhere) => Assert.Equal(
        (isPrivate, inRoom, anywhere),
        (new RightRule(Right.ReadMeetings, Roles.Guest, Place.Private).Allows(Roles.Guest, place), new RightRule(Right.ReadMeetings, Roles.Guest, Place.OwnRoom).Allows(Roles.Guest, place),
            new RightRule(Right.ReadMeetings, Roles.Guest, Place.Anywhere).Allows(Roles.Guest | Roles.Member, place)));

    private static Network Example { get; } = ExampleSnapshot.Create().Network;

    private static Committee Circle() => Example.Committees.Single(committee => committee.Id.Value == "ika") with { IsConfidential = true };

    private static Network With(Committee circle) => Example with { Committees = [.. Example.Committees.Select(committee => committee.Id == circle.Id ? circle : committee)] };
}
