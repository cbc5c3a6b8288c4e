using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>Who is proposed, who consents, and until when.</summary>
public class ElectionNominationTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly Duration Tick = Duration.FromNanoseconds(1);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Nominate_AroundTheDeadline_CountsOnlyBefore(int ticks, bool isTaken)
    {
        var outcome = Of(2, "").Nominate(Network, new PersonId("dao"), new PersonId("amina"), Deadline + (Tick * ticks));
        Assert.Equal(isTaken, outcome is Outcome<Election>.Done);
        Assert.True(isTaken || Refused(outcome) == RefusalCode.NominationsClosed);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void AnswerNomination_AroundTheDeadline_ConsentCountsOnlyBefore_WithdrawalUntilVoting(int ticks, bool isTaken)
    {
        var named = Done(Of(2, "").Nominate(Network, new PersonId("dao"), new PersonId("amina"), Now));
        Assert.Empty(named.Standing(Network));
        Assert.Equal(isTaken, named.AnswerNomination(new PersonId("dao"), true, Deadline + (Tick * ticks)) is Outcome<Election>.Done);
        var stands = Done(named.AnswerNomination(new PersonId("dao"), true, Now));
        Assert.Equal("dao", Names(stands.Standing(Network)));
        Assert.Empty(Done(stands.AnswerNomination(new PersonId("dao"), false, Deadline + (Tick * ticks))).Standing(Network));
        var voting = Done(stands.OpenFirst(stands.Standing(Network), Deadline, Deadline + Tick));
        Assert.Equal(RefusalCode.ElectionNotThatFar, Refused(voting.AnswerNomination(new PersonId("dao"), false, Deadline)));
    }

    [Fact]
    public void Nominate_Twice_IsOnTheListOnce_AndOneselfStandsAtOnce()
    {
        var once = Done(Of(2, "").Nominate(Network, new PersonId("dao"), new PersonId("amina"), Now));
        Assert.Same(once, Done(once.Nominate(Network, new PersonId("dao"), new PersonId("bernd"), Now)));
        var stands = Done(once.Nominate(Network, new PersonId("dao"), new PersonId("dao"), Now));
        Assert.Equal((1, Consent.Given), (stands.Nominations.Count, stands.Nominations[0].Answer));
        Assert.Same(stands, Done(stands.Nominate(Network, new PersonId("dao"), new PersonId("amina"), Now)));
        var refused = Done(stands.AnswerNomination(new PersonId("dao"), false, Now));
        Assert.Equal(RefusalCode.DoesNotStand, Refused(refused.Nominate(Network, new PersonId("dao"), new PersonId("amina"), Now)));
        Assert.Equal(Consent.Given, Done(refused.Nominate(Network, new PersonId("dao"), new PersonId("dao"), Now)).Nominations[0].Answer);
    }

    [Fact]
    public void Nominate_ByAStrangerOrOfAStranger_IsRefused()
    {
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Refused(Of(2, "").Nominate(Network, new PersonId("dao"), new PersonId("samira"), Now)));
        Assert.Equal(RefusalCode.PersonUnknown, Refused(Of(2, "").Nominate(Network, new PersonId("nobody"), new PersonId("amina"), Now)));
        Assert.Equal(RefusalCode.NotNominated, Refused(Of(2, "").AnswerNomination(new PersonId("dao"), true, Now)));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Nominate_AroundTheMostNames_IsRefusedAbove(int named, bool isTaken)
    {
        var election = Of(2, "") with { Nominations = [.. Enumerable.Range(0, named).Select(number => new Nomination(new PersonId("p" + number), new PersonId("amina"), Now, Consent.Asked))] };
        var outcome = election.Nominate(Network, new PersonId("dao"), new PersonId("amina"), Now);
        Assert.Equal(isTaken, outcome is Outcome<Election>.Done);
        Assert.True(isTaken || Refused(outcome) == RefusalCode.NominationsFull);
    }

    [Theory]
    [InlineData("katrin", "beirat", 5, 1, 2, null)]
    [InlineData("katrin", "beirat", 1, 1, 2, null)]
    [InlineData("katrin", "beirat", 30, 1, 2, null)]
    [InlineData("katrin", "beirat", 0, 1, 2, RefusalCode.SeatsOutOfRange)]
    [InlineData("katrin", "beirat", 31, 1, 2, RefusalCode.SeatsOutOfRange)]
    [InlineData("katrin", "beirat", 5, 0, 2, RefusalCode.ElectionDatesWrong)]
    [InlineData("katrin", "beirat", 5, 2, 2, RefusalCode.ElectionDatesWrong)]
    [InlineData("katrin", "plenum", 5, 1, 2, RefusalCode.CommitteeUnknown)]
    [InlineData("katrin", "nobody", 5, 1, 2, RefusalCode.CommitteeUnknown)]
    [InlineData("amina", "beirat", 5, 1, 2, RefusalCode.OnlyCoordinator)]
    public void Call_IsForCoordinatorsAndLyingAhead(string who, string body, int seats, int nominate, int vote, RefusalCode? code)
    {
        var call = new ElectionCall(new CommitteeId(body), seats, ElectionMethod.Joint, Now + (Tick * nominate), Now + (Tick * vote), false);
        var outcome = Election.Call(Network, call, new ElectionId("e"), new PersonId(who), Now);
        Assert.Equal(code, outcome is Outcome<Election>.Refused(var why) ? why.Code : null);
    }
}
