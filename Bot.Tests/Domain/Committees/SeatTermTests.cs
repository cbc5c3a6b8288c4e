using Bot.Domain;
using Bot.Domain.Committees;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Committees;

/// <summary>From when until when a seat is somebody's.</summary>
public class SeatTermTests
{
    private static readonly LocalDate Today = new(2027, 1, 14);

    private static readonly PersonId Amina = new("amina");

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(null, 0, true)]
    [InlineData(null, -1, false)]
    [InlineData(-5, 5, true)]
    public void IsHeldOn_AroundBothLimits(int? from, int? lastDay, bool expected) => Assert.Equal(expected, new SeatTerm { From = Day(from), LastDay = Day(lastDay) }.IsHeldOn(Today));

    [Fact]
    public void IsHeldOn_LongAfterTheTerm_IsStillTheirs() => Assert.True(new SeatTerm { Until = new LocalDate(2020, 1, 1) }.IsHeldOn(Today));

    [Theory]
    [InlineData(null, 0, true, null)]
    [InlineData(null, -1, true, RefusalCode.TermEndImpossible)]
    [InlineData(5, 4, false, RefusalCode.TermBackwards)]
    [InlineData(4, 4, false, null)]
    [InlineData(1, 9, true, RefusalCode.SeatHeldAlready)]
    [InlineData(0, 9, true, null)]
    [InlineData(null, null, true, null)]
    public void Objection_AtEachLimit(int? from, int? until, bool isHeld, RefusalCode? expected) =>
        Assert.Equal(expected, new SeatTerm { From = Day(from), Until = Day(until) }.Objection(Today, isHeld)?.Code);

    [Fact]
    public void Objection_AtTheFurthestEnd()
    {
        var furthest = Today.PlusYears(SeatTerm.MostYears);
        Assert.Null(new SeatTerm { Until = furthest }.Objection(Today, isHeld: true));
        Assert.Equal(RefusalCode.TermEndImpossible, new SeatTerm { Until = furthest.PlusDays(1) }.Objection(Today, isHeld: true)?.Code);
    }

    [Fact]
    public void GiveUp_Twice_IsTheSame_AndKeptAgainIsAsBefore()
    {
        var before = new SeatTerm { Until = new LocalDate(2028, 12, 31) };
        var after = Assert.IsType<Outcome<SeatTerm>.Done>(SeatTerm.GiveUp(before, Today, Amina, default, Today)).Value;
        Assert.Same(after, Assert.IsType<Outcome<SeatTerm>.Done>(SeatTerm.GiveUp(after, Today, Amina, default, Today)).Value);
        Assert.Equal(before, after.Kept());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, -1, false)]
    [InlineData(3, 0, true)]
    [InlineData(3, 1, false)]
    public void GiveUp_AtTheLimits(int years, int days, bool isPossible) =>
        Assert.Equal(isPossible, SeatTerm.GiveUp(null, Today.PlusYears(years).PlusDays(days), Amina, default, Today) is Outcome<SeatTerm>.Done);

    private static LocalDate? Day(int? days) => days is { } offset ? Today.PlusDays(offset) : null;
}
