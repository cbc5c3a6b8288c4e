using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>Something worth knowing about a day before people are invited for it. It never stands against the day.</summary>
public abstract record DayHint
{
    private DayHint()
    {
    }

    /// <summary>A public holiday of the whole Land.</summary>
    public sealed record OnHoliday(PublicHoliday Holiday) : DayHint;

    /// <summary>The day before one.</summary>
    public sealed record Eve(PublicHoliday Holiday) : DayHint;

    /// <summary>The Friday behind a holiday on Thursday, or the Monday before one on Tuesday.</summary>
    public sealed record BridgeDay(PublicHoliday Holiday) : DayHint;

    /// <summary>School holidays.</summary>
    public sealed record InSchoolHolidays(SchoolHolidays Holidays) : DayHint;

    /// <summary>What is worth knowing about the day, public holidays first; a holiday itself is not called an eve or a bridge as well.</summary>
    /// <param name="day">The day.</param>
    /// <param name="holidays">The public holidays of the network's Land.</param>
    /// <param name="schools">School holidays as they were entered.</param>
    public static IReadOnlyList<DayHint> Of(LocalDate day, PublicHolidays holidays, IEnumerable<SchoolHolidays> schools) =>
        [.. OfHolidays(day, holidays), .. schools.Where(school => school.Contains(day)).Select(school => new InSchoolHolidays(school))];

    private static IEnumerable<DayHint> OfHolidays(LocalDate day, PublicHolidays holidays)
    {
        if (holidays.On(day) is { } holiday)
        {
            yield return new OnHoliday(holiday);
            yield break;
        }

        var (before, after) = (holidays.On(day.PlusDays(-1)), holidays.On(day.PlusDays(1)));
        if (day.DayOfWeek == IsoDayOfWeek.Friday && before is { } thursday)
        {
            yield return new BridgeDay(thursday);
        }
        else if (day.DayOfWeek == IsoDayOfWeek.Monday && after is { } tuesday)
        {
            yield return new BridgeDay(tuesday);
        }
        else if (after is { } next)
        {
            yield return new Eve(next);
        }
    }
}
