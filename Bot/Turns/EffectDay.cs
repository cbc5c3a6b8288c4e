using System.Text.RegularExpressions;
using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Turns;

/// <summary>From which day on something applies, as it stands at the end of a line: "ab 1.1.2027", "ab sofort".</summary>
internal static partial class EffectDay
{
    private static readonly string[] TodayWords = ["sofort", "heute", "now", "today", "immediately"];

    /// <summary>Takes the day off the end, also one that must be asked about. What is no day stays with the words, where it is then not understood.</summary>
    public static (string Rule, LocalDate? Day, AppointmentProblem? Doubt) In(Turn turn, string words)
    {
        var match = From().Match(words);
        if (!match.Success)
        {
            return (words.Trim(), null, null);
        }

        var when = match.Groups["when"].Value.Trim(' ', '.', ',', ';');
        var rule = match.Groups["rule"].Value.Trim(' ', ',', ';');
        if (System.Array.IndexOf(TodayWords, CommandText.Fold(when)) >= 0)
        {
            return (rule, turn.LocalNow.Date, null);
        }

        return AppointmentReader.Read(when, turn.LocalNow, turn.Network.Zone) switch
        {
            { Day: { } day, Start: null, Problems.Count: 0, Rest.Length: 0 } => (rule, day, null),
            { Problems: [{ Kind: AppointmentProblemKind.PastDay, Days: [var past] }], Start: null, Rest.Length: 0 } => (rule, past, null),
            { Problems: [var doubt], Start: null, Rest.Length: 0 } => (rule, null, doubt),
            _ => (words.Trim(), null, null),
        };
    }

    [GeneratedRegex(
        @"^(?<rule>.*)\b(gilt ab|ab dem|ab|from|as of|effective)\s+(?<when>[^;]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();
}
