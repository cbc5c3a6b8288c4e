using Bot.Domain.Dates;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Dates;

public class WakingHoursTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>Moments in UTC, so that both nights of the clock change are told apart.</summary>
    [Theory]
    [InlineData("2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", null)]
    [InlineData("2026-11-23T18:59:59Z", null)]
    [InlineData("2026-11-23T19:00:00Z", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-23T22:59:59Z", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-23T23:00:00Z", "2026-11-24T07:00:00Z")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01T07:00:00Z")]
    [InlineData("2027-03-27T19:00:00Z", "2027-03-28T06:00:00Z")]
    [InlineData("2027-03-28T01:30:00Z", "2027-03-28T06:00:00Z")]
    [InlineData("2027-03-28T05:59:59Z", "2027-03-28T06:00:00Z")]
    [InlineData("2027-03-28T06:00:00Z", null)]
    [InlineData("2027-03-28T17:59:59Z", null)]
    [InlineData("2027-03-28T18:00:00Z", "2027-03-29T06:00:00Z")]
    [InlineData("2027-10-30T18:00:00Z", "2027-10-31T07:00:00Z")]
    [InlineData("2027-10-31T00:30:00Z", "2027-10-31T07:00:00Z")]
    [InlineData("2027-10-31T06:59:59Z", "2027-10-31T07:00:00Z")]
    [InlineData("2027-10-31T07:00:00Z", null)]
    public void NextAfter_AroundTheLimits_IsTheNextMorningOrNow(string now, string? expected) =>
        Assert.Equal(expected, WakingHours.NextAfter(InstantPattern.General.Parse(now).Value, Berlin) is { } next ? InstantPattern.General.Format(next) : null);
}
