using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>Reads when a committee meets from words such as "alle zwei Monate am zweiten Dienstag um 17 Uhr im Rathaus", or from a rule such as
/// "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU". Nothing is guessed: what has two meanings, or none, is asked back.</summary>
internal static partial class RhythmReader
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">The words, the date of effect already taken off.</param>
    /// <param name="now">Local date and time.</param>
    /// <param name="zone">The network's zone.</param>
    public static RhythmReading Read(string line, LocalDateTime now, DateTimeZone zone)
    {
        var named = Named().Match(line);
        var words = new RhythmLine(named.Success ? named.Groups["rule"].Value : line);
        var problems = new List<RhythmProblem>();
        var isSoft = words.Take(Soft()).Success;
        words.Take(Firm());
        var limits = RhythmLimits.In(words);
        var (start, clash) = TimeIn(words, now, zone);
        if (clash is not null)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.WhichTime, clash));
        }

        var isNone = words.Take(None()).Success;
        var rule = isNone ? null : words.Take(Coded()) is { Success: true } coded ? coded.Value.ToUpperInvariant() : RuleIn(words, limits, isSoft, problems);
        var place = PlaceIn(words, problems);
        place = named.Groups["place"].Value.Trim() is { Length: > 0 } written ? written : place;
        return new RhythmReading(problems.Count == 0 ? rule : null, isNone, isSoft && !isNone, start, place, problems);
    }

    private static (LocalTime? Start, string? Clash) TimeIn(RhythmLine words, LocalDateTime now, DateTimeZone zone)
    {
        var time = words.Take(ClockTime());
        if (!time.Success)
        {
            return (null, null);
        }

        var reading = AppointmentReader.Read(time.Value, now.Date.PlusDays(1) + LocalTime.Midnight, zone);
        return reading is { Start: { } start, Problems.Count: 0 } && !words.Take(ClockTime()).Success ? (start, null) : (null, time.Value.Trim());
    }

    private static string? RuleIn(RhythmLine words, RhythmLimits limits, bool isSoft, List<RhythmProblem> problems)
    {
        var step = RhythmStep.In(words);
        var months = All(words, MonthName());
        var onlyThen = months.Exists(match => match.Groups["only"].Success);
        var monthDays = words.Take(DayOfMonth());
        var (days, saysEach, isEveryOther) = DaysIn(words, step is not null || months.Count > 0);
        step ??= words.Take(OfTheMonth()).Success || monthDays.Success ? new RhythmStep("MONTHLY", 1) : null;
        words.Take(OfTheMonth());
        var isOfTheYear = words.Take(OfTheYear()).Success;
        if (isEveryOther && step is null && months.Count == 0)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.EveryOther, string.Empty));
            return null;
        }

        step ??= months.Count > 0 ? new RhythmStep("YEARLY", 1) : days is [{ IsEach: true }, ..] ? new RhythmStep(days[0].Ordinal is null ? "WEEKLY" : "MONTHLY", 1) : null;
        if (step is null || (months.Count > 0 && !onlyThen && step is not ({ Frequency: "YEARLY" } or { Frequency: "MONTHLY", Interval: 1 })))
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.HowOften, string.Empty));
            return null;
        }

        step = months.Count > 0 && !onlyThen ? step with { Frequency = "YEARLY" } : step;
        if (!monthDays.Success && LacksDay(step, days, saysEach, isAnyMonth: months.Count == 0 && !isOfTheYear) && !(isSoft && days.Count == 0))
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.WhichDay, string.Empty));
            return null;
        }

        return Written(
        [
            "FREQ=" + step.Frequency,
            step.Interval == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"INTERVAL={step.Interval}"),
            Listed("BYMONTH=", months.Select(match => RhythmWordList.Month(match.Groups["month"].Value)).Distinct().Order()),
            Listed("BYDAY=", days.Select(day => day.Code).Distinct()),
            Listed("BYMONTHDAY=", monthDays.Groups["ordinal"].Captures.Concat(monthDays.Groups["bare"].Captures).Select(capture => RhythmWordList.Ordinal(capture.Value)).Distinct()),
            .. limits.Codes(),
        ], problems);
    }

    /// <summary>Whether it is open on which day. A weekday without its place in the month is none, unless the words say that every one is meant.</summary>
    private static bool LacksDay(RhythmStep step, List<RhythmWeekday> days, bool saysEach, bool isAnyMonth) => step.Frequency switch
    {
        "DAILY" => false,
        "WEEKLY" => days.Count == 0,
        _ => days.Count == 0 || (step.Frequency == "YEARLY" && isAnyMonth) || (!saysEach && days.Any(day => day.Ordinal is null)),
    };

    private static string Listed<T>(string name, IEnumerable<T> items) =>
        string.Join(',', items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}"))) is { Length: > 0 } list ? name + list : string.Empty;

    private static string? Written(IEnumerable<string> parts, List<RhythmProblem> problems)
    {
        var rule = string.Join(';', parts.Where(part => part.Length > 0));
        // A rule that never falls is well understood; the preview says so from the day it would begin.
        if (MeetingRhythm.Parse(rule, new LocalDate(2024, 1, 1)) is Outcome<MeetingRhythm>.Done or Outcome<MeetingRhythm>.Refused { Why.Code: RefusalCode.RhythmNeverFalls })
        {
            return rule;
        }

        problems.Add(new RhythmProblem(RhythmProblemKind.NotUnderstood, rule));
        return null;
    }

    private static (List<RhythmWeekday> Days, bool SaysEach, bool IsEveryOther) DaysIn(RhythmLine words, bool saysHowOften)
    {
        var days = new List<RhythmWeekday>();
        var (saysEach, isEveryOther) = (false, false);
        foreach (var match in All(words, Weekday()))
        {
            var weekday = RhythmWordList.Weekday(match.Groups["weekday"].Value);
            var ordinals = match.Groups["ordinal"].Captures.Select(capture => RhythmWordList.Ordinal(capture.Value)).ToList();
            var isEach = match.Groups["each"].Success || match.Groups["all"].Success || (match.Groups["weekday"].Value.EndsWith('s') && match.Groups["weekday"].Value.Length > 5);
            days.AddRange(ordinals.Count == 0 ? [new RhythmWeekday(weekday, null, isEach)] : ordinals.Select(ordinal => new RhythmWeekday(weekday, ordinal, isEach)));
            saysEach |= match.Groups["all"].Success;
            isEveryOther |= !saysHowOften && (match.Groups["each"].Success || match.Groups["all"].Success) && ordinals is [2 or 3 or 4];
        }

        return (days, saysEach, isEveryOther);
    }

    /// <summary>What is left is the place when it begins as places do; everything else is asked back.</summary>
    private static string? PlaceIn(RhythmLine words, List<RhythmProblem> problems)
    {
        string? place = null;
        foreach (var stretch in words.Left())
        {
            var match = Place().Match(stretch);
            if (match.Success && place is null)
            {
                place = match.Groups["named"].Success ? match.Groups["named"].Value.Trim() : stretch;
            }
            else
            {
                problems.Add(new RhythmProblem(RhythmProblemKind.NotUnderstood, stretch));
            }
        }

        return place;
    }

    private static List<Match> All(RhythmLine words, Regex phrase)
    {
        var found = new List<Match>();
        while (words.Take(phrase) is { Success: true } match)
        {
            found.Add(match);
        }

        return found;
    }

    [GeneratedRegex(@"^(?<rule>.*?)[\s,;]*\b((\u00FCblicher|ueblicher|usual)\s+)?(ort|place):\s*(?<place>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(^| )(in der regel|regelmaessig|moeglichst|meistens|meist|normalerweise|unverbindlich|weicher rhythmus|as a rule|usually|normally)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Soft();

    [GeneratedRegex(@"(^| )(verbindlich|fester rhythmus|fest|firmly|firm|binding)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Firm();

    [GeneratedRegex(@"(^| )(nach bedarf|bei bedarf|kein rhythmus|ohne rhythmus|keiner|as needed|no rhythm|none)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex None();

    [GeneratedRegex(@"(^| )(rrule:)?freq=\S+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coded();

    [GeneratedRegex(@"(^| )((um|ab|at|from|je) )?(\d{1,2}([:.]\d{2})? uhr( \d{2})?|\d{1,2}:\d{2}( uhr)?( ?(am|pm))?|\d{1,2}([:.]\d{2})? ?(am|pm)|(halb|viertel vor|viertel nach) [a-z]+( (abends|morgens|nachmittags|vormittags))?)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(^| )(immer |jeweils |always )?(?<only>(aber |but )?(nur|only) )?((im|in|und|and|sowie) ){0,3}" + RhythmWordList.MonthNames + "(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthName();

    [GeneratedRegex(
        @"(^| )((immer|jeweils|nur|only) ){0,3}((am|jeden|on the|every|on) )?(" + RhythmWordList.Ordinals + @"|(?<bare>\d{1,2}))(( (und|and))? (" + RhythmWordList.Ordinals
        + @"|(?<bare>\d{1,2}))){0,31}( (tag|day))? (jeden monats|jedes monats|des monats|im monat|of each month|of every month|of the month)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(
        @"(^| )((immer|jeweils|always|aber|but|nur|only|und|and) ){0,5}((?<all>(an jedem|on each|on every) )|((am|on the|on|der|die|the) )?((?<each>jeden|jede|jeder|every|each) )?)("
        + RhythmWordList.Ordinals + "(( (und|and|oder))? " + RhythmWordList.Ordinals + "){0,6} )?" + RhythmWordList.Weekdays + "(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(^| )(des jahres|of the year)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfTheYear();

    [GeneratedRegex(@"(^| )(im monat|des monats|jeden monats|jedes monats|pro monat|je monat|of the month|of each month|of every month|in the month|a month)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfTheMonth();

    [GeneratedRegex(@"^(ort:?\s+(?<named>.+)|(im|in der|in den|in die|in dem|in the|in|bei der|beim|bei|an der|auf dem|auf der|at the|at)\s+(?<named>.+)|(online|digital|virtuell|hybrid|per Video|via Teams|in Teams)\b.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Place();
}
