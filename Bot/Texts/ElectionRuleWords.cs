using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Elections;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>How a committee elects, in words that can be typed as a rule again: what is written here is the same rule when it is read.</summary>
internal static class ElectionRuleWords
{
    private static readonly ListVotes[] ExampleLists = [new(100, 8), new(80, 8), new(30, 8), new(20, 8)];

    private const int ExampleSeats = 8;

    /// <summary>Every clause of the rule, also those that say the usual; together they are the whole rule.</summary>
    public static IReadOnlyList<string> Clauses(Reader reader, ElectionRule rule) =>
    [
        Messages.Get(reader, Sentence.ElectionRuleUsually, Name(reader, rule.Method)),
        .. Enum.GetValues<ElectionMethod>().Select(method => Messages.Get(reader, rule.Allows(method) ? Sentence.ElectionRuleAllowed : Sentence.ElectionRuleNotAllowed, Name(reader, method))),
        Messages.Get(reader, Sentence.ElectionRuleSeats, Seats(reader, rule.Seats)),
        Messages.Get(reader, Sentence.ElectionRuleAbsolute, rule.AbsoluteRounds),
        Messages.Get(reader, Sentence.ElectionRuleMost, rule.MostRounds),
        Tie(reader, rule.Tie),
        Secrecy(reader, rule.Secrecy),
        Messages.Get(reader, Sentence.ElectionRuleTerm, rule.TermMonths),
        Messages.Get(reader, Sentence.ElectionRuleAcceptance, rule.AcceptanceDays),
    ];

    /// <summary>What one rule says otherwise than another, each clause with what it stands for.</summary>
    public static IReadOnlyList<string> Changes(Reader reader, ElectionRule before, ElectionRule after) =>
    [
        .. Clauses(reader, before).Zip(Clauses(reader, after)).Where(pair => pair.First != pair.Second).Select(pair => Messages.Get(reader, Sentence.RuleChange, pair.Second, pair.First)),
    ];

    /// <summary>Who would be elected: in an early round, and where lists are allowed by how many seats.</summary>
    public static IReadOnlyList<string> Examples(Reader reader, ElectionRule rule)
    {
        var names = rule.AbsoluteRounds > 0 ? Messages.Get(reader, Sentence.ElectionRuleExampleAbsolute, rule.AbsoluteRounds) : Messages.Get(reader, Sentence.ElectionRuleExampleRelative);
        if (!rule.Allows(ElectionMethod.List))
        {
            return [names];
        }

        var given = SeatDistribution.Of(ExampleLists, ExampleSeats, rule.Seats).Seats;
        return [names, Messages.Get(reader, Sentence.ElectionRuleExampleLists, given[0], given[1], given[2], given[3])];
    }

    /// <summary>A way of electing in one word or two.</summary>
    public static string Name(Reader reader, ElectionMethod method) => Messages.Get(reader, Enum.Parse<Sentence>("NameOfMethod" + method));

    /// <summary>A way of handing out seats in one word or two.</summary>
    public static string Seats(Reader reader, SeatMethod method) => Messages.Get(reader, Enum.Parse<Sentence>("NameOfSeats" + method));

    /// <summary>What follows a tie.</summary>
    public static string Tie(Reader reader, ElectionTie tie) => Messages.Get(reader, Enum.Parse<Sentence>("ElectionRuleTie" + tie));

    /// <summary>Whether it is secret.</summary>
    public static string Secrecy(Reader reader, BallotSecrecy secrecy) => Messages.Get(reader, secrecy == BallotSecrecy.Open ? Sentence.ElectionRuleOpen : Sentence.ElectionRuleSecret);
}
