using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>Easter in the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>Easter Sunday: the Sunday after the first full moon of the ecclesiastical tables on or after 21 March.</summary>
    /// <remarks>Gauss's rule in the form of Lichtenberg (1997), which needs no table of exceptions.</remarks>
    public static LocalDate SundayOf(int year)
    {
        var century = year / 100;
        var moonShift = 15 + (((3 * century) + 3) / 4) - (((8 * century) + 13) / 25);
        var sunShift = 2 - (((3 * century) + 3) / 4);
        var moonParameter = year % 19;
        var fullMoonSeed = ((19 * moonParameter) + moonShift) % 30;
        var calendarCorrection = (fullMoonSeed + (moonParameter / 11)) / 29;
        var fullMoon = 21 + fullMoonSeed - calendarCorrection;
        var firstSunday = 7 - ((year + (year / 4) + sunShift) % 7);
        var distance = 7 - ((fullMoon - firstSunday) % 7);
        return new LocalDate(year, 3, 1).PlusDays(fullMoon + distance - 1);
    }
}
