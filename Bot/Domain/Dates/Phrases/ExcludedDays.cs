using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>The days and weeks a text rules out: no reading of it may end on one of them, nor be offered.</summary>
/// <param name="mentions">How they are named.</param>
/// <param name="resolver">Reads them.</param>
internal sealed class ExcludedDays(IReadOnlyList<DayMention> mentions, DayResolver resolver)
{
    /// <summary>Beyond it nobody means "the next but those".</summary>
    private const int MostWeeks = 10;

    private readonly List<LocalDate> days = [.. mentions.Where(mention => mention is not (VagueMention or WeekdayMention) && !DayFinder.IsWeek(mention)).SelectMany(mention => resolver.Read(mention).Days)];

    private readonly List<DayMention> weeks = [.. mentions.Where(DayFinder.IsWeek)];

    private readonly List<WeekdayMention> weekdays = [.. mentions.OfType<WeekdayMention>()];

    private readonly List<(LocalDate First, LocalDate Last)> spans =
    [
        .. mentions.OfType<DaySpanMention>().Select(span => resolver.Read(span).Days).Where(days => days.Count > 1).Select(days => (days[0], days[^1])),
        .. mentions.Zip(mentions.Skip(1)).Where(pair => pair.Second.Through && pair.First is CalendarDayMention && pair.Second is CalendarDayMention)
            .Select(pair => (First: resolver.Read(pair.First).Days, Last: resolver.Read(pair.Second).Days)).Where(pair => pair is { First: [_], Last: [_] }).Select(pair => (pair.First[0], pair.Last[0])),
    ];

    /// <summary>The finding without them. A plain weekday moves on, week by week; any other day that is ruled out is asked about.</summary>
    /// <param name="finding">What the rest of the text says.</param>
    /// <param name="named">The days it names.</param>
    public DayFinding Applied(DayFinding finding, IEnumerable<DayMention> named)
    {
        if (finding.Day is not { } day)
        {
            return finding with { Problems = [.. finding.Problems.Select(problem => problem with { Days = [.. problem.Days.Select(one => Allowed(one, problem.Kind == AppointmentProblemKind.AmbiguousDay && IsPlainWeekday(named))).OfType<LocalDate>().Distinct()] })] };
        }

        if (mentions.Any(mention => mention is VagueMention))
        {
            return Asked(finding, Allowed(day, IsPlainWeekday(named)));
        }

        return Allowed(day, IsPlainWeekday(named)) is { } free ? finding with { Day = free } : Asked(finding, null);
    }

    private static bool IsPlainWeekday(IEnumerable<DayMention> named) => named.Where(mention => mention is not VagueMention).ToList() is [WeekdayMention { Scope: WeekdayScope.Next }];

    private static DayFinding Asked(DayFinding finding, LocalDate? day) => new(null,
        [new AppointmentProblem(day is null ? AppointmentProblemKind.VaguePeriod : AppointmentProblemKind.AmbiguousDay, finding.Fragment, day is { } one ? [one] : [], [])]);

    /// <summary>The day; where it is ruled out, the next of its weekday that is not, as far as the words mean any.</summary>
    private LocalDate? Allowed(LocalDate day, bool mayMove)
    {
        for (var week = 0; week <= (mayMove ? MostWeeks : 0); week++)
        {
            if (!Has(day.PlusWeeks(week)))
            {
                return day.PlusWeeks(week);
            }
        }

        return null;
    }

    private bool Has(LocalDate day) => days.Contains(day) || weeks.Exists(week => resolver.IsIn(day, week)) || weekdays.Exists(weekday => weekday.Weekday == day.DayOfWeek)
        || spans.Exists(span => span.First <= day && day <= span.Last);
}
