using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Elections;

/// <summary>Elections, papers and counts for tables of cases: people are called a, b, c and so on, in the order of the paper.</summary>
internal static class ElectionCases
{
    public static Instant Now { get; } = Instant.FromUtc(2027, 1, 4, 9, 0);

    public static Instant Deadline { get; } = Now + Duration.FromDays(10);

    /// <summary>An election in which these people stand.</summary>
    public static Election Of(int seats, string people, ElectionRule? rule = null) => new()
    {
        Id = new ElectionId("e"),
        Body = new CommitteeId("beirat"),
        Committee = new CommitteeId("plenum"),
        Seats = seats,
        Method = rule?.Method ?? ElectionMethod.Joint,
        Rule = rule ?? ElectionRule.Default,
        CalledBy = new PersonId("katrin"),
        CalledAt = Now,
        NominateUntil = Deadline,
        VoteUntil = Deadline + Duration.FromDays(7),
        Nominations = [.. People(people).Select(person => new Nomination(person, person, Now, Consent.Given))],
    };

    /// <summary>The same with its first round open.</summary>
    public static Election FirstRound(int seats, string people, ElectionRule? rule = null) => Done(Of(seats, people, rule).OpenFirst(People(people), Deadline, Deadline + Duration.FromDays(7)));

    public static PersonId[] People(string letters) => [.. letters.Select(letter => new PersonId(letter.ToString()))];

    public static string Names(IEnumerable<PersonId> people) => string.Concat(people.Select(person => person.Value));

    /// <summary>So many papers with each name alone, and blank ones.</summary>
    /// <param name="votes">As "6 3 1".</param>
    /// <param name="blank">Papers on which nothing is chosen.</param>
    public static BallotCount Papers(string votes, int blank = 0) => Count(
        [.. votes.Split(' ').SelectMany((number, place) => Enumerable.Repeat(BallotPaper.Choosing([place + 1]), int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))),
            .. Enumerable.Repeat(new BallotPaper(BallotPaper.Blank), blank)]);

    public static BallotCount Count(IReadOnlyCollection<BallotPaper> papers) => new(PaperPile.Sort(papers), papers.Count, 0, null, 0);

    /// <summary>The round being voted is counted.</summary>
    public static Election Take(Election election, BallotCount count) =>
        election.Counted(Standing.Of(count, election.Round!.Form, MajorityRule.Default), count, Now);

    /// <summary>The pending run-off is opened and counted.</summary>
    public static Election RunOff(Election election, string votes) => Take(Done(election.OpenRunOff(Now, Now + Duration.FromDays(7))), Papers(votes));

    public static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    public static RefusalCode Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Why.Code;
}
