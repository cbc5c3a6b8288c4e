using System;
using System.Collections.Generic;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>A day or some days of each year that have a name.</summary>
/// <param name="Begins">Where it may be taken to begin: "vor Weihnachten" is before Christmas Eve for some, before Christmas Day for others.</param>
/// <param name="Days">The days that bear the name.</param>
/// <param name="Ends">Where it may be taken to end.</param>
internal sealed record Feast(
    Func<int, IReadOnlyList<LocalDate>> Begins, Func<int, IReadOnlyList<LocalDate>> Days, Func<int, IReadOnlyList<LocalDate>> Ends)
{
    /// <summary>A feast of one day.</summary>
    public static Feast On(Func<int, LocalDate> day) => new(year => [day(year)], year => [day(year)], year => [day(year)]);

    /// <summary>A day that is always the same one of its month.</summary>
    public static Feast Fixed(int month, int day) => On(year => new LocalDate(year, month, day));

    /// <summary>So many days after Easter Sunday, or before it.</summary>
    public static Feast FromEaster(int days) => On(year => Easter.SundayOf(year).PlusDays(days));

    /// <summary>So many days after the first Sunday in Advent, the fourth before Christmas Day, or before it.</summary>
    public static Feast FromAdvent(int days) => On(year => new LocalDate(year, 12, 25).Previous(IsoDayOfWeek.Sunday).PlusDays(days - 21));

    /// <summary>Easter, from Good Friday or Easter Sunday to Easter Monday.</summary>
    public static Feast AllEaster() => new(year => Around(year, -2, 0), year => Around(year, 0, 1), year => Around(year, 0, 1));

    /// <summary>Whitsun, Sunday and Monday.</summary>
    public static Feast Whitsun() => new(year => Around(year, 49), year => Around(year, 49, 50), year => Around(year, 49, 50));

    /// <summary>Christmas, from its eve to Boxing Day.</summary>
    public static Feast Christmas() => new(year => InDecember(year, 24, 25), year => InDecember(year, 24, 25, 26), year => InDecember(year, 25, 26));

    private static List<LocalDate> Around(int year, params ReadOnlySpan<int> days)
    {
        var found = new List<LocalDate>();
        foreach (var day in days)
        {
            found.Add(Easter.SundayOf(year).PlusDays(day));
        }

        return found;
    }

    private static List<LocalDate> InDecember(int year, params ReadOnlySpan<int> days)
    {
        var found = new List<LocalDate>();
        foreach (var day in days)
        {
            found.Add(new LocalDate(year, 12, day));
        }

        return found;
    }
}
