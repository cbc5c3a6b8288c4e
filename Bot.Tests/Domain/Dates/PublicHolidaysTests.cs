using System.Linq;
using Bot.Domain.Dates;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Dates;

public class PublicHolidaysTests
{
    [Theory]
    [InlineData(GermanLand.BadenWuerttemberg, 12)]
    [InlineData(GermanLand.Bavaria, 12)]
    [InlineData(GermanLand.Berlin, 10)]
    [InlineData(GermanLand.Brandenburg, 12)]
    [InlineData(GermanLand.Bremen, 10)]
    [InlineData(GermanLand.Hamburg, 10)]
    [InlineData(GermanLand.Hesse, 10)]
    [InlineData(GermanLand.LowerSaxony, 10)]
    [InlineData(GermanLand.MecklenburgWesternPomerania, 11)]
    [InlineData(GermanLand.NorthRhineWestphalia, 11)]
    [InlineData(GermanLand.RhinelandPalatinate, 11)]
    [InlineData(GermanLand.Saarland, 12)]
    [InlineData(GermanLand.Saxony, 11)]
    [InlineData(GermanLand.SaxonyAnhalt, 11)]
    [InlineData(GermanLand.SchleswigHolstein, 10)]
    [InlineData(GermanLand.Thuringia, 11)]
    public void In_EachLand_HasAsManyHolidaysAsItsLaw(GermanLand land, int expected)
    {
        var holidays = PublicHolidays.For(land).In(2026);

        Assert.Equal(expected, holidays.Count);
        Assert.Equal(holidays.OrderBy(entry => entry.Day), holidays);
    }

    [Theory]
    [InlineData(GermanLand.Saxony, "2026-11-18", PublicHoliday.RepentanceDay)]
    [InlineData(GermanLand.Saxony, "2027-11-17", PublicHoliday.RepentanceDay)]
    [InlineData(GermanLand.Saxony, "2022-11-16", PublicHoliday.RepentanceDay)]
    [InlineData(GermanLand.Saxony, "2023-11-22", PublicHoliday.RepentanceDay)]
    [InlineData(GermanLand.Saxony, "2026-11-25", null)]
    [InlineData(GermanLand.Saxony, "2022-11-23", null)]
    [InlineData(GermanLand.Berlin, "2026-11-18", null)]
    [InlineData(GermanLand.Saxony, "2026-04-03", PublicHoliday.GoodFriday)]
    [InlineData(GermanLand.Saxony, "2026-04-05", null)]
    [InlineData(GermanLand.Brandenburg, "2026-04-05", PublicHoliday.EasterSunday)]
    [InlineData(GermanLand.Saxony, "2026-04-06", PublicHoliday.EasterMonday)]
    [InlineData(GermanLand.Saxony, "2026-05-14", PublicHoliday.AscensionDay)]
    [InlineData(GermanLand.Brandenburg, "2026-05-24", PublicHoliday.WhitSunday)]
    [InlineData(GermanLand.Saxony, "2026-05-25", PublicHoliday.WhitMonday)]
    [InlineData(GermanLand.Bavaria, "2026-06-04", PublicHoliday.CorpusChristi)]
    [InlineData(GermanLand.Saxony, "2026-06-04", null)]
    [InlineData(GermanLand.Saarland, "2026-08-15", PublicHoliday.AssumptionDay)]
    [InlineData(GermanLand.Thuringia, "2026-09-20", PublicHoliday.ChildrensDay)]
    [InlineData(GermanLand.Berlin, "2026-03-08", PublicHoliday.WomensDay)]
    [InlineData(GermanLand.SaxonyAnhalt, "2026-01-06", PublicHoliday.Epiphany)]
    [InlineData(GermanLand.Hamburg, "2026-10-31", PublicHoliday.ReformationDay)]
    [InlineData(GermanLand.Hesse, "2026-10-31", null)]
    [InlineData(GermanLand.NorthRhineWestphalia, "2026-11-01", PublicHoliday.AllSaintsDay)]
    [InlineData(GermanLand.Hesse, "2026-12-26", PublicHoliday.BoxingDay)]
    [InlineData(GermanLand.Hesse, "2026-12-24", null)]
    [InlineData(GermanLand.Saxony, "2008-05-01", PublicHoliday.LabourDay)]
    public void On_Day_NamesTheHoliday(GermanLand land, string day, PublicHoliday? expected)
    {
        var date = LocalDatePattern.Iso.Parse(day).Value;
        var holidays = PublicHolidays.For(land);

        Assert.Equal(expected, holidays.On(date));
        Assert.Equal(expected is not null, holidays.Contains(date));
    }

    [Fact]
    public void In_FourCenturies_EasterAgreesWithAnotherRule()
    {
        var holidays = PublicHolidays.For(GermanLand.Brandenburg);
        foreach (var year in Enumerable.Range(1900, 400))
        {
            Assert.Equal(PublicHoliday.EasterSunday, holidays.On(EasterByButcher(year)));
        }
    }

    /// <summary>The anonymous rule of 1876, printed by Butcher.</summary>
    private static LocalDate EasterByButcher(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}
