using System.Linq;
using Bot.Domain.Dates;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>What is worth knowing about a day; days looked up in the calendar.</summary>
public class DayHintsTests
{
    private static readonly SchoolHolidays Winter = new("Winterferien", new LocalDate(2027, 2, 8), new LocalDate(2027, 2, 19));

    [Theory]
    [InlineData(GermanLand.Saxony, "2027-05-05", "Eve AscensionDay")]
    [InlineData(GermanLand.Saxony, "2027-05-06", "OnHoliday AscensionDay")]
    [InlineData(GermanLand.Saxony, "2027-05-07", "BridgeDay AscensionDay")]
    [InlineData(GermanLand.Saxony, "2027-05-08", "")]
    [InlineData(GermanLand.Saxony, "2028-10-02", "BridgeDay GermanUnityDay")]
    [InlineData(GermanLand.Saxony, "2028-10-30", "BridgeDay ReformationDay")]
    [InlineData(GermanLand.Berlin, "2028-10-30", "")]
    [InlineData(GermanLand.Saxony, "2026-11-18", "OnHoliday RepentanceDay")]
    [InlineData(GermanLand.Thuringia, "2026-11-18", "")]
    [InlineData(GermanLand.Saxony, "2026-12-24", "Eve ChristmasDay")]
    [InlineData(GermanLand.Saxony, "2027-03-27", "")]
    [InlineData(GermanLand.Saxony, "2027-03-28", "Eve EasterMonday")]
    [InlineData(GermanLand.Brandenburg, "2027-03-27", "Eve EasterSunday")]
    [InlineData(GermanLand.Saxony, "2027-02-07", "")]
    [InlineData(GermanLand.Saxony, "2027-02-08", "InSchoolHolidays")]
    [InlineData(GermanLand.Saxony, "2027-02-19", "InSchoolHolidays")]
    [InlineData(GermanLand.Saxony, "2027-02-20", "")]
    public void Of_Day_SaysWhatItsNeighboursAre(GermanLand land, string day, string expected)
    {
        var hints = DayHint.Of(LocalDatePattern.Iso.Parse(day).Value, PublicHolidays.For(land), [Winter]);

        Assert.Equal(expected, string.Join(' ', hints.Select(Describe)));
    }

    [Theory]
    [InlineData("2027-07-01", "2027-08-31", true)]
    [InlineData("2027-07-01", "2027-09-01", false)]
    [InlineData("2027-07-01", "2027-07-01", true)]
    [InlineData("2027-07-02", "2027-07-01", false)]
    public void IsSound_AroundTheLongest_HoldsUpToIt(string first, string last, bool isSound)
    {
        Assert.Equal(isSound, (Winter with { First = LocalDatePattern.Iso.Parse(first).Value, Last = LocalDatePattern.Iso.Parse(last).Value }).IsSound);
        Assert.True((Winter with { Name = new string('a', SchoolHolidays.NameLimit) }).IsSound);
        Assert.False((Winter with { Name = new string('a', SchoolHolidays.NameLimit + 1) }).IsSound);
        Assert.False((Winter with { Name = string.Empty }).IsSound);
    }

    private static string Describe(DayHint hint) => hint switch
    {
        DayHint.OnHoliday(var holiday) => "OnHoliday " + holiday,
        DayHint.Eve(var holiday) => "Eve " + holiday,
        DayHint.BridgeDay(var holiday) => "BridgeDay " + holiday,
        _ => "InSchoolHolidays",
    };
}
