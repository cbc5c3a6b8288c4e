using System;
using Bot.Domain.Records;
using Xunit;

namespace Bot.Tests.Domain.Records;

public class ResolutionNumberTests
{
    [Theory]
    [InlineData(2026, 1, "2026-01")]
    [InlineData(2026, 9, "2026-09")]
    [InlineData(2026, 99, "2026-99")]
    [InlineData(2026, 100, "2026-100")]
    [InlineData(900, 7, "0900-07")]
    public void ToString_AnyNumber_IsReadBack(int year, int sequence, string expected)
    {
        var number = new ResolutionNumber(year, sequence);

        Assert.Equal(expected, number.ToString());
        Assert.Equal(number, ResolutionNumber.Parse(expected));
    }

    [Fact]
    public void Parse_OneDigit_IsUnderstood()
    {
        Assert.Equal(new ResolutionNumber(2026, 7), ResolutionNumber.Parse("2026-7"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-")]
    [InlineData("2026-00")]
    [InlineData("0000-01")]
    [InlineData("26-07")]
    [InlineData("2026--7")]
    [InlineData("2026-+7")]
    [InlineData("2026- 7")]
    [InlineData("2026-07-01")]
    [InlineData("2026-99999999999")]
    public void TryParse_ForeignText_SaysNo(string? text)
    {
        Assert.False(ResolutionNumber.TryParse(text, out _));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10000, 1)]
    [InlineData(2026, 0)]
    public void ResolutionNumber_OutOfBounds_Throws(int year, int sequence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResolutionNumber(year, sequence));
    }

    [Theory]
    [InlineData(null, 2026, "2026-01")]
    [InlineData("2026-07", 2026, "2026-08")]
    [InlineData("2026-99", 2026, "2026-100")]
    [InlineData("2026-07", 2027, "2027-01")]
    [InlineData("2027-01", 2026, "2027-02")]
    public void After_LastNumberAndYear_HasNoGap(string? last, int year, string expected)
    {
        Assert.Equal(expected, ResolutionNumber.After(last is null ? null : ResolutionNumber.Parse(last), year).ToString());
    }

    [Fact]
    public void CompareTo_SequencesOfThreeDigits_FollowNumbersNotText()
    {
        Assert.True(ResolutionNumber.Parse("2026-99") < ResolutionNumber.Parse("2026-100"));
        Assert.True(ResolutionNumber.Parse("2027-01") > ResolutionNumber.Parse("2026-100"));
    }
}
