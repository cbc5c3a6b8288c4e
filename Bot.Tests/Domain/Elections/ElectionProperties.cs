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

/// <summary>What holds whatever the papers say.</summary>
public class ElectionProperties
{
    private const string People = "abcdefg";

    [Fact]
    public void Order_OfPapersAndOfNamesOnThePaper_NeverMatters() => Prop.ForAll(Papers(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (papers, seed) =>
    {
        var usual = Take(FirstRound(papers.Seats, People), Count(papers.Codes));
        var random = new Random(seed);
        var order = Enumerable.Range(0, People.Length).ToArray();
        random.Shuffle(order);
        var mixed = papers.Codes.Select(paper => BallotPaper.Choosing(paper.Options.Select(option => Array.IndexOf(order, option - 1) + 1))).ToArray();
        random.Shuffle(mixed);
        var other = Take(FirstRound(papers.Seats, string.Concat(order.Select(place => People[place]))), Count(mixed));
        return Same(usual.Elected, other.Elected) && Same(usual.Pending?.People ?? [], other.Pending?.People ?? []) && usual.Pending?.Reason == other.Pending?.Reason;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_WithMoreVotes_IsPassedOver_AndNobodyIsElectedByPlaceOnThePaper() => Prop.ForAll(Papers(), papers =>
    {
        var election = Take(FirstRound(papers.Seats, People), Count(papers.Codes));
        int Votes(PersonId person) => papers.Codes.Count(paper => paper.Options.Contains(People.IndexOf(person.Value, StringComparison.Ordinal) + 1));
        var others = ElectionCases.People(People).Where(person => !election.Elected.Contains(person)).ToList();
        return election.Elected.Count <= papers.Seats && election.Elected.All(elected => others.All(other => Votes(other) < Votes(elected)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Election_WhateverIsVotedAndDrawn_ComesToAnEnd_AndNeverElectsMoreThanSeats() => Prop.ForAll(Papers(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (papers, seed) =>
    {
        var random = new Random(seed);
        var election = Take(FirstRound(papers.Seats, People), Count(papers.Codes));
        for (var steps = 0; election.State == ElectionState.Deciding && steps < 20; steps++)
        {
            election = election.Pending!.IsLot ? Drawn(election, random) : Voted(Done(election.OpenRunOff(Now, Now + Duration.FromDays(1))), random);
        }

        for (var steps = 0; election is { State: ElectionState.Accepting } && steps < 50; steps++)
        {
            election = election.Pending is not null ? Drawn(election, random)
                : election.Mandates.FirstOrDefault(mandate => mandate.State == MandateState.Asked) is { } asked ? Done(election.AnswerElection(asked.Person, random.Next(2) == 0, Now))
                : election.Finish(new LocalDate(2027, 1, 1));
        }

        return election.State == ElectionState.Finished && election.Elected.Count <= papers.Seats && election.Elected.Distinct().Count() == election.Elected.Count
            && election.Mandates.Count(mandate => mandate.HoldsSeat) <= papers.Seats && election.Mandates.DistinctBy(mandate => mandate.Person).Count() == election.Mandates.Count
            && election.Rounds.Count <= election.Rule.MostRounds;
    }).QuickCheckThrowOnFailure();

    private static Election Drawn(Election election, Random random)
    {
        var order = election.Pending!.People.ToArray();
        random.Shuffle(order);
        return Done(Done(election.AskForLot(new PersonId("katrin"))).DrawLot(new PersonId("witness"), order, Now));
    }

    private static Election Voted(Election election, Random random)
    {
        var papers = Enumerable.Range(0, random.Next(6)).Select(_ => election.Round!.Form switch
        {
            PaperForm.Choice choice => BallotPaper.Choosing(Enumerable.Range(1, choice.Options).OrderBy(_ => random.Next()).Take(random.Next(choice.Most + 1))),
            PaperForm.Marking marking => BallotPaper.Marking(Enumerable.Range(0, marking.Options).Select(_ => random.Next(2) == 0 ? OptionMark.Yes : OptionMark.No)),
            _ => throw new InvalidOperationException(),
        });
        return Take(election, Count([.. papers]));
    }

    private static bool Same(IEnumerable<PersonId> some, IEnumerable<PersonId> others) => some.ToHashSet().SetEquals(others);

    private static Arbitrary<(int Seats, IReadOnlyList<BallotPaper> Codes)> Papers() => Gen.Choose(1, People.Length - 1).SelectMany(seats =>
        Gen.Choose(1, People.Length).ListOf().Select(names => names.Distinct().Take(seats)).ListOf().Select(papers => (seats, (IReadOnlyList<BallotPaper>)[.. papers.Select(BallotPaper.Choosing)]))).ToArbitrary();
}
