using System;
using System.Linq;
using Bot.Domain.Privacy;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Bot.Tests.Domain.Privacy;

/// <summary>How long what is kept, and when it is deleted.</summary>
public class RetentionTermsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>Whoever adds a kind of data about people has to say how long it is kept, or why it stays.</summary>
    [Fact]
    public void Kinds_AllThatAreKept_EndOrHaveAReason() => Assert.All(Enum.GetValues<KeptKind>(), kind =>
    {
        var (deleted, stays) = RetentionTable.Of(kind);
        Assert.Equal(deleted.Count == 0, stays is not null);
    });

    [Fact]
    public void Rules_OfEveryKind_StandOnceAndWithinTheirBounds()
    {
        Assert.Equal(Enum.GetValues<RetentionKind>(), RetentionTable.All.Select(rule => rule.Kind).Order());
        Assert.All(RetentionTable.All, rule => Assert.InRange(rule.Months, rule.Least, rule.Most));
        Assert.All(RetentionTable.All, rule => Assert.Equal(rule.Months, RetentionTerms.Usual.MonthsOf(rule.Kind)));
        Assert.All(Enum.GetValues<RetentionKind>(), kind => Assert.Contains(Enum.GetValues<KeptKind>(), kept => RetentionTable.Of(kept).Deleted.Contains(kind)));
    }

    [Theory]
    [InlineData(RetentionKind.Rolls, 2, false)]
    [InlineData(RetentionKind.Rolls, 3, true)]
    [InlineData(RetentionKind.Rolls, 60, true)]
    [InlineData(RetentionKind.Rolls, 61, false)]
    [InlineData(RetentionKind.Replies, 0, false)]
    [InlineData(RetentionKind.Replies, 1, true)]
    [InlineData(RetentionKind.Prospects, 2, false)]
    [InlineData(RetentionKind.Prospects, 3, true)]
    [InlineData(RetentionKind.Prospects, 60, true)]
    [InlineData(RetentionKind.Prospects, 61, false)]
    [InlineData(RetentionKind.Deliveries, 5, false)]
    [InlineData(RetentionKind.Deliveries, 6, true)]
    [InlineData(RetentionKind.Deliveries, 36, true)]
    [InlineData(RetentionKind.Deliveries, 37, false)]
    [InlineData(RetentionKind.LookUps, 12, true)]
    [InlineData(RetentionKind.LookUps, 13, false)]
    [InlineData(RetentionKind.Contacts, 0, false)]
    public void With_AtBothSidesOfTheBounds_IsTakenWithinThem(RetentionKind kind, int months, bool isTaken)
    {
        var after = RetentionTerms.Usual.With(kind, months);

        Assert.Equal(isTaken, after is not null);
        Assert.True(after is null || after.MonthsOf(kind) == months);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void WithLookUps_AtBothSidesOfTheBounds_IsTakenWithinThem(int aDay, bool isTaken) => Assert.Equal(isTaken, RetentionTerms.Usual.WithLookUps(aDay) is not null);

    [Theory]
    [InlineData("2027-01-14T18:00:00Z", "2027-07-14T17:00:00Z", false)]
    [InlineData("2027-01-14T18:00:00Z", "2027-07-14T17:00:01Z", true)]
    [InlineData("2026-08-31T10:00:00Z", "2027-02-28T11:00:01Z", false)]
    [InlineData("2026-08-31T10:00:00Z", "2027-03-01T11:00:01Z", true)]
    public void IsOver_AfterSixMonthsOfTheNetworksZone_FromTheNextMomentOn(string since, string now, bool expected) =>
        Assert.Equal(expected, RetentionTerms.Usual.IsOver(RetentionKind.Replies, At(since), At(now), Berlin));

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01T07:59:59Z", "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01T08:00:00Z", "2027-01-01T08:00:00Z")]
    [InlineData("2027-03-31T21:59:59Z", "2027-04-01T07:00:00Z")]
    public void NextRun_IsTheFirstOfAMonthAtNine(string after, string expected) => Assert.Equal(At(expected), RetentionTerms.NextRun(At(after), Berlin));

    [Theory]
    [InlineData("2026-11-16T08:00:00Z", "2026-12-01T08:00:00Z")]
    [InlineData("2026-11-17T08:00:00Z", "2027-01-01T08:00:00Z")]
    [InlineData("2026-11-23T09:00:00Z", "2027-01-01T08:00:00Z")]
    public void FirstRun_LeavesTwoWeeksToObject(string announced, string expected) => Assert.Equal(At(expected), RetentionTerms.FirstRun(At(announced), Berlin));

    [Fact]
    public void End_AfterMonthsAsleep_PlansOneMonthAheadOnly()
    {
        var now = At("2027-06-15T08:00:00Z");
        var ended = new RetentionProgress(At("2027-03-01T08:00:00Z")).Begin(now, RetentionProgress.Nothing.SetItem(RetentionKind.Rolls, 8)).End(now, Berlin);

        Assert.Equal((At("2027-07-01T07:00:00Z"), now, null, 8), (ended.Next, ended.Last, ended.Running, ended.Deleted[RetentionKind.Rolls]));
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
