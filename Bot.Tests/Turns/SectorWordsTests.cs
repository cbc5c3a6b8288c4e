using Bot.Domain.Committees;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>Sectors as people write them.</summary>
public class SectorWordsTests
{
    [Theory]
    [InlineData("Kirchen und Religionsgemeinschaften", Sector.Religion)]
    [InlineData("Kirche", Sector.Religion)]
    [InlineData("Gewerkschaft", Sector.TradeUnion)]
    [InlineData("schule", Sector.Education)]
    [InlineData("Verein", Sector.Initiative)]
    [InlineData("Partei", Sector.Politics)]
    [InlineData("Sports", Sector.Sport)]
    [InlineData("trade union", Sector.TradeUnion)]
    [InlineData("religious communities", Sector.Religion)]
    [InlineData("Kirc", null)]
    [InlineData("", null)]
    [InlineData("und", null)]
    [InlineData("Raumfahrt", null)]
    public void Read_AsPeopleWriteIt_IsTheSectorOrNone(string text, Sector? expected) => Assert.Equal(expected, SectorWords.Read(text));
}
