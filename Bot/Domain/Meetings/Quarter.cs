using System;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>A quarter of a calendar year.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quarter
{
    /// <summary>A quarter by year and number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 4.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        Year = year;
        Number = number;
    }

    /// <summary>Calendar year.</summary>
    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary>1 January, 1 April, 1 July or 1 October.</summary>
    public LocalDate FirstDay => new(Year, (Number * 3) - 2, 1);

    /// <summary>31 March, 30 June, 30 September or 31 December.</summary>
    public LocalDate LastDay => FirstDay.PlusMonths(3).PlusDays(-1);

    /// <summary>The quarter after this one.</summary>
    public Quarter Next => Of(LastDay.PlusDays(1));

    /// <summary>The quarter this day is in.</summary>
    public static Quarter Of(LocalDate day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Whether this day is in the quarter.</summary>
    public bool Contains(LocalDate day) => Of(day) == this;

    /// <summary>Written as in <c>2026-Q4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}");
}
