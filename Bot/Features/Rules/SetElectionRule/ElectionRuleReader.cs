using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>Reads how it is elected from clauses such as "Listenwahl zugelassen, Sitze nach Sainte-Laguë, Amtszeit 2 Jahre". Nothing is guessed: a clause that says none
/// of it is asked back.</summary>
internal static partial class ElectionRuleReader
{
    private static readonly (string Word, ElectionMethod Method)[] Methods =
    [
        ("gesamtwahl", ElectionMethod.Joint), ("joint election", ElectionMethod.Joint),
        ("verbundene einzelwahl", ElectionMethod.OneByOne), ("name by name", ElectionMethod.OneByOne),
        ("einzelwahl", ElectionMethod.SeatBySeat), ("seat by seat", ElectionMethod.SeatBySeat),
        ("listenwahl", ElectionMethod.List), ("list vote", ElectionMethod.List),
    ];

    private static readonly (string Word, SeatMethod Method)[] SeatMethods =
    [
        ("hondt", SeatMethod.DHondt), ("lague", SeatMethod.SainteLague), ("schepers", SeatMethod.SainteLague), ("hare", SeatMethod.HareNiemeyer), ("niemeyer", SeatMethod.HareNiemeyer),
    ];

    private static readonly string[] Lots = ["sofort das los", "gleich das los", "the lot at once"], RunOffs = ["stichwahl", "run-off"];

    /// <summary>Reads clauses with commas or semicolons between them.</summary>
    /// <param name="before">The rule as it is; what no clause names stays.</param>
    /// <param name="text">The clauses.</param>
    /// <param name="unclear">Clauses that say nothing of it, or numbers out of bounds.</param>
    public static ElectionRule Read(ElectionRule before, string text, out IReadOnlyList<string> unclear)
    {
        var rule = before;
        var open = new List<string>();
        foreach (var clause in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Apply(rule, CommandText.Fold(clause)) is { } changed)
            {
                rule = changed;
            }
            else
            {
                open.Add(clause);
            }
        }

        unclear = open;
        return rule;
    }

    private static ElectionRule? Apply(ElectionRule rule, string clause)
    {
        var number = Number().Match(clause) is { Success: true } match ? int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : (int?)null;
        var changed = Counted(rule, clause, number) ?? Named(rule, clause);
        return changed is not null && changed with { Method = ElectionMethod.Joint, Allowed = ElectionMethods.Joint } is { IsSound: true } ? changed : null;
    }

    /// <summary>Clauses with a number, by the words beside it.</summary>
    private static ElectionRule? Counted(ElectionRule rule, string clause, int? number)
    {
        bool Says(params string[] words) => words.Any(word => clause.Contains(word, StringComparison.Ordinal));
        return number switch
        {
            null => null,
            { } n when Says("absolut") => rule with { AbsoluteRounds = n },
            { } n when Says("hoechstens", "at most") && Says("wahlg", "round") => rule with { MostRounds = n },
            { } n when Says("amtszeit", "term") => rule with { TermMonths = Says("jahr", "year") ? n * 12 : n },
            { } n when Says("annahme", "annehmen", "accept") => rule with { AcceptanceDays = n },
            _ => null,
        };
    }

    private static ElectionRule? Named(ElectionRule rule, string clause)
    {
        if (MethodIn(clause) is { } method)
        {
            return Allowing(rule, clause, method);
        }

        if (SeatMethods.Where(named => clause.Contains(named.Word, StringComparison.Ordinal)).Select(named => (SeatMethod?)named.Method).FirstOrDefault() is { } seats)
        {
            return rule with { Seats = seats };
        }

        return clause switch
        {
            "geheim" or "secret" => rule with { Secrecy = BallotSecrecy.Secret },
            "offen" or "open" => rule with { Secrecy = BallotSecrecy.Open },
            _ when Lots.Any(word => clause.Contains(word, StringComparison.Ordinal)) => rule with { Tie = ElectionTie.Lot },
            _ when RunOffs.Any(word => clause.Contains(word, StringComparison.Ordinal)) => rule with { Tie = ElectionTie.RunOffThenLot },
            "nur relative mehrheit" or "relative mehrheit" or "relative majority" => rule with { AbsoluteRounds = 0 },
            _ => null,
        };
    }

    private static ElectionRule? Allowing(ElectionRule rule, string clause, ElectionMethod method)
    {
        var flag = (ElectionMethods)(1 << (int)method);
        if (!AllowedWords().IsMatch(clause))
        {
            return rule with { Method = method, Allowed = rule.Allowed | flag };
        }

        return rule with { Allowed = DeniedWords().IsMatch(clause) ? rule.Allowed & ~flag : rule.Allowed | flag };
    }

    /// <summary>The longer name first: one is a part of another.</summary>
    private static ElectionMethod? MethodIn(string clause) => Methods.Where(named => clause.Contains(named.Word, StringComparison.Ordinal))
        .OrderByDescending(named => named.Word.Length).Select(named => (ElectionMethod?)named.Method).FirstOrDefault();

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(zugelassen|erlaubt|moeglich|allowed)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AllowedWords();

    [GeneratedRegex(@"\b(nicht|not)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeniedWords();
}
