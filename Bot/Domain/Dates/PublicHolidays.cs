using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static Bot.Domain.Dates.GermanLand;

namespace Bot.Domain.Dates;

/// <summary>The public holidays of one Land, by the law as it has stood since 2023.</summary>
/// <remarks>Only days that hold in the whole Land: not Augsburg's Friedensfest, nor Corpus Christi in parts of Saxony and Thuringia, nor
/// Assumption Day in Bavaria's mostly Catholic municipalities. Days of a single year and older law are not known.</remarks>
public sealed class PublicHolidays
{
    private static readonly GermanLand[] Everywhere = Enum.GetValues<GermanLand>();

    private static readonly IReadOnlyList<(PublicHoliday Holiday, Func<int, LocalDate> Day, GermanLand[] Lands)> All =
    [
        (PublicHoliday.NewYear, year => new LocalDate(year, 1, 1), Everywhere),
        (PublicHoliday.Epiphany, year => new LocalDate(year, 1, 6), [BadenWuerttemberg, Bavaria, SaxonyAnhalt]),
        (PublicHoliday.WomensDay, year => new LocalDate(year, 3, 8), [Berlin, MecklenburgWesternPomerania]),
        (PublicHoliday.GoodFriday, year => Easter.SundayOf(year).PlusDays(-2), Everywhere),
        (PublicHoliday.EasterSunday, Easter.SundayOf, [Brandenburg]),
        (PublicHoliday.EasterMonday, year => Easter.SundayOf(year).PlusDays(1), Everywhere),
        (PublicHoliday.LabourDay, year => new LocalDate(year, 5, 1), Everywhere),
        (PublicHoliday.AscensionDay, year => Easter.SundayOf(year).PlusDays(39), Everywhere),
        (PublicHoliday.WhitSunday, year => Easter.SundayOf(year).PlusDays(49), [Brandenburg]),
        (PublicHoliday.WhitMonday, year => Easter.SundayOf(year).PlusDays(50), Everywhere),
        (PublicHoliday.CorpusChristi, year => Easter.SundayOf(year).PlusDays(60),
            [BadenWuerttemberg, Bavaria, Hesse, NorthRhineWestphalia, RhinelandPalatinate, Saarland]),
        (PublicHoliday.AssumptionDay, year => new LocalDate(year, 8, 15), [Saarland]),
        (PublicHoliday.ChildrensDay, year => new LocalDate(year, 9, 20), [Thuringia]),
        (PublicHoliday.GermanUnityDay, year => new LocalDate(year, 10, 3), Everywhere),
        (PublicHoliday.ReformationDay, year => new LocalDate(year, 10, 31),
            [Brandenburg, Bremen, Hamburg, LowerSaxony, MecklenburgWesternPomerania, Saxony, SaxonyAnhalt, SchleswigHolstein, Thuringia]),
        (PublicHoliday.AllSaintsDay, year => new LocalDate(year, 11, 1),
            [BadenWuerttemberg, Bavaria, NorthRhineWestphalia, RhinelandPalatinate, Saarland]),
        (PublicHoliday.RepentanceDay, year => new LocalDate(year, 11, 23).Previous(IsoDayOfWeek.Wednesday), [Saxony]),
        (PublicHoliday.ChristmasDay, year => new LocalDate(year, 12, 25), Everywhere),
        (PublicHoliday.BoxingDay, year => new LocalDate(year, 12, 26), Everywhere),
    ];

    private readonly IReadOnlyList<(PublicHoliday Holiday, Func<int, LocalDate> Day)> days;

    private PublicHolidays(GermanLand land)
    {
        Land = land;
        days = [.. All.Where(entry => entry.Lands.Contains(land)).Select(entry => (entry.Holiday, entry.Day))];
    }

    /// <summary>Whose holidays these are.</summary>
    public GermanLand Land { get; }

    /// <summary>The holidays of a Land.</summary>
    public static PublicHolidays For(GermanLand land) => new(land);

    /// <summary>Whether the day is a public holiday in the whole Land.</summary>
    public bool Contains(LocalDate day) => On(day) is not null;

    /// <summary>The holiday on this day, or null. Where two meet (1 May and Ascension Day), the earlier in <see cref="PublicHoliday"/>.</summary>
    public PublicHoliday? On(LocalDate day)
    {
        foreach (var (holiday, dayIn) in days)
        {
            if (dayIn(day.Year) == day)
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>All holidays of a calendar year, by day.</summary>
    public IReadOnlyList<(LocalDate Day, PublicHoliday Holiday)> In(int year) =>
        [.. days.Select(entry => (entry.Day(year), entry.Holiday)).OrderBy(entry => entry.Item1)];
}
