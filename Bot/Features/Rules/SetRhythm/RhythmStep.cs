using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>How often, as words say it: "alle zwei Monate", "vierteljährlich", "every other week".</summary>
/// <param name="Frequency">As RFC 5545 calls it.</param>
/// <param name="Interval">Every how many of them, from 1.</param>
internal sealed partial record RhythmStep(string Frequency, int Interval)
{
    /// <summary>Takes it out of a line; null when it does not say.</summary>
    public static RhythmStep? In(RhythmLine words)
    {
        if (words.Take(EveryNthDay()) is { Success: true } day)
        {
            return new("DAILY", Number(day.Groups["count"].Value));
        }

        if (words.Take(EveryFew()) is { Success: true } few)
        {
            return Of(few.Groups["unit"].Value, Number(few.Groups["count"].Value));
        }

        if (words.Take(EveryNth()) is { Success: true } nth)
        {
            return Of(nth.Groups["unit"].Value, nth.Groups["nth"].Value == "other" ? 2 : RhythmWordList.Ordinal(nth.Groups["nth"].Value));
        }

        if (words.Take(Adverb()) is { Success: true } adverb)
        {
            return OfAdverb(adverb.Groups["adverb"].Value);
        }

        return words.Take(Each()) is { Success: true } each ? Of(each.Groups["unit"].Value, 1) : null;
    }

    private static RhythmStep? Of(string unit, int count) => (unit[..2], count) switch
    {
        (_, < 1) => null,
        ("ta" or "da", _) when count % 7 == 0 => new("WEEKLY", count / 7),
        ("ta" or "da", _) => new("DAILY", count),
        ("wo" or "we", _) => new("WEEKLY", count),
        ("mo", _) => new("MONTHLY", count),
        ("qu", _) => new("MONTHLY", 3 * count),
        _ => new("YEARLY", count),
    };

    private static RhythmStep OfAdverb(string adverb) => adverb switch
    {
        "taeglich" or "daily" => new("DAILY", 1),
        "woechentlich" or "weekly" => new("WEEKLY", 1),
        "zweiwoechentlich" or "14-taegig" or "vierzehntaegig" or "fortnightly" => new("WEEKLY", 2),
        "monatlich" or "monthly" => new("MONTHLY", 1),
        "zweimonatlich" => new("MONTHLY", 2),
        "vierteljaehrlich" or "quartalsweise" or "quarterly" => new("MONTHLY", 3),
        "halbjaehrlich" or "half-yearly" => new("MONTHLY", 6),
        _ => new("YEARLY", 1),
    };

    private static int Number(string word) => word switch
    {
        "zwei" or "two" => 2,
        "drei" or "three" => 3,
        "vier" or "four" => 4,
        "fuenf" or "five" => 5,
        "sechs" or "six" => 6,
        "sieben" or "seven" => 7,
        "acht" or "eight" => 8,
        "neun" or "nine" => 9,
        "zehn" or "ten" => 10,
        "elf" or "eleven" => 11,
        "zwoelf" or "twelve" => 12,
        _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    [GeneratedRegex(@"(^| )(jeden|every) (?<count>\d{1,4})(\.|st|nd|rd|th) (tag|day)(?= |$)(?! (im|in|des|jeden|jedes|of) )", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EveryNthDay();

    [GeneratedRegex(@"(^| )((immer|jeweils) )?(alle|every) (?<count>\d{1,4}|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>tagen?|wochen|monaten?|jahren?|quartalen?|days|weeks|months|quarters|years)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EveryFew();

    [GeneratedRegex(@"(^| )(jeden|jede|jedes|every) (?<nth>zweite[nrs]?|dritte[nrs]?|vierte[nrs]?|second|other|third|fourth) (?<unit>woche|monat|jahr|quartal|week|month|quarter|year)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EveryNth();

    [GeneratedRegex(@"(^| )(?<adverb>taeglich|daily|woechentlich|zweiwoechentlich|14-taegig|vierzehntaegig|monatlich|zweimonatlich|vierteljaehrlich|quartalsweise|halbjaehrlich|jaehrlich|weekly|fortnightly|monthly|quarterly|half-yearly|yearly|annually)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"(?<!\bof)(^| )((einmal|once) )?(jeden|jede|jedes|in jedem|in jeder|pro|im|every|a|per|each) (?<unit>tag|woche|monat|jahr|quartal|day|week|month|quarter|year)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();
}
