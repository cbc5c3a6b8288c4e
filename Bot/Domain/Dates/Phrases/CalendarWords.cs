using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Names of weekdays and months, German and English, and how far a typing error may go.</summary>
internal static class CalendarWords
{
    /// <summary>Shorter names are too close to ordinary words to be guessed at.</summary>
    private const int ShortestWithError = 6;

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Names<IsoDayOfWeek>(
        (IsoDayOfWeek.Monday, "montag monday"), (IsoDayOfWeek.Tuesday, "dienstag tuesday"), (IsoDayOfWeek.Wednesday, "mittwoch wednesday"),
        (IsoDayOfWeek.Thursday, "donnerstag thursday"), (IsoDayOfWeek.Friday, "freitag friday"),
        (IsoDayOfWeek.Saturday, "samstag sonnabend saturday"), (IsoDayOfWeek.Sunday, "sonntag sunday"));

    private static readonly Dictionary<string, IsoDayOfWeek> ShortWeekdays = Names<IsoDayOfWeek>(
        (IsoDayOfWeek.Monday, "mo mon"), (IsoDayOfWeek.Tuesday, "di tue tues"), (IsoDayOfWeek.Wednesday, "mi wed"),
        (IsoDayOfWeek.Thursday, "do thu thur thurs"), (IsoDayOfWeek.Friday, "fr fri"), (IsoDayOfWeek.Saturday, "sa sat"),
        (IsoDayOfWeek.Sunday, "so sun"));

    private static readonly Dictionary<string, int> Months = Names<int>(
        (1, "januar jaenner january"), (2, "februar february"), (3, "maerz marz march"), (4, "april"), (5, "mai may"), (6, "juni juno june"),
        (7, "juli julei july"), (8, "august"), (9, "september"), (10, "oktober october"), (11, "november"), (12, "dezember december"));

    private static readonly Dictionary<string, int> ShortMonths = Names<int>(
        (1, "jan"), (2, "feb"), (3, "mrz mar maer"), (4, "apr"), (6, "jun"), (7, "jul"), (8, "aug"), (9, "sep sept"), (10, "okt oct"),
        (11, "nov"), (12, "dez dec"));

    private static readonly HashSet<string> EnglishMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];

    /// <summary>A weekday's full name, with at most one error (two in the longest ones) that leaves only one name possible.</summary>
    public static IsoDayOfWeek? Weekday(string folded) => Find(Weekdays, folded);

    /// <summary>A weekday's abbreviation; the caller must make sure it is one, many are ordinary words.</summary>
    public static IsoDayOfWeek? ShortWeekday(string folded) => ShortWeekdays.TryGetValue(folded, out var day) ? day : null;

    /// <summary>A month's name or abbreviation.</summary>
    public static int? Month(string folded) => ShortMonths.TryGetValue(folded, out var month) ? month : Find(Months, folded);

    /// <summary>Whether the word is a month's abbreviation, behind which a dot belongs to it.</summary>
    public static bool IsShortMonth(string folded) => ShortMonths.ContainsKey(folded);

    /// <summary>A month's name or abbreviation as the English write it, where the day may follow.</summary>
    public static int? EnglishMonth(string folded) => EnglishMonths.Contains(folded) || !Months.ContainsKey(folded) && EnglishMonths.Any(month => month.Length >= ShortestWithError && TypingErrors.IsSlipOf(folded, month, 1)) ? Month(folded) : null;

    /// <summary>A weekday and a part of the day in one word, such as <c>dienstagabend</c>.</summary>
    public static (IsoDayOfWeek Weekday, DayPart Part)? WeekdayWithPart(string folded)
    {
        foreach (var (name, weekday) in Weekdays)
        {
            if (folded.StartsWith(name, StringComparison.Ordinal) && DayParts.Noun(folded[name.Length..]) is { } part)
            {
                return (weekday, part);
            }
        }

        return null;
    }

    private static Dictionary<string, T> Names<T>(params (T Value, string Words)[] entries) =>
        entries.SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Value))).ToDictionary(pair => pair.word, pair => pair.Value);

    private static T? Find<T>(Dictionary<string, T> names, string folded)
        where T : struct
    {
        if (names.TryGetValue(folded, out var exact))
        {
            return exact;
        }

        var near = names
            .Where(name => name.Key.Length >= ShortestWithError && folded.StartsWith(name.Key[0]) && !IsInflected(folded, name.Key))
            .Select(name => (name.Value, Errors: TypingErrors.Between(folded, name.Key), Allowed: name.Key.Length >= 10 ? 2 : 1))
            .Where(found => found.Errors <= found.Allowed)
            .ToList();
        var values = near.Where(found => found.Errors == near.Min(other => other.Errors)).Select(found => found.Value).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>"Montags" and "Montage" are words of their own, not slips.</summary>
    private static bool IsInflected(string word, string name) => word.StartsWith(name, StringComparison.Ordinal);
}
