using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What the text says about the day: a day, or what is to be asked, or nothing.</summary>
internal sealed record DayFinding(LocalDate? Day, IReadOnlyList<AppointmentProblem> Problems)
{
    /// <summary>The words it was read from; empty for none.</summary>
    public string Fragment { get; init; } = string.Empty;

    public static DayFinding Nothing { get; } = new(null, []);
}

/// <summary>Decides on the one day among the days, weekdays and weeks named.</summary>
internal static class DayFinder
{
    /// <summary>A comma and an article.</summary>
    private const int MostBetween = 2;

    /// <param name="tokens">The text.</param>
    /// <param name="mentions">All mentions in it.</param>
    /// <param name="now">Local date and time of the reader.</param>
    /// <param name="start">The time of day named, which decides whether today still counts.</param>
    public static DayFinding Find(TokenList tokens, IReadOnlyList<Mention> mentions, LocalDateTime now, LocalTime? start)
    {
        var resolver = new DayResolver(now, start);
        var excluded = mentions.OfType<DayMention>().Where(day => day.Excluded).ToList();
        if (excluded.Count == 0)
        {
            return Find(tokens, mentions, [.. mentions.OfType<DayMention>()], resolver);
        }

        var ruledOut = new ExcludedDays(excluded, resolver);
        IReadOnlyList<Mention> others = [.. mentions.Where(mention => mention is not DayMention { Excluded: true })];
        var finding = Find(tokens, others, [.. others.OfType<DayMention>()], resolver);
        return finding == DayFinding.Nothing
            ? Problem(AppointmentProblemKind.VaguePeriod, tokens, excluded, [])
            : ruledOut.Applied(finding, others.OfType<DayMention>());
    }

    private static DayFinding Find(TokenList tokens, IReadOnlyList<Mention> mentions, List<DayMention> days, DayResolver resolver)
    {
        var certain = days.Where(day => day is not VagueMention && !day.Doubtful).ToList();
        if (certain.Count == 0)
        {
            var doubtful = days.Where(day => day is not VagueMention).ToList();
            return VagueDays.Ask(tokens, mentions, certain, null, resolver) ?? (doubtful.Count == 0 ? DayFinding.Nothing : Doubtful(tokens, doubtful, resolver));
        }

        var weekdays = certain.OfType<WeekdayMention>().ToList();
        var weeks = certain.Where(IsWeek).ToList();
        var dates = certain.Except(weekdays).Except(weeks).ToList();
        var readings = dates.Count > 0 ? dates.ConvertAll(resolver.Read) : ByWeek(resolver, weekdays, weeks);
        var finding = Decide(tokens, certain, readings);
        if (VagueDays.Ask(tokens, mentions, certain, finding.Day, resolver) is { } question)
        {
            return question;
        }

        return finding.Day is { } day && dates.Count > 0 ? Checked(tokens, resolver, day, dates[0], weekdays, weeks) : finding;
    }

    /// <summary>Whether it names a week and no day.</summary>
    public static bool IsWeek(DayMention day) => day is WeeksAheadMention or CalendarWeekMention or RelativeWeekMention or FeastWeekMention;

    private static List<DayReading> ByWeek(DayResolver resolver, List<WeekdayMention> weekdays, List<DayMention> weeks)
    {
        if (weekdays.Count == 0)
        {
            return weeks.ConvertAll(resolver.Read);
        }

        return weeks.Count == 0
            ? weekdays.ConvertAll(resolver.Read)
            : [.. weekdays.SelectMany(weekday => weeks.Select(week => resolver.Read(weekday, week)))];
    }

    private static DayFinding Doubtful(TokenList tokens, List<DayMention> days, DayResolver resolver)
    {
        var candidates = days.SelectMany(day => resolver.Read(day).Days).Distinct().Order().ToList();
        return candidates.Count == 0 ? DayFinding.Nothing : Problem(AppointmentProblemKind.AmbiguousDay, tokens, days, candidates);
    }

    private static DayFinding Decide(TokenList tokens, List<DayMention> mentions, List<DayReading> readings)
    {
        var distinct = readings.Where((reading, index) => !readings.Take(index).Any(reading.IsSameAs)).ToList();
        if (distinct.Count > 1)
        {
            var days = distinct.SelectMany(reading => reading.Days).Distinct().Order().ToList();
            return Problem(AppointmentProblemKind.TwoDays, tokens, mentions, days);
        }

        return distinct[0].Problem is { } kind
            ? Problem(kind, tokens, mentions, distinct[0].Days)
            : new DayFinding(distinct[0].Days[0], []) { Fragment = tokens.Fragment(mentions.Min(mention => mention.From), mentions.Max(mention => mention.To)) };
    }

    private static DayFinding Checked(
        TokenList tokens, DayResolver resolver, LocalDate day, DayMention date, List<WeekdayMention> weekdays, List<DayMention> weeks)
    {
        if (weekdays.Find(named => named.Weekday != day.DayOfWeek) is { } other)
        {
            if (!AreNeighbours(date, other))
            {
                return Problem(AppointmentProblemKind.TwoDays, tokens, [date, other], [.. resolver.Read(other).Days.Append(day).Order()]);
            }

            return Problem(AppointmentProblemKind.WeekdayMismatch, tokens, [date, other], [day, Nearest(day, other.Weekday)]);
        }

        return weeks.Find(week => !resolver.IsIn(day, week)) is { } foreign
            ? Problem(AppointmentProblemKind.TwoDays, tokens, [date, foreign], [day, .. resolver.Read(foreign).Days])
            : new DayFinding(day, []) { Fragment = tokens.Fragment(date.From, date.To) };
    }

    /// <summary>"Montag, den 14.1." is one day said twice; further apart they are two.</summary>
    private static bool AreNeighbours(DayMention one, DayMention other) =>
        Math.Max(one.From, other.From) - Math.Min(one.To, other.To) <= MostBetween;

    private static LocalDate Nearest(LocalDate day, IsoDayOfWeek weekday)
    {
        var (before, after) = (day.Previous(weekday), day.Next(weekday));
        return Period.DaysBetween(before, day) <= Period.DaysBetween(day, after) ? before : after;
    }

    private static DayFinding Problem(
        AppointmentProblemKind kind, TokenList tokens, List<DayMention> mentions, IReadOnlyList<LocalDate> days)
    {
        var fragment = tokens.Fragment(mentions.Min(mention => mention.From), mentions.Max(mention => mention.To));
        return new DayFinding(null, [new AppointmentProblem(kind, fragment, days, [])]);
    }
}
