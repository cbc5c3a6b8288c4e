using System;
using Bot.Platform.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Tests.Platform.Scheduling;

/// <summary>The key of a due row is its moment.</summary>
public class DueRowTests
{
    private static readonly DueSubject Subject = new("meeting", "musterstadt", "a|b");

    [Fact]
    public void RowKey_OfAnyTwoMoments_OrdersLikeTime() => Check.QuickThrowOnFailure(Prop.ForAll(Moments(), Moments(), (earlier, later) =>
    {
        var (first, second) = earlier <= later ? (earlier, later) : (later, earlier);
        return string.CompareOrdinal(DueRow.KeyOf(first), DueRow.KeyOf(second)) <= 0
            && (second - first < TimeSpan.FromSeconds(1) || string.CompareOrdinal(DueRow.KeyOf(first), DueRow.KeyOf(second)) < 0);
    }));

    [Fact]
    public void RowKey_OfAnyMoment_ReadsBackNotBeforeItAndLessThanASecondLater() => Check.QuickThrowOnFailure(Prop.ForAll(Moments(), moment =>
    {
        var read = DueRow.Parse(new DueRow(moment, Subject).RowKey);
        return read.Subject == Subject && read.At >= moment && read.At - moment < TimeSpan.FromSeconds(1);
    }));

    [Theory]
    [InlineData("2027-01-14T16:00:00.0000000Z", "20270114T160000Z")]
    [InlineData("2027-01-14T16:00:00.0000001Z", "20270114T160001Z")]
    [InlineData("2027-01-14T17:00:00.0000000+01:00", "20270114T160000Z")]
    [InlineData("2026-12-31T23:59:59.9999999Z", "20270101T000000Z")]
    public void KeyOf_Moment_RoundsUpToWholeSecondsInUtc(string moment, string key) =>
        Assert.Equal(key, DueRow.KeyOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    private static Arbitrary<DateTimeOffset> Moments() => Arb.From(
        from seconds in Gen.Choose(0, int.MaxValue)
        from ticks in Gen.Choose(0, (int)TimeSpan.TicksPerSecond - 1)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes)));
}
