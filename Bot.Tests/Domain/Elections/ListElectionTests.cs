using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>Lists from their submission to the substitutes.</summary>
public class ListElectionTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly Duration Tick = Duration.FromNanoseconds(1);

    private static readonly PersonId Amina = new("amina"), Bernd = new("bernd"), Clara = new("clara"), Dao = new("dao");

    [Theory]
    [InlineData("6 3", "abd")] // 6, 3 and 3
    [InlineData("11 4", "abd")] // 11, 5 1/2 and 4, before 3 2/3
    [InlineData("13 4", "abc")] // 13, 6 1/2 and 4 1/3, before 4
    [InlineData("1 9", "dea")] // the second list has two names only
    public void Counted_ThreeSeats_GoInTheOrderOfTheLists(string votes, string elected)
    {
        var election = Take(Voting(3, "abc de"), Papers(votes));
        Assert.Equal(elected.Order(), Names(election.Elected).Order());
        Assert.Equal(ElectionState.Accepting, election.State);
    }

    [Fact]
    public void Counted_ListWithFewerNamesThanSeats_GivesTheRestToTheOthers()
    {
        var election = Take(Voting(4, "a bcd"), Papers("9 2"));
        Assert.Equal("abcd", Names(election.Elected));
        Assert.Equal("ab", Names(Take(Voting(2, "a bcd"), Papers("9 2")).Elected));
        Assert.Equal("a", Names(Take(Voting(4, "a bcd"), Papers("9 0")).Elected));
    }

    [Fact]
    public void Counted_TieAtTheLastSeat_RunOffBetweenThoseWhoWouldTakeIt_ThenTheLot()
    {
        var tied = Take(Voting(2, "ab cd"), Papers("6 3"));
        Assert.Equal(("a", "bc", false, 1), (Names(tied.Elected), Names(tied.Pending!.People), tied.Pending.IsLot, tied.Pending.Seats));
        var runOff = Done(tied.OpenRunOff(Now, Now + Duration.FromDays(7)));
        Assert.Equal((new PaperForm.Choice(2, 1), false), (runOff.Round!.Form, runOff.Round.NeedsMajority));
        Assert.Equal("ac", Names(Take(runOff, Papers("3 4")).Elected));
        var lot = Take(runOff, Papers("4 4"));
        Assert.Equal(("bc", true), (Names(lot.Pending!.People), lot.Pending.IsLot));
        var drawn = Done(Done(lot.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("w"), People("cb"), Now));
        Assert.Equal(("ac", ElectionState.Accepting), (Names(drawn.Elected), drawn.State));
        Assert.True(Take(Voting(2, "ab cd", new ElectionRule { Tie = ElectionTie.Lot }), Papers("6 3")).Pending!.IsLot);
    }

    [Theory]
    [InlineData(4, 3, "ab")]
    [InlineData(3, 3, "")]
    [InlineData(1, 0, "ab")]
    [InlineData(0, 0, "")]
    public void Counted_OnlyOneList_NeedsMoreYesThanNo(int yes, int no, string elected)
    {
        var election = Voting(2, "abc");
        Assert.Equal(new PaperForm.Marking(1, 1), election.Round!.Form);
        var after = Take(election, Count([.. Enumerable.Repeat(BallotPaper.Marking([OptionMark.Yes]), yes), .. Enumerable.Repeat(BallotPaper.Marking([OptionMark.No]), no)]));
        Assert.Equal((elected, ElectionState.Accepting, null), (Names(after.Elected), after.State, after.Pending));
    }

    [Fact]
    public void Decline_TheNextOfTheSameListMovesUp_AndAnEndedListLeavesTheSeatEmpty()
    {
        var election = Take(Voting(2, "ab cde"), Papers("5 4"));
        Assert.Equal("ac", Names(election.Elected));
        Assert.Equal(("b", "d"), (Names(election.NextFor(new PersonId("a"))), Names(election.NextFor(new PersonId("c")))));
        var declined = Done(election.AnswerElection(new PersonId("c"), false, Now));
        Assert.Equal(("acd", true), (Names(declined.Mandates.Select(mandate => mandate.Person)), declined.Mandates[^1].IsSubstitute));
        var both = Done(Done(declined.AnswerElection(new PersonId("a"), false, Now)).AnswerElection(new PersonId("b"), false, Now));
        Assert.Equal(("acdb", 1), (Names(both.Mandates.Select(mandate => mandate.Person)), both.Vacant));
    }

    [Fact]
    public void SubmitList_EverybodyOnItIsAsked_ButWhoSubmitsIt()
    {
        var submitted = Done(Election().SubmitList(Network, " Vielfalt ", [Dao, Amina, Bernd], Amina, Now));
        Assert.Equal([("dao", Consent.Asked, 1), ("amina", Consent.Given, 1), ("bernd", Consent.Asked, 1)], submitted.Nominations.Select(name => (name.Person.Value, name.Answer, name.List!.Value)));
        Assert.Equal("amina", Names(submitted.Standing(Network)));
        Assert.Equal("Vielfalt", submitted.Lists[0].Name);
        Assert.Same(submitted, Done(submitted.SubmitList(Network, "vielfalt", [Dao, Amina, Bernd], Amina, Now + Tick)));
        Assert.Equal("daoamina", Names(Done(submitted.AnswerNomination(Dao, true, Now)).Standing(Network)));
    }

    [Fact]
    public void SubmitList_Anew_AsksAgainWhoHasAnotherPlace_AndTakesOffWhoIsGone()
    {
        var consented = new[] { Dao, Bernd }.Aggregate(
            Done(Election().SubmitList(Network, "Vielfalt", [Amina, Dao, Bernd], Amina, Now)), (election, person) => Done(election.AnswerNomination(person, true, Now)));
        var anew = Done(consented.SubmitList(Network, "Vielfalt", [Amina, Clara, Dao], Amina, Now + Tick));
        Assert.Equal((Consent.Asked, Now + Tick), (anew.NominationOf(Dao)!.Answer, anew.NominationOf(Dao)!.At));
        Assert.Equal((Consent.Refused, null), (anew.NominationOf(Bernd)!.Answer, anew.NominationOf(Bernd)!.List));
        Assert.Equal(RefusalCode.NotNominated, Refused(anew.AnswerNomination(Bernd, true, Now)));
        Assert.Equal(Consent.Asked, Done(anew.SubmitList(Network, "Andere", [Bernd], Clara, Now)).NominationOf(Bernd)!.Answer);
        var kept = Done(consented.SubmitList(Network, "Vielfalt", [Amina, Dao, Clara], Amina, Now + Tick));
        Assert.Equal((Consent.Given, Consent.Asked), (kept.NominationOf(Dao)!.Answer, kept.NominationOf(Clara)!.Answer));
    }

    [Fact]
    public void SubmitList_WhatTheRulesRefuse()
    {
        var election = Done(Election().SubmitList(Network, "Vielfalt", [Amina, Dao], Amina, Now));
        RefusalCode Code(string name, PersonId by, params PersonId[] order) => Refused(election.SubmitList(Network, name, order, by, Now));
        Assert.Equal(RefusalCode.ListNameTaken, Code("VIELFALT", Bernd, Bernd));
        Assert.Equal(RefusalCode.OnOtherList, Code("Andere", Bernd, Bernd, Dao));
        Assert.Equal(RefusalCode.ListIncomplete, Code("Andere", Bernd, Bernd, Bernd));
        Assert.Equal(RefusalCode.PersonUnknown, Code("Andere", Bernd, new PersonId("nobody")));
        Assert.Equal(RefusalCode.ListIncomplete, Code("Andere", Bernd));
        Assert.Equal(RefusalCode.ListIncomplete, Code(" ", Bernd, Bernd));
        Assert.Equal(RefusalCode.ListIncomplete, Code(new string('x', CandidateList.NameLimit + 1), Bernd, Bernd));
        Assert.IsType<Outcome<Election>.Done>(election.SubmitList(Network, new string('x', CandidateList.NameLimit), [Bernd], Bernd, Now));
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Code("Andere", new PersonId("samira"), Bernd));
        Assert.Equal(RefusalCode.NamesOrLists, Refused(election.Nominate(Network, Bernd, Bernd, Now)));
        Assert.Equal(RefusalCode.NamesOrLists, Refused(Of(2, "").SubmitList(Network, "Andere", [Bernd], Bernd, Now)));
        var free = Done(election.AnswerNomination(Dao, false, Now));
        Assert.IsType<Outcome<Election>.Done>(free.SubmitList(Network, "Andere", [Bernd, Dao], Bernd, Now));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void SubmitList_AroundTheDeadline_CountsOnlyBefore(int ticks, bool isTaken) =>
        Assert.Equal(isTaken, Election().SubmitList(Network, "Vielfalt", [Amina], Amina, Deadline + (Tick * ticks)) is Outcome<Election>.Done);

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void SubmitList_AroundTheMostNames_IsRefusedAbove(int others, bool isTaken)
    {
        var election = Election() with { Nominations = [.. Enumerable.Range(0, others).Select(number => new Nomination(new PersonId("p" + number), Bernd, Now, Consent.Given, 7))] };
        var outcome = election.SubmitList(Network, "Vielfalt", [Amina], Amina, Now);
        Assert.Equal(isTaken, outcome is Outcome<Election>.Done);
        Assert.True(isTaken || Refused(outcome) == RefusalCode.NominationsFull);
    }

    [Fact]
    public void Terms_OfALists_AreReadAsWritten_AndFewPapersKeepTheSeatsOnly()
    {
        var election = Voting(2, "ab cd");
        var terms = RoundTerms.Of(election, election.Round!);
        Assert.Equal("1;2;most;First;DHondt:2,2", terms.ToCode());
        Assert.Equal(terms, RoundTerms.Parse(terms.ToCode()));
        Assert.Equal("1s 2s 2s 4n", Standing.ToCode(terms.Standings(Papers("6 3"), election.Round!.Form, MajorityRule.Default)));
        // How far one list is ahead is not kept.
        string[] far = ["9 4", "900 1"];
        Assert.All(far, votes => Assert.Equal("1s 1s 3n 3n", Standing.ToCode(terms.Standings(Papers(votes), election.Round.Form, MajorityRule.Default))));
        foreach (var bad in new[] { "1;2;most;First;x:2", "1;2;most;First;DHondt:a", "1;2;most;First;DHondt", "1;2;most;First;seat:x", "1;2;most;First;seat:1;seat:2", "1;2", "x;2;most;First" })
        {
            Assert.Null(RoundTerms.Parse(bad));
        }
    }

    private static Election Election() => Of(2, "", new ElectionRule { Method = ElectionMethod.List, Allowed = ElectionMethods.List });

    /// <summary>The first round of a list vote: lists with their names, such as "abc de".</summary>
    private static Election Voting(int seats, string lists, ElectionRule? rule = null)
    {
        var election = Of(seats, lists.Replace(" ", "", System.StringComparison.Ordinal), (rule ?? new ElectionRule()) with { Method = ElectionMethod.List, Allowed = ElectionMethods.List });
        var numbered = lists.Split(' ').Index().ToDictionary(list => list.Index + 1, list => People(list.Item));
        var named = election with
        {
            Lists = [.. numbered.Select(list => new CandidateList(list.Key, "L" + list.Key, list.Value[0], Now, list.Value))],
            Nominations = [.. election.Nominations.Select(name => name with { List = numbered.First(list => list.Value.Contains(name.Person)).Key })],
        };
        return Done(named.OpenFirst(named.Standing(Network), Deadline, Deadline + Duration.FromDays(7)));
    }

    private static Election Take(Election election, BallotCount count) =>
        election.Counted(RoundTerms.Of(election, election.Round!).Standings(count, election.Round!.Form, MajorityRule.Default), count, Now);
}
