using System;
using System.Globalization;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>Rules and results in words.</summary>
internal static class RuleWords
{
    /// <summary>The majority needed: "mehr als die Hälfte der Ja- und Nein-Stimmen".</summary>
    public static string Majority(Reader reader, MajorityRule rule) => Messages.Get(
        reader,
        rule.Comparison == Comparison.MoreThan ? Sentence.RuleMoreThan : Sentence.RuleAtLeast,
        Share(reader, rule.Fraction),
        Messages.Get(reader, Enum.Parse<Sentence>("RuleBase" + rule.Base)));

    /// <summary>The verdict in one word or two.</summary>
    public static string Verdict(Reader reader, Verdict verdict) => Messages.Get(reader, Enum.Parse<Sentence>("Verdict" + verdict));

    private static string Share(Reader reader, Fraction fraction) => (fraction.Numerator, fraction.Denominator) switch
    {
        (1, 2) => Messages.Get(reader, Sentence.ShareHalf),
        (2, 3) => Messages.Get(reader, Sentence.ShareTwoThirds),
        (3, 4) => Messages.Get(reader, Sentence.ShareThreeQuarters),
        _ => string.Create(CultureInfo.InvariantCulture, $"{fraction.Numerator}/{fraction.Denominator}"),
    };
}
