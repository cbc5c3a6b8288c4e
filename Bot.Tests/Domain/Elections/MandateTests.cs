using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>Those elected accept, decline or stay silent; substitutes move up in the order of their votes.</summary>
public class MandateTests
{
    private static readonly ElectionRule Relative = new() { AbsoluteRounds = 0 };

    private static readonly Instant Last = Now + Duration.FromDays(7);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, RefusalCode.AcceptanceOver)]
    [InlineData(1, RefusalCode.AcceptanceOver)]
    public void AnswerElection_AroundTheDeadline_CountsOnlyBefore(int nanoseconds, RefusalCode? code)
    {
        var outcome = Elected("5 4").AnswerElection(new PersonId("a"), true, Last + Duration.FromNanoseconds(nanoseconds));
        Assert.Equal(code, outcome is Outcome<Election>.Refused(var why) ? why.Code : null);
    }

    [Theory]
    [InlineData(-1, "a")]
    [InlineData(0, "ab")]
    public void Lapse_AroundTheDeadline_SilenceIsARefusal(int nanoseconds, string asked)
    {
        var election = Elected("5 4 3").Lapse(Last + Duration.FromNanoseconds(nanoseconds));
        Assert.Equal(asked, Names(election.Mandates.Select(mandate => mandate.Person)));
        Assert.Equal(election, election.Lapse(Last + Duration.FromNanoseconds(nanoseconds)));
    }

    [Fact]
    public void Decline_NextMovesUp_UntilNobodyIsLeft()
    {
        var election = Elected("5 4 3");
        foreach (var who in new[] { "a", "b", "c" })
        {
            Assert.Equal(MandateState.Asked, election.MandateOf(new PersonId(who))!.State);
            election = Answer(election, who, false);
        }

        Assert.Equal(1, election.Vacant);
        Assert.Equal((ElectionState.Finished, null), (election.Finish(new LocalDate(2027, 2, 1)).State, election.Finish(new LocalDate(2027, 2, 1)).TermFrom));
    }

    [Fact]
    public void Decline_WithoutTheMajority_NobodyMovesUp()
    {
        var election = Answer(Take(FirstRound(1, "abc"), Papers("6 3 1")), "a", false);
        Assert.Equal((1, 1), (election.Mandates.Count, election.Vacant));
    }

    [Fact]
    public void Decline_SubstitutesOnOnePlace_TheLotDecides()
    {
        var election = Answer(Elected("5 3 3 2"), "a", false);
        Assert.Equal((true, "bc", 1), (election.Pending!.IsLot, Names(election.Pending.People), election.Pending.Seats));
        Assert.Equal(ElectionState.Accepting, election.Finish(new LocalDate(2027, 2, 1)).State);
        var drawn = Done(Done(election.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("w"), People("cb"), Now));
        Assert.Equal(("c", true), (drawn.Mandates[^1].Person.Value, drawn.Mandates[^1].IsSubstitute));
        Assert.Equal("b", Answer(drawn, "c", false).Mandates[^1].Person.Value);
    }

    [Fact]
    public void Finish_WhenAllHaveAnswered_BeginsTheTermThatDay()
    {
        var election = Answer(Elected("5 4"), "a", true).Finish(new LocalDate(2027, 1, 31));
        Assert.Equal((ElectionState.Finished, new LocalDate(2027, 1, 31), new LocalDate(2029, 1, 30)), (election.State, election.TermFrom!.Value, election.TermUntil!.Value));
    }

    [Fact]
    public void Leave_TheNextIsAsked_AndLeavingTwiceChangesNothing()
    {
        var election = Answer(Elected("5 4"), "a", true).Finish(new LocalDate(2027, 1, 31)).Seated(People("a"));
        Assert.Equal(RefusalCode.NotElected, Refused(election.Leave(new PersonId("b"), Now)));
        var left = Done(election.Leave(new PersonId("a"), Now));
        Assert.Equal(("b", MandateState.Asked), (left.Mandates[^1].Person.Value, left.Mandates[^1].State));
        Assert.Same(left, Done(left.Leave(new PersonId("a"), Now)));
        Assert.DoesNotContain(left.Seated([]).Mandates, mandate => mandate.IsSeated);
    }

    [Fact]
    public void Substitutes_StandInTheOrderOfTheirVotes_LaterRoundsFirst()
    {
        // Round 1 needs the majority: nobody has it; a and b go into the run-off, c and d never reach it.
        var election = RunOff(Take(FirstRound(1, "abcd"), Papers("4 3 1 1")), "3 4");
        Assert.Equal("b", Names(election.Elected));
        Assert.Equal(["a"], election.Substitutes.Select(Names));
        Assert.Equal(["b", "cd"], Elected("5 4 3 3").Substitutes.Select(Names));
    }

    [Fact]
    public void AnswerElection_ByWhomNobodyElected_IsRefused_AndTwiceChangesNothing()
    {
        var election = Answer(Elected("5 4"), "a", true);
        Assert.Same(election, Done(election.AnswerElection(new PersonId("a"), true, Last)));
        Assert.Equal(RefusalCode.AcceptanceOver, Refused(election.AnswerElection(new PersonId("a"), false, Now)));
        Assert.Equal(RefusalCode.NotElected, Refused(election.AnswerElection(new PersonId("b"), true, Now)));
    }

    private static Election Elected(string votes) => Take(FirstRound(1, "abcd"[..votes.Split(' ').Length], Relative), Papers(votes));

    private static Election Answer(Election election, string who, bool accepts) => Done(election.AnswerElection(new PersonId(who), accepts, Now));
}
