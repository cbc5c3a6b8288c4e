using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Bot.Domain.Sessions;

/// <summary>Finds a show of hands in the line of a decision: "12 ja, 2 nein, 1 Enthaltung", "Nein 2, Ja 12", "12 for, 2 against, no abstentions", in any order, at the end
/// of the line or at its beginning.</summary>
/// <remarks>What is not clearly a count is never taken for one: either it is left in the wording, or it is asked back.</remarks>
public static partial class HandCountReader
{
    private const int Most = 100_000;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[][] Words =
    [
        ["null", "kein", "keine", "keiner", "no", "none", "zero"], ["ein", "eine", "einer", "one"], ["zwei", "two"], ["drei", "three"], ["vier", "four"], ["fünf", "fuenf", "five"],
        ["sechs", "six"], ["sieben", "seven"], ["acht", "eight"], ["neun", "nine"], ["zehn", "ten"], ["elf", "eleven"], ["zwölf", "zwoelf", "twelve"],
    ];

    /// <summary>Reads a line.</summary>
    /// <param name="line">As typed, in one line.</param>
    public static HandReading Read(string line)
    {
        var (start, votes) = Run(line);
        if (votes.Count == 0)
        {
            return WithoutCount(line.Trim());
        }

        var end = votes[^1].Index + votes[^1].Length;
        var isLast = start > 0 && line.AsSpan(end).IndexOfAnyExcept(" .)!]") < 0;
        var text = isLast ? Before().Replace(line[..start], string.Empty) : line[end..].TrimStart(' ', '.', ',', ';', ':', ')', '–', '-');
        return new HandReading(text.Trim(), null, null).With(votes, isLast && votes.Count == 1 && !IsSetOff(line[..start]));
    }

    /// <summary>"…. Einstimmig" says how it was decided and is no part of the wording: nobody objected. "…, mehrheitlich" says that there was a count.</summary>
    private static HandReading WithoutCount(string line) =>
        Consent().Match(line) is { Success: true, Index: > 0 } consent ? new HandReading(line[..consent.Groups["said"].Index].TrimEnd(' ', ',', ';', ':', '(', '–', '-'), null, null)
        : Majority().Match(line) is { Success: true, Index: > 0 } ? new HandReading(line, null, HandProblem.Uncounted)
        : new HandReading(line, null, null);

    private static HandReading With(this HandReading reading, IReadOnlyList<Match> votes, bool isUnclear)
    {
        var read = votes.Select(vote => (Side: SideOf(vote), Heads: NumberOf(vote.Groups["number"].Value))).ToList();
        if (isUnclear || read.Any(vote => vote.Heads is null))
        {
            return reading with { Problem = HandProblem.Unclear };
        }

        if (read.DistinctBy(vote => vote.Side).Count() < read.Count)
        {
            return reading with { Problem = HandProblem.Twice };
        }

        int Of(string side) => read.FirstOrDefault(vote => vote.Side == side).Heads ?? 0;
        var hands = new HandCount(Of("yes"), Of("no"), Of("abstain"));
        return hands is { Yes: 0, No: 0 } ? reading with { Problem = HandProblem.NobodyForOrAgainst } : reading with { Hands = hands };
    }

    /// <summary>The votes that stand together at the end of the line, or else at its beginning with a mark behind them.</summary>
    private static (int Start, IReadOnlyList<Match> Votes) Run(string line)
    {
        var all = Vote().Matches(line).ToList();
        var runs = new List<List<Match>>();
        foreach (var vote in all)
        {
            if (runs is [.., { } last] && Between().IsMatch(line[(last[^1].Index + last[^1].Length)..vote.Index]))
            {
                last.Add(vote);
            }
            else
            {
                runs.Add([vote]);
            }
        }

        if (runs is [.., { } ending] && line.AsSpan(ending[^1].Index + ending[^1].Length).IndexOfAnyExcept(" .)!]") < 0)
        {
            return (ending[0].Index, ending);
        }

        return runs is [{ } beginning, ..] && line.AsSpan(0, beginning[0].Index).IndexOfAnyExcept(" (") < 0 && Behind().IsMatch(line[(beginning[^1].Index + beginning[^1].Length)..])
            ? (beginning[0].Index, beginning)
            : (0, []);
    }

    private static bool IsSetOff(string before) => before.TrimEnd() is "" or [.., '.' or ',' or ';' or ':' or '!' or '?' or '(' or '–' or '-'] || Before().Match(before) is { Success: true, Value: var mark } && mark.Trim().Length > 0;

    private static string SideOf(Match vote) => vote.Groups["yes"].Success ? "yes" : vote.Groups["no"].Success ? "no" : "abstain";

    private static int? NumberOf(string text) => char.IsAsciiDigit(text[0])
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null
        : Array.FindIndex(Words, words => words.Contains(text.ToLowerInvariant())) is >= 0 and var found ? found : null;

    [GeneratedRegex(
        @"\b((?<number>\d+|null|keine?r?|eine?r?|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|none|no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s*(mal\s+|x\s+|×\s*)?((?<yes>ja-?stimmen?|ja|(stimmen?\s+)?(dafür|dafuer)|yes(\s+votes?)?|(votes?\s+)?(in\s+favou?r|for)|ayes?)|(?<no>nein-?stimmen?|nein|gegenstimmen?|(stimmen?\s+)?dagegen|no(\s+votes?)?|(votes?\s+)?against|nays?|noes)|(?<abstain>enthaltung(en)?|enth|abstentions?|abstain(ed|ing)?))|((?<yes>ja-?stimmen|ja|dafür|dafuer|yes)|(?<no>nein-?stimmen|nein|gegenstimmen?|dagegen|no)|(?<abstain>enthaltung(en)?|abstentions?))\s*[:=]?\s*(?<number>\d+|keine|none))\b",
        Plain, 1000)]
    private static partial Regex Vote();

    [GeneratedRegex(
        @"[.,;:!?(–-]\s*(?<said>(einstimmig|einvernehmlich|im konsens|im einvernehmen|ohne gegenstimmen?|unanimous(ly)?|by consensus|without objection)(\s+(so\s+)?(angenommen|beschlossen|zugestimmt|adopted|agreed|carried))?)[\s.!)]*$",
        Plain, 1000)]
    private static partial Regex Consent();

    [GeneratedRegex(@"[.,;:!?(–-]\s*(mehrheitlich|mit (gro(ß|ss)er )?mehrheit|einstimmig abgelehnt|by( a)?( large)? majority)(\s+\w+)?[\s.!)]*$", Plain, 1000)]
    private static partial Regex Majority();

    [GeneratedRegex(@"^[\s,;/·.–-]*((und|and|bei|mit|with|sowie)\b)?[\s,;/]*$", Plain, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*[:.,;)–-]", Plain, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"[\s,;:(–-]*(\b(mit|bei|with|by)\b)?[\s(:]*$", Plain, 1000)]
    private static partial Regex Before();
}

/// <summary>What the line of a decision says.</summary>
/// <param name="Text">The wording, without the count.</param>
/// <param name="Hands">The count; null where there is none, or none that is clear.</param>
/// <param name="Problem">What is to be asked back; null for nothing.</param>
public sealed record HandReading(string Text, HandCount? Hands, HandProblem? Problem);

/// <summary>Why a count is asked back.</summary>
public enum HandProblem
{
    /// <summary>It may be a count or a part of the wording, or is no number anybody counts to.</summary>
    Unclear,

    /// <summary>One side is named twice.</summary>
    Twice,

    /// <summary>Neither yes nor no is named.</summary>
    NobodyForOrAgainst,

    /// <summary>It says that there was a count and not how it went.</summary>
    Uncounted,
}
