using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Numbers in words.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Cardinals = Numbered(
        "null zero", "eins one", "zwei two", "drei three", "vier four", "fuenf five", "sechs six", "sieben seven", "acht eight", "neun nine",
        "zehn ten", "elf eleven", "zwoelf twelve", "dreizehn thirteen", "vierzehn fourteen", "fuenfzehn fifteen", "sechzehn sixteen",
        "siebzehn seventeen", "achtzehn eighteen", "neunzehn nineteen", "zwanzig twenty", "einundzwanzig", "zweiundzwanzig",
        "dreiundzwanzig", "vierundzwanzig", "fuenfundzwanzig");

    private static readonly Dictionary<string, int> Minutes = new(StringComparer.Ordinal)
    {
        ["zehn"] = 10, ["fuenfzehn"] = 15, ["zwanzig"] = 20, ["fuenfundzwanzig"] = 25, ["dreissig"] = 30, ["fuenfunddreissig"] = 35,
        ["vierzig"] = 40, ["fuenfundvierzig"] = 45, ["fuenfzig"] = 50, ["fuenfundfuenfzig"] = 55,
    };

    private static readonly Dictionary<string, int> GermanDays = DaysInWords();

    private static readonly string[] EnglishDays =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly string[] Ones = ["ein", "eine", "einer", "einem", "a", "an"];
    private static readonly string[] OrdinalStems = ["erste", "zweite", "dritte", "vierte", "fuenfte"];
    private static readonly string[] EnglishOrdinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>A number in digits (at most three) or words; <c>ein</c> and its forms are one.</summary>
    public static int? Count(TokenList tokens, int at) =>
        tokens.IsNumber(at, 3, out var value) ? value : tokens.IsWord(at, Ones) ? 1 : Word(tokens, at);

    /// <summary>A number in words, from 0 to 25.</summary>
    public static int? Word(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && Cardinals.TryGetValue(tokens[at].Folded, out var value) ? value : null;

    /// <summary>Minutes in words, as they follow "Uhr".</summary>
    public static int? Minute(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && Minutes.TryGetValue(tokens[at].Folded, out var value) ? value : null;

    /// <summary>A day of the month in words, "ersten" to "einunddreißigsten", "first" to "twelfth"; null for any other word.</summary>
    public static int? DayOfMonth(string folded)
    {
        var english = Array.IndexOf(EnglishDays, folded);
        if (english >= 0)
        {
            return english + 1;
        }

        return folded.Length > 2 && folded[^1] is 'n' or 'r' && GermanDays.TryGetValue(folded[..^1], out var day) ? day : null;
    }

    private static Dictionary<string, int> DaysInWords()
    {
        string[] ones = ["ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun"];
        string[] stems = ["erste", "zweite", "dritte", "vierte", "fuenfte", "sechste", "siebte", "achte", "neunte", "zehnte", "elfte", "zwoelfte", "dreizehnte", "vierzehnte",
            "fuenfzehnte", "sechzehnte", "siebzehnte", "achtzehnte", "neunzehnte", "zwanzigste"];
        var days = stems.Index().ToDictionary(stem => stem.Item, stem => stem.Index + 1, StringComparer.Ordinal);
        foreach (var (index, one) in ones.Index())
        {
            days[one + "undzwanzigste"] = 21 + index;
        }

        (days["siebente"], days["dreissigste"], days["einunddreissigste"]) = (7, 30, 31);
        return days;
    }

    /// <summary>Which one, from 1 to 5, -1 for the last, -2 for the last but one; null when the word is no such ordinal.</summary>
    public static int? Ordinal(string folded)
    {
        var stem = folded.TrimEnd('n', 'r', 's', 'm');
        var place = Math.Max(Array.IndexOf(OrdinalStems, stem), Array.IndexOf(EnglishOrdinals, folded));
        return place >= 0 ? place + 1 : stem is "letzte" or "last" ? -1 : stem is "vorletzte" or "penultimate" ? -2 : null;
    }

    private static Dictionary<string, int> Numbered(params string[] words) =>
        words.SelectMany((forms, value) => forms.Split(' ').Select(form => (form, value))).ToDictionary(pair => pair.form, pair => pair.value);
}
