using System;
using System.Globalization;
using System.Linq;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>What single words of a rhythm stand for.</summary>
internal static class RhythmWordList
{
    /// <summary>Which of several, for regular expressions over folded words.</summary>
    public const string Ordinals =
        @"(?<ordinal>erste[nrms]?|zweite[nrms]?|dritte[nrms]?|vierte[nrms]?|fuenfte[nrms]?|(vor|dritt|viert|fuenft)?letzte[nrms]?|\d{1,3}\.-letzte[nrms]?|\d{1,3}\.|((second|third|fourth|fifth|\d{1,3}(st|nd|rd|th))-to-)?last|first|second|third|fourth|fifth|\d{1,3}(st|nd|rd|th))";

    /// <summary>Names of months, for regular expressions over folded words.</summary>
    public const string MonthNames = "(?<month>januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december)";

    /// <summary>Names of weekdays, for regular expressions over folded words.</summary>
    public const string Weekdays = "(?<weekday>(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)";

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

    /// <summary>Which of several, from 1; -1 for the last, -2 for the last but one.</summary>
    public static int Ordinal(string word) =>
        word.Contains("-letzt", StringComparison.Ordinal) || word.EndsWith("-to-last", StringComparison.Ordinal) ? -Counted(word) :
        word.Contains("letzt", StringComparison.Ordinal) ? -FromEnd(word) :
        word == "last" ? -1 : Counted(word);

    private static int FromEnd(string word) => word[..2] switch { "vo" => 2, "dr" => 3, "vi" => 4, "fu" => 5, _ => 1 };

    private static int Counted(string word) => word switch
    {
        _ when char.IsAsciiDigit(word[0]) => int.Parse(string.Concat(word.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture),
        _ when word.StartsWith("erst", StringComparison.Ordinal) || word == "first" => 1,
        _ when word.StartsWith("zweit", StringComparison.Ordinal) || word.StartsWith("second", StringComparison.Ordinal) => 2,
        _ when word.StartsWith("dritt", StringComparison.Ordinal) || word.StartsWith("third", StringComparison.Ordinal) => 3,
        _ when word.StartsWith("viert", StringComparison.Ordinal) || word.StartsWith("fourth", StringComparison.Ordinal) => 4,
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
    public string Code => new RecurrenceDay(Ordinal, Weekday).Code;
}
