using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Elections.ElectionCases;

namespace Bot.Tests.Domain.Elections;

/// <summary>What is kept of fewer than five secret papers of an election decides as all papers do, and says nothing that the decision does not say.</summary>
public class OutcomeOnlyTests
{
    private const string Everybody = "abcdef";

    [Theory]
    [InlineData("4 3 1 0", 2, true, "1s 1s 1s 4n")]
    [InlineData("3 4 0 1", 2, true, "1s 1s 4n 1s")]
    [InlineData("3 2 2 0", 2, false, "1m 2m 2m 4n")]
    [InlineData("1 1 1 0", 1, true, "1s 1s 1s 4n")]
    [InlineData("3 0 1 0", 2, true, "1m 4n 2s 4n")]
    [InlineData("1 0 0 0", 2, true, "1m 4n 4n 4n")]
    [InlineData("0 0 0 0", 2, true, "4n 4n 4n 4n")]
    public void Standings_SayWhoIsElectedAndBetweenWhomIsToBeDecided_AndNoMore(string votes, int seats, bool needsMajority, string kept)
    {
        var (count, form) = (Papers(votes), new PaperForm.Choice(4, seats));
        var terms = new RoundTerms(1, seats, needsMajority, RoundReason.First);
        Assert.Equal(kept, Standing.ToCode(Standing.OutcomeOnly(Standing.Of(count, form, MajorityRule.Default), terms, form)));
    }

    /// <summary>Elections of few papers, with run-offs and lots, once by all standings and once by what is kept of them: the same people are elected, tied and asked.</summary>
    [Fact]
    public void Election_DecidedByWhatIsKept_ComesToTheSame() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var rule = ElectionRule.Default with { AbsoluteRounds = random.Next(3), Method = random.Next(3) switch { 0 => ElectionMethod.Joint, 1 => ElectionMethod.OneByOne, _ => ElectionMethod.SeatBySeat } };
        var (full, kept) = (FirstRound(random.Next(1, 5), Everybody[..random.Next(2, 7)], rule), (Election?)null);
        kept = full;
        for (var round = 0; round < 6 && full.State is ElectionState.Voting or ElectionState.Deciding; round++)
        {
            if (full.State == ElectionState.Voting)
            {
                var count = Count([.. Enumerable.Range(0, random.Next(BallotCount.FewestShown)).Select(_ => Paper(full.Round!.Form, random))]);
                var standings = Standing.Of(count, full.Round!.Form, MajorityRule.Default);
                full = full.Counted(standings, count, Now);
                kept = kept.Counted(Standing.OutcomeOnly(standings, RoundTerms.Of(kept, kept.Round!), kept.Round!.Form), count with { Piles = [] }, Now);
                Assert.InRange(kept.Round!.Standings!.Distinct().Count(), 1, 4);
            }
            else if (full.Pending!.IsLot)
            {
                PersonId[] order = [.. full.Pending.People.OrderBy(_ => random.Next())];
                (full, kept) = (Drawn(full, order), Drawn(kept, order));
            }
            else
            {
                (full, kept) = (Done(full.OpenRunOff(Now, Now + Duration.FromDays(1))), Done(kept.OpenRunOff(Now, Now + Duration.FromDays(1))));
            }

            Assert.Equal(full.State, kept.State);
            Assert.Equal(Set(full.Elected), Set(kept.Elected));
            Assert.Equal(full.Pending, kept.Pending);
            Assert.Equal(Set(full.Mandates.Select(mandate => mandate.Person)), Set(kept.Mandates.Select(mandate => mandate.Person)));
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Whoever is not elected stands as everybody else who is not, so nobody moves up by votes that are not told; who lost a lot does.</summary>
    [Fact]
    public void Substitutes_OfFewPapers_AreOnlyThoseWhoWereLevel()
    {
        var form = new PaperForm.Choice(4, 1);
        var few = FirstRound(1, "abcd", ElectionRule.Default with { AbsoluteRounds = 0 });
        Assert.Equal(["b", "c"], few.Counted(Standing.Of(Papers("2 1 1 0"), form, MajorityRule.Default), Papers("2 1 1 0"), Now).Substitutes.SelectMany(group => group).Select(person => person.Value));
        Assert.Empty(few.Counted(Standing.OutcomeOnly(Standing.Of(Papers("2 1 1 0"), form, MajorityRule.Default), RoundTerms.Of(few, few.Round!), form), Papers("2 1 1 0"), Now).Substitutes);
    }

    private static Election Drawn(Election election, IReadOnlyList<PersonId> order) => Done(Done(election.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("witness"), order, Now));

    private static BallotPaper Paper(PaperForm form, Random random) => form switch
    {
        PaperForm.Choice choice => BallotPaper.Choosing(Enumerable.Range(1, choice.Options).OrderBy(_ => random.Next()).Take(random.Next(choice.Most + 1))),
        PaperForm.Marking marking => BallotPaper.Marking(Enumerable.Range(0, marking.Options).Select(_ => random.Next(3) switch { 0 => OptionMark.Yes, 1 => OptionMark.No, _ => OptionMark.Abstain })),
        _ => throw new InvalidOperationException(),
    };

    private static string[] Set(IEnumerable<PersonId> people) => [.. people.Select(person => person.Value).Order(StringComparer.Ordinal)];
}
