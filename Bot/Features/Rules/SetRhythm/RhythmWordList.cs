using System;
using System.Globalization;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>What single words of a rhythm stand for.</summary>
internal static class RhythmWordList
{
    private static readonly string[] GermanMonths = ["januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

    private static readonly string[] EnglishMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Number of a month, 1 to 12.</summary>
    public static int Month(string word) => int.Max(Array.IndexOf(GermanMonths, word), Array.IndexOf(EnglishMonths, word)) + 1;

    /// <summary>A weekday by its name, also in the plural.</summary>
    public static IsoDayOfWeek Weekday(string word) => word[..2] switch
    {
        "mo" => IsoDayOfWeek.Monday,
        "di" or "tu" => IsoDayOfWeek.Tuesday,
        "mi" or "we" => IsoDayOfWeek.Wednesday,
        "do" or "th" => IsoDayOfWeek.Thursday,
        "fr" => IsoDayOfWeek.Friday,
        "sa" => IsoDayOfWeek.Saturday,
        _ when word.StartsWith("sonnabend", StringComparison.Ordinal) => IsoDayOfWeek.Saturday,
        _ => IsoDayOfWeek.Sunday,
    };

    /// <summary>Which of several: 1 to 5, -1 for the last, -2 for the last but one.</summary>
    public static int Ordinal(string word) => word switch
    {
        _ when char.IsAsciiDigit(word[0]) => int.Parse(word[..1], CultureInfo.InvariantCulture),
        _ when word.StartsWith("vorletzt", StringComparison.Ordinal) => -2,
        _ when word.StartsWith("letzt", StringComparison.Ordinal) || word == "last" => -1,
        _ when word.StartsWith("erst", StringComparison.Ordinal) || word == "first" => 1,
        _ when word.StartsWith("zweit", StringComparison.Ordinal) || word == "second" => 2,
        _ when word.StartsWith("dritt", StringComparison.Ordinal) || word == "third" => 3,
        _ when word.StartsWith("viert", StringComparison.Ordinal) || word == "fourth" => 4,
        _ => 5,
    };
}

/// <summary>A weekday of a rhythm.</summary>
/// <param name="Weekday">Which.</param>
/// <param name="Ordinal">Which one of the month, negative from its end; null for every one.</param>
/// <param name="IsEach">Whether the words say "every".</param>
internal sealed record RhythmWeekday(IsoDayOfWeek Weekday, int? Ordinal, bool IsEach)
{
    /// <summary>As RFC 5545 writes it.</summary>
    public string Code => Ordinal?.ToString(CultureInfo.InvariantCulture) + Weekday.ToString()[..2].ToUpperInvariant();
}
