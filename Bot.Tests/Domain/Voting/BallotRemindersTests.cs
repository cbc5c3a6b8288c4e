using System;
using System.Linq;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>When those who have not voted are reminded.</summary>
public class BallotRemindersTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalTime Nine = new(9, 0);

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-26T18:00", "2026-11-25T09:00 2026-11-26T15:00")] // the day before at nine, three hours before the end
    [InlineData("2026-11-25T08:59", "2026-11-26T18:00", "2026-11-25T09:00 2026-11-26T15:00")] // opened a minute before the first
    [InlineData("2026-11-25T09:00", "2026-11-26T18:00", "2026-11-26T15:00")] // opened exactly then: nobody is reminded of what just began
    [InlineData("2026-11-25T09:01", "2026-11-26T18:00", "2026-11-26T15:00")]
    [InlineData("2026-11-26T14:59", "2026-11-26T18:00", "2026-11-26T15:00")]
    [InlineData("2026-11-26T15:00", "2026-11-26T18:00", "")]
    [InlineData("2026-11-26T17:00", "2026-11-26T18:00", "")]
    [InlineData("2026-11-23T10:00", "2026-11-27T00:00", "2026-11-26T09:00 2026-11-26T21:00")]
    [InlineData("2026-11-23T10:00", "2026-11-26T12:00", "2026-11-25T09:00 2026-11-26T09:00")]
    [InlineData("2026-03-20T10:00", "2026-03-29T18:00", "2026-03-28T09:00 2026-03-29T15:00")] // the clocks go forward on 29 March
    [InlineData("2026-03-20T10:00", "2026-03-29T04:00", "2026-03-28T09:00 2026-03-29T00:00")] // three hours as they pass: 2 to 3 o'clock does not exist
    [InlineData("2026-03-20T10:00", "2026-03-30T18:00", "2026-03-29T09:00 2026-03-30T15:00")] // nine in Berlin stays nine in Berlin
    [InlineData("2026-10-20T10:00", "2026-10-25T04:00", "2026-10-24T09:00 2026-10-25T02:00+02:00")] // and back on 25 October
    [InlineData("2026-10-20T10:00", "2026-10-26T18:00", "2026-10-25T09:00 2026-10-26T15:00")]
    public void MomentsOf_DefaultRules_AreTheDayBeforeAndThreeHoursBefore(string opens, string closes, string expected) => Assert.Equal(
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Moment),
        BallotReminders.Default.MomentsOf(Moment(opens), Moment(closes), Nine, Berlin).At);

    [Fact]
    public void MomentsOf_TimeSkippedInSpring_MovesForward() => Assert.Equal(
        [Moment("2026-03-29T03:30")],
        (BallotReminders.Default with { Hours = [] }).MomentsOf(Moment("2026-03-20T10:00"), Moment("2026-03-30T18:00"), new LocalTime(2, 30), Berlin).At);

    [Fact]
    public void MomentsOf_TwoThatFallTogether_AreOne() => Assert.Equal(
        [Moment("2026-11-25T18:00")],
        new BallotReminders { Days = [1], Hours = [24] }.MomentsOf(Moment("2026-11-23T10:00"), Moment("2026-11-26T18:00"), new LocalTime(18, 0), Berlin).At);

    [Fact]
    public void LatestAt_AroundEachMoment_IsTheLastThatHasCome()
    {
        Instant[] at = [Moment("2026-11-25T09:00"), Moment("2026-11-26T15:00")];
        var moments = new ReminderMoments(at);
        Assert.Null(moments.LatestAt(at[0] - Duration.Epsilon));
        Assert.Equal(at[0], moments.LatestAt(at[0]));
        Assert.Equal(at[0], moments.LatestAt(at[1] - Duration.Epsilon));
        Assert.Equal(at[1], moments.LatestAt(at[1]));
        Assert.Equal(at[1], moments.LatestAt(at[1] + Duration.FromDays(9)));
        Assert.Null(ReminderMoments.None.LatestAt(at[1]));
    }

    [Fact]
    public void ReminderDue_OutsideTheBallot_IsNone()
    {
        var opened = Moment("2026-11-23T10:00");
        var closes = Moment("2026-11-26T18:00");
        var ballot = new Ballot(new BallotId("b"), opened, closes, MajorityRule.Default, null)
        {
            Reminders = BallotReminders.Default.MomentsOf(opened, closes, Nine, Berlin),
        };
        var late = Moment("2026-11-26T17:00");
        Assert.Equal(Moment("2026-11-26T15:00"), ballot.ReminderDue(late));
        Assert.Equal(Moment("2026-11-26T15:00"), ballot.ReminderDue(closes - Duration.Epsilon));
        Assert.Null(ballot.ReminderDue(closes));
        Assert.Null((ballot with { ClosedAt = late }).ReminderDue(late));
        Assert.Null((ballot with { Voided = new Voiding(late, new("k"), "x") }).ReminderDue(late));
        Assert.Null((ballot with { Secrecy = BallotSecrecy.OnRequest }).ReminderDue(late));
    }

    [Theory]
    [InlineData("d1,h3", new[] { 1 }, new[] { 3 })]
    [InlineData("", new int[0], new int[0])]
    [InlineData("d30,d1,h72", new[] { 30, 1 }, new[] { 72 })]
    public void ToCode_ReadAgain_IsTheSame(string code, int[] days, int[] hours)
    {
        var reminders = new BallotReminders { Days = days, Hours = hours };
        Assert.Equal(code, reminders.ToCode());
        Assert.Equal(reminders, BallotReminders.Parse(code));
    }

    [Theory]
    [InlineData("x1")]
    [InlineData("d")]
    [InlineData("d1,-")]
    public void Parse_WhatWasNotWritten_Fails(string code) => Assert.Throws<FormatException>(() => BallotReminders.Parse(code));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void Days_OutsideTheLimits_Fail(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => new BallotReminders { Days = [days] });

    [Theory]
    [InlineData(0)]
    [InlineData(73)]
    public void Hours_OutsideTheLimits_Fail(int hours) => Assert.Throws<ArgumentOutOfRangeException>(() => new BallotReminders { Hours = [hours] });

    private static Instant Moment(string local) => local.Contains('+', StringComparison.Ordinal)
        ? OffsetDateTime.FromDateTimeOffset(DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).ToInstant()
        : Berlin.AtLeniently(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value).ToInstant();
}
