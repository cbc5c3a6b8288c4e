using System;
using System.Collections.Generic;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Turns;

/// <summary>What a card may carry; anybody can make it up.</summary>
public class CardFormTests
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123-plenary")]
    [InlineData("org_1:2.3")]
    public void Id_AsTheBotMakesThem_IsTaken(string id) => Assert.Equal(id, Of(id).Id("id"));

    [Theory]
    [InlineData("")]
    [InlineData("a|b")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    [InlineData("a\\b")]
    [InlineData("a#b?c")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("%2F")]
    [InlineData("\U0001F600")]
    public void Id_ThatIsNone_NeverBecomesAKey(string id) => Assert.Null(Of(id).Id("id"));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(10_000, false)]
    public void Id_AroundTheLongest_IsTakenOrNone(int length, bool isTaken) => Assert.Equal(isTaken, Of(new string('x', length)).Id("id") is not null);

    [Fact]
    public void Id_WithWhatNobodySees_IsTheIdWithoutIt() => Assert.Equal("ab", Of("a\u200Bb\u202E").Id("id"));

    [Theory]
    [InlineData("15", 15)]
    [InlineData("", null)]
    [InlineData("1e400", -1)]
    [InlineData("1.5", -1)]
    [InlineData("99999999999999999999", -1)]
    [InlineData("٣", -1)]
    [InlineData("x", -1)]
    [InlineData("true", -1)]
    public void Number_OfAnyText_IsOneOrOutOfEveryRange(string text, int? number) => Assert.Equal(number, Of(text).Number("id"));

    [Fact]
    public void Value_OfAnyLength_IsCutAboveWhatAnyFieldTakes()
    {
        Assert.Equal(CommandText.Limit, Of(new string('x', 200_000))["id"].Length);
        Assert.Equal("a b", Of(" a\r\n\u0007b ")["id"]);
        Assert.Equal(string.Empty, Of("x")["other"]);
    }

    private static CardForm Of(string value) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = value });
}
