using System;
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
        var words = new RhythmLine(line);
        var problems = new List<RhythmProblem>();
        var isSoft = words.Take(Soft()).Success;
        words.Take(Firm());
        var (start, clash) = TimeIn(words, now, zone);
        if (clash is not null)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.WhichTime, clash));
        }

        var isNone = words.Take(None()).Success;
        var rule = isNone ? null : words.Take(Coded()) is { Success: true } coded ? coded.Value.ToUpperInvariant() : RuleIn(words, problems);
        var place = PlaceIn(words, problems);
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

    private static string? RuleIn(RhythmLine words, List<RhythmProblem> problems)
    {
        var step = RhythmStep.In(words);
        var months = All(words, MonthName()).Select(match => RhythmWordList.Month(match.Groups["month"].Value)).Distinct().Order().ToList();
        var monthDay = words.Take(DayOfMonth());
        var (days, isEveryOther) = DaysIn(words, step is not null || months.Count > 0);
        step ??= words.Take(OfTheMonth()).Success || monthDay.Success ? new RhythmStep("MONTHLY", 1) : null;
        words.Take(OfTheMonth());
        if (isEveryOther && step is null && months.Count == 0)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.EveryOther, string.Empty));
            return null;
        }

        step ??= months.Count > 0 ? new RhythmStep("YEARLY", 1) : days is [{ IsEach: true }, ..] ? new RhythmStep(days[0].Ordinal is null ? "WEEKLY" : "MONTHLY", 1) : null;
        if (step is null)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.HowOften, string.Empty));
            return null;
        }

        if (months.Count > 0 && step is not ({ Frequency: "YEARLY" } or { Frequency: "MONTHLY", Interval: 1 }))
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.HowOften, string.Empty));
            return null;
        }

        var isWholeYear = step.Frequency == "YEARLY" && months.Count == 0;
        var needsDay = isWholeYear || (step.Frequency is "MONTHLY" or "YEARLY" ? days.Any(day => day.Ordinal is null) || days.Count == 0 : step.Frequency == "WEEKLY" && days.Count == 0);
        if (needsDay && !monthDay.Success)
        {
            problems.Add(new RhythmProblem(RhythmProblemKind.WhichDay, string.Empty));
            return null;
        }

        return Written(step, months, days, monthDay.Success ? monthDay.Groups["day"].Value : null, problems);
    }

    private static string? Written(RhythmStep step, List<int> months, List<RhythmWeekday> days, string? monthDay, List<RhythmProblem> problems)
    {
        var rule = string.Create(CultureInfo.InvariantCulture, $"FREQ={(months.Count > 0 ? "YEARLY" : step.Frequency)};INTERVAL={(months.Count > 0 && step.Frequency != "YEARLY" ? 1 : step.Interval)}")
            + (months.Count > 0 ? ";BYMONTH=" + string.Join(',', months) : string.Empty)
            + (days.Count > 0 ? ";BYDAY=" + string.Join(',', days.Select(day => day.Code).Distinct()) : string.Empty)
            + (monthDay is null ? string.Empty : ";BYMONTHDAY=" + monthDay);
        rule = rule.Replace(";INTERVAL=1;", ";", StringComparison.Ordinal);
        if (MeetingRhythm.Parse(rule, new LocalDate(2024, 1, 1)) is Outcome<MeetingRhythm>.Done)
        {
            return rule;
        }

        problems.Add(new RhythmProblem(RhythmProblemKind.NotUnderstood, rule));
        return null;
    }

    private static (List<RhythmWeekday> Days, bool IsEveryOther) DaysIn(RhythmLine words, bool saysHowOften)
    {
        var days = new List<RhythmWeekday>();
        var isEveryOther = false;
        foreach (var match in All(words, Weekday()))
        {
            var weekday = RhythmWordList.Weekday(match.Groups["weekday"].Value);
            var ordinals = match.Groups["ordinal"].Captures.Select(capture => RhythmWordList.Ordinal(capture.Value)).ToList();
            var isEach = match.Groups["each"].Success || (match.Groups["weekday"].Value.EndsWith('s') && match.Groups["weekday"].Value.Length > 5);
            days.AddRange(ordinals.Count == 0 ? [new RhythmWeekday(weekday, null, isEach)] : ordinals.Select(ordinal => new RhythmWeekday(weekday, ordinal, isEach)));
            isEveryOther |= !saysHowOften && match.Groups["each"].Success && ordinals is [2 or 3 or 4];
        }

        return (days, isEveryOther);
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

    private const string Ordinals = @"(?<ordinal>erste[nrms]?|zweite[nrms]?|dritte[nrms]?|vierte[nrms]?|fuenfte[nrms]?|letzte[nrms]?|vorletzte[nrms]?|[1-5]\.|first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)";

    private const string Weekdays = "(?<weekday>(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)";

    private const string MonthNames = "(?<month>januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december)";

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

    [GeneratedRegex(@"(^| )(immer |jeweils |always )?((im|in|und|and|sowie) )?" + MonthNames + "(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(^| )(immer |jeweils )?((am|jeden|on the|every|on) )?(?<day>[12]?\d|3[01])(\.|st|nd|rd|th)? (jeden monats|jedes monats|des monats|im monat|of each month|of every month|of the month)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"(^| )((immer|jeweils|always) )?((am|on the|on|der|die|the|und|and) )?((?<each>jeden|jede|jeder|every|each) )?(" + Ordinals + "( (und|and|oder) " + Ordinals + ")* )?" + Weekdays + "(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(^| )(im monat|des monats|jeden monats|jedes monats|pro monat|je monat|of the month|of each month|of every month|in the month|a month)(?= |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfTheMonth();

    [GeneratedRegex(@"^(ort:?\s+(?<named>.+)|(im|in der|in den|in die|in dem|in the|in|bei der|beim|bei|an der|auf dem|auf der|at the|at)\s+(?<named>.+)|(online|digital|virtuell|hybrid|per Video|via Teams|in Teams)\b.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Place();
}
