using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Committees;

/// <summary>By whose votes a decision is taken, where the rules say so.</summary>
public class ElectorateTests
{
    private static readonly Network Example = ExampleSnapshot.Create().Network;

    [Theory]
    [InlineData("plenum", VotingRight.ByCommittee, 8, EntitlementReason.MemberOrganization)]
    [InlineData("plenum", VotingRight.MemberOrganizations, 8, EntitlementReason.MemberOrganization)]
    [InlineData("beirat", VotingRight.ByCommittee, 3, EntitlementReason.CommitteeMember)]
    [InlineData("beirat", VotingRight.MembersInPerson, 3, EntitlementReason.CommitteeMember)]
    public void Electorate_ByRight_IsOfThatKind(string committee, VotingRight right, int voters, EntitlementReason reason)
    {
        var electorate = Example.Electorate(Committee(committee), right);

        Assert.Equal(voters, electorate.Count);
        Assert.All(electorate, entry => Assert.Equal(reason, entry.Reason));
    }

    [Fact]
    public void Electorate_OfPersonsInThePlenary_IsEverybodyWhoRepresentsAMemberOnce()
    {
        var electorate = Example.Electorate(Committee("plenum"), VotingRight.MembersInPerson);

        Assert.Equal(Example.Members(Committee("plenum")).Select(person => person.Value).Order(), electorate.Select(entry => entry.Voter.Value).Order());
        Assert.All(electorate, entry => Assert.Equal([new PersonId(entry.Voter.Value)], entry.Actors));
    }

    [Fact]
    public void Electorate_OfOrganizationsInACommittee_IsThoseWhoSitThereAndOnlyTheyAct()
    {
        var board = Committee("beirat");
        var electorate = Example.Electorate(board, VotingRight.MemberOrganizations);

        Assert.Equal(
            Example.Organizations.Where(organization => organization.Representatives.Any(Example.Members(board).Contains)).Select(organization => organization.Id.Value),
            electorate.Select(entry => entry.Voter.Value));
        Assert.All(electorate, entry => Assert.All(entry.Actors, actor => Assert.Contains(actor, Example.Members(board))));
        Assert.Contains(electorate, entry => entry.Voter.Value == "kulturbruecke" && !entry.Actors.Contains(new PersonId("ivo")));
    }

    [Fact]
    public void Opening_OfADecision_TakesTheRightAndTheVersionOfItsRule()
    {
        var rules = Committee("beirat").Rules.With(MotionKind.Project, DecisionRule.Default with { VotingRight = VotingRight.MemberOrganizations, CanChangeVote = false }) with { Version = 3 };
        var board = Committee("beirat") with { Rules = rules };
        var opened = Instant.FromUtc(2026, 11, 23, 9, 0);
        var project = Opening.Of(Example, board, new Motion(MotionKind.Project, board.Id, "Fest", "x"), new BallotId("b"), opened, opened + Duration.FromDays(1));
        var motion = Opening.Of(Example, board, new Motion(MotionKind.General, board.Id, "Fest", "x"), new BallotId("b"), opened, opened + Duration.FromDays(1));

        Assert.All(project.Roll, entry => Assert.Equal(EntitlementReason.MemberOrganization, entry.Reason));
        Assert.All(motion.Roll, entry => Assert.Equal(EntitlementReason.CommitteeMember, entry.Reason));
        Assert.Equal((3, false, 3, true), (project.Ballot.Rule.Version, project.Ballot.CanChangeVote, motion.Ballot.Rule.Version, motion.Ballot.CanChangeVote));
    }

    private static Committee Committee(string id) => Example.Committee(new CommitteeId(id))!;
}
