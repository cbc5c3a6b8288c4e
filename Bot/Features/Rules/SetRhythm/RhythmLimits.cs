using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>What words say that narrows a rhythm down: "davon nur den letzten", "insgesamt 10-mal", "bis zum 31.12.2027".</summary>
/// <param name="Positions">Which of the days; empty for all.</param>
/// <param name="Times">How often at most.</param>
/// <param name="Until">The last day.</param>
internal sealed partial record RhythmLimits(IReadOnlyList<int> Positions, int? Times, LocalDate? Until)
{
    /// <summary>Takes them out of a line; a day no calendar knows stays in it, where it is then not understood.</summary>
    public static RhythmLimits In(RhythmLine words)
    {
        var until = UntilIn(words);
        var times = words.Take(Often());
        var positions = words.Take(OfThese());
        return new(
            [.. positions.Groups["ordinal"].Captures.Select(capture => RhythmWordList.Ordinal(capture.Value)).Distinct()],
            times.Success ? int.Parse(times.Groups["times"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null, until);
    }

    /// <summary>As parts of a rule.</summary>
    public IEnumerable<string> Codes()
    {
        if (Positions.Count > 0)
        {
            yield return "BYSETPOS=" + string.Join(',', Positions.Select(position => position.ToString(CultureInfo.InvariantCulture)));
        }

        if (Times is { } times)
        {
            yield return "COUNT=" + times.ToString(CultureInfo.InvariantCulture);
        }

        if (Until is { } until)
        {
            yield return "UNTIL=" + until.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        }
    }

    private static LocalDate? UntilIn(RhythmLine words)
    {
        var match = words.Find(Last());
        if (!match.Success)
        {
            return null;
        }

        var month = match.Groups["month"].Success ? RhythmWordList.Month(match.Groups["month"].Value) : Number(match, "number");
        var (day, year) = (Number(match, "day"), Number(match, "year"));
        if (month is < 1 or > 12 || year is < 1900 or > 9000 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        words.Take(Last());
        return new LocalDate(year, month, day);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(^| )(davon|of these|of them)( nur| only)?( (am|den|der|das|die|the))? " + RhythmWordList.Ordinals + "(( (und|and))? " + RhythmWordList.Ordinals + ")*(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfThese();

    [GeneratedRegex(@"(^| )(insgesamt )?(?<times>\d{1,4})(-mal| mal| times)( insgesamt| in all| in total)?(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Often();

    [GeneratedRegex(
        @"(^| )(bis|until)( zum| einschliesslich)?( " + RhythmWordList.Weekdays + @")?( den)? (?<day>\d{1,2})(\.(?<number>\d{1,2})\.| ?\.? " + RhythmWordList.MonthNames + @" )(?<year>\d{4})(?= |$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();
}
