using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>Somebody declares a conflict of interest while a ballot runs.</summary>
public class ConflictDeclarationTests
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Closes = Instant.FromUtc(2026, 11, 27, 11, 0);
    private static readonly PersonId Ada = new("ada");
    private static readonly Ballot Ballot = new(new BallotId("b1"), Opened, Closes, MajorityRule.Default, null);
    private static readonly RollEntry Line = RollEntry.Open(new VoterId("bridge"), [Ada, new PersonId("ben")], EntitlementReason.MemberOrganization);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(4 * 24 * 3600)]
    [InlineData((98 * 3600) - 1)]
    public void Declare_UntilTheEnd_LeavesTheVoterOut(int secondsAfterOpening) => Assert.Equal(
        Exclusion.ConflictOfInterest,
        Assert.IsType<Outcome<RollEntry>.Done>(Ballot.DeclareConflict(Line, Ada, Opened + Duration.FromSeconds(secondsAfterOpening))).Value.Excluded);

    [Fact]
    public void Declare_AtTheEndOrAfterItWasFrozen_IsRefused()
    {
        var closed = new Refusal(RefusalCode.VotingClosed, Closes);
        Assert.Equal(closed, Why(Ballot.DeclareConflict(Line, Ada, Closes)));
        Assert.Equal(closed, Why(Ballot.DeclareConflict(Line with { Frozen = true }, Ada, Opened)));
    }

    [Fact]
    public void Declare_ByOthersThanTheActors_IsRefused() =>
        Assert.Equal(new Refusal(RefusalCode.NotEntitledToVote), Why(Ballot.DeclareConflict(Line, new PersonId("cem"), Opened)));

    [Theory]
    [InlineData(BallotSecrecy.Open)]
    [InlineData(BallotSecrecy.Secret)]
    public void Declare_AfterVoting_IsRefusedInAnyBallot(BallotSecrecy secrecy)
    {
        var ballot = Ballot with { Secrecy = secrecy };
        var voted = Assert.IsType<Outcome<RollEntry>.Done>(ballot.Cast(Line, Ada, VoteOption.No, Opened)).Value;
        Assert.Equal(new Refusal(RefusalCode.ConflictAfterVote), Why(ballot.DeclareConflict(voted, Ada, Opened)));
    }

    [Fact]
    public void Declare_Twice_ChangesNothingMore_AndAVoteIsRefused()
    {
        var once = Assert.IsType<Outcome<RollEntry>.Done>(Ballot.DeclareConflict(Line, Ada, Opened)).Value;
        Assert.Same(once, Assert.IsType<Outcome<RollEntry>.Done>(Ballot.DeclareConflict(once, Ada, Opened)).Value);
        Assert.Equal(new Refusal(RefusalCode.ExcludedFromVote, Exclusion.ConflictOfInterest), Why(Ballot.Cast(once, Ada, VoteOption.Yes, Opened)));
        var applicant = Line with { Excluded = Exclusion.Applicant };
        Assert.Same(applicant, Assert.IsType<Outcome<RollEntry>.Done>(Ballot.DeclareConflict(applicant, Ada, Opened)).Value);
    }

    private static Refusal Why(Outcome<RollEntry> outcome) => Assert.IsType<Outcome<RollEntry>.Refused>(outcome).Why;
}
