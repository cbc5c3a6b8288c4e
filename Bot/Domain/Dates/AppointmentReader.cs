using System.Linq;
using Bot.Domain.Dates.Phrases;
using NodaTime;
using NodaTime.TimeZones;

namespace Bot.Domain.Dates;

/// <summary>Finds day and time of an appointment in free text, German or English.</summary>
/// <remarks>What is ambiguous is never guessed: a problem says what was read and what may have been meant. A number is only read as part of a
/// date or time when something marks it as such; a question back is better than a wrong understanding.</remarks>
public static class AppointmentReader
{
    /// <summary>Further away nobody makes an appointment: the year is more likely a slip.</summary>
    private const int YearsAhead = 2;

    /// <summary>Reads one text.</summary>
    /// <param name="text">Any text of any length, umlauts written in either way.</param>
    /// <param name="now">Local date and time in <paramref name="zone"/>. A date without a year is the next one from here on; today counts
    /// when the time is still to come or none is named. A weekday is the next one after today.</param>
    /// <param name="zone">Zone of the appointment; decides which times a day has.</param>
    /// <returns>What was understood. A problem about the day leaves the day empty, one about the time the time.</returns>
    public static AppointmentReading Read(string text, LocalDateTime now, DateTimeZone zone)
    {
        var tokens = TokenList.Of(text);
        var mentions = PhraseScanner.Scan(tokens);
        var time = TimeFinder.Find(tokens, mentions);
        var day = DayFinder.Find(tokens, mentions, now, time.Start);
        var problems = time.Problems.Concat(day.Problems.Select(problem => WithNextYear(problem, now.Date))).ToList();
        var (date, start) = (day.Day, time.Start);
        if (time.EndsTheDay && date is { } last)
        {
            (date, start) = (last.PlusDays(1), LocalTime.Midnight);
        }
        else if (time.EndsTheDay)
        {
            problems.Add(new AppointmentProblem(AppointmentProblemKind.AmbiguousTime, time.Fragment, [], [LocalTime.Midnight]));
        }

        if (date > now.Date.PlusYears(YearsAhead))
        {
            problems.Add(new AppointmentProblem(AppointmentProblemKind.FarAway, day.Fragment, [date.Value], []));
            date = null;
        }

        if (date is { } onDay && start is { } atTime && ZoneProblem(onDay + atTime, zone, time.Fragment) is { } problem)
        {
            problems.Add(problem);
            start = null;
        }

        return new AppointmentReading(date, start, start is null && problems.TrueForAll(problem => problem.Kind != AppointmentProblemKind.AmbiguousTime) ? null : time.Length, problems, RestOfText.Of(tokens, mentions));
    }

    private static AppointmentProblem WithNextYear(AppointmentProblem problem, LocalDate today)
    {
        if (problem is not { Kind: AppointmentProblemKind.PastDay, Days: [var past] } || past >= today || !problem.Fragment.Any(char.IsAsciiDigit))
        {
            return problem;
        }

        var thisYear = past.PlusYears(today.Year - past.Year);
        var next = thisYear > today ? thisYear : past.PlusYears(today.Year + 1 - past.Year);
        return next.Day == past.Day ? problem with { Instead = next } : problem;
    }

    private static AppointmentProblem? ZoneProblem(LocalDateTime moment, DateTimeZone zone, string fragment)
    {
        ZoneLocalMapping mapping = zone.MapLocal(moment);
        return mapping.Count switch
        {
            0 => new AppointmentProblem(AppointmentProblemKind.NoSuchTime, fragment, [moment.Date], [moment.TimeOfDay]),
            1 => null,
            _ => new AppointmentProblem(AppointmentProblemKind.AmbiguousHour, fragment, [moment.Date], [moment.TimeOfDay]),
        };
    }
}
