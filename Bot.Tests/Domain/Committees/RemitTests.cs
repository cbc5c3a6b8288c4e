using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Committees;

/// <summary>What working groups are there for, when they report, and what is said about it when.</summary>
public class RemitTests
{
    private static readonly LocalDate Today = new(2027, 1, 31);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly PersonId Anna = new("anna");

    private static readonly LocalTime Nine = new(9, 0);

    [Theory]
    [InlineData(400, 0, null)]
    [InlineData(401, 0, RefusalCode.TextTooLong)]
    [InlineData(0, 200, null)]
    [InlineData(0, 201, RefusalCode.TextTooLong)]
    public void Objection_ToTexts_IsTheirLength(int text, int reason, RefusalCode? code) =>
        Assert.Equal(code, new Remit { Text = new string('a', text), Reason = new string('b', reason) }.Objection(Today)?.Code);

    [Theory]
    [InlineData(0, RefusalCode.RemitMonthsOutOfRange)]
    [InlineData(1, null)]
    [InlineData(24, null)]
    [InlineData(25, RefusalCode.RemitMonthsOutOfRange)]
    public void Objection_ToMonths_IsTheirRange(int months, RefusalCode? code) => Assert.Equal(code, new Remit { ReportMonths = months }.Objection(Today)?.Code);

    [Theory]
    [InlineData(-1, RefusalCode.RemitDayOver)]
    [InlineData(0, null)]
    [InlineData(3660, null)]
    [InlineData(3661, RefusalCode.RemitDayFar)]
    public void Objection_ToDays_IsWhatIsOverOrFar(int days, RefusalCode? code)
    {
        Assert.Equal(code, new Remit { Until = Today.PlusDays(days) }.Objection(Today)?.Code);
        Assert.Equal(code, new Remit { ReportDue = Today.PlusDays(days) }.Objection(Today)?.Code);
        // What stood before and stays is no matter, or nobody could change anything else any more.
        var before = new Remit { Until = Today.PlusDays(days), ReportDue = Today.PlusDays(days) };
        Assert.Null((before with { Text = "x" }).Objection(Today, before));
    }

    [Theory]
    [InlineData("2027-01-31", "2027-01-31", null, null, null)]
    [InlineData("2027-01-31", "2027-01-31", 1, null, "2027-02-28")]
    [InlineData("2026-12-31", "2027-01-31", 1, null, "2027-02-28")]
    [InlineData("2026-10-31", "2027-01-31", 6, null, "2027-04-30")]
    [InlineData("2027-03-15", "2027-01-31", 6, null, "2027-09-15")]
    [InlineData(null, "2027-01-20", 3, null, "2027-04-20")]
    [InlineData("2027-01-31", "2027-01-31", 6, "2027-06-30", "2027-06-30")]
    [InlineData("2027-01-31", "2027-01-31", 6, "2027-07-31", "2027-07-31")]
    [InlineData("2027-01-31", "2027-01-31", 6, "2027-01-31", null)]
    public void Report_Given_IsDueNextByTheRhythmAndNotAfterTheTerm(string? due, string given, int? months, string? until, string? next)
    {
        var remit = new Remit { ReportDue = Day(due), ReportMonths = months, Until = Day(until) };
        var after = Assert.IsType<Outcome<Remit>.Done>(remit.Report(Anna, "x", Day(given)!.Value, Today, At(Today))).Value;
        Assert.Equal((Day(next), 1, "x"), (after.ReportDue, after.LastReport!.Number, after.LastReport.Text));
        Assert.Same(after, Assert.IsType<Outcome<Remit>.Done>(after.Report(Anna, "x", Day(given)!.Value, Today, At(Today))).Value);
        Assert.Equal(2, Assert.IsType<Outcome<Remit>.Done>(after.Report(Anna, "y", Day(given)!.Value, Today, At(Today))).Value.LastReport!.Number);
    }

    [Theory]
    [InlineData(1, 10, RefusalCode.ReportDayWrong)]
    [InlineData(0, 1000, null)]
    [InlineData(0, 1001, RefusalCode.TextTooLong)]
    [InlineData(-30, 0, null)]
    [InlineData(-31, 0, RefusalCode.ReportDayWrong)]
    public void Report_OnADayAheadOrBeforeTheGroupOrTooLong_IsRefused(int days, int length, RefusalCode? code) => Assert.Equal(
        code, (new Remit { Since = Today.PlusDays(-30) }.Report(Anna, new string('a', length), Today.PlusDays(days), Today, At(Today)) as Outcome<Remit>.Refused)?.Why.Code);

    [Fact]
    public void Notices_OfAReport_ComeTwoWeeksBeforeOnTheDayAndThenWeekly()
    {
        var remit = new Remit { ReportDue = Today };
        Assert.Equal([-14, 0, 7, 14, 21, 28], Heard(remit, Today.PlusDays(-70), Today.PlusDays(30)).Select(notice => notice.Days));
        Assert.Empty(Heard(remit with { ReportDue = null }, Today.PlusDays(-70), Today.PlusDays(30)));
        Assert.Empty(Heard(remit with { EndedBy = "2027-01" }, Today.PlusDays(-70), Today.PlusDays(30)));
    }

    [Fact]
    public void Notices_OfATerm_ComeEightAndTwoWeeksBeforeAndThenWhileNothingIsDecided() =>
        Assert.Equal([-56, -14, 1, 29, 57], Heard(new Remit { Until = Today }, Today.PlusDays(-70), Today.PlusDays(60)).Select(notice => notice.Days));

    [Fact]
    public void Notices_OfBoth_AreSaidBesideEachOtherAndNothingThatWasDueBeforeTheDaysWereSet()
    {
        var remit = new Remit { ReportDue = Today, Until = Today.PlusDays(14) };
        var due = GroupNotice.DueAt(remit, Nine, Zone, At(Today));
        Assert.Equal([(true, 0), (false, -14)], due.Select(notice => (notice.IsReport, notice.Days)));
        Assert.Empty(GroupNotice.DueAt(remit with { SetAt = At(Today) }, Nine, Zone, At(Today)));
        Assert.Equal("report-2027-01-31+0", due[0].Kind);
    }

    private static List<GroupNotice> Heard(Remit remit, LocalDate from, LocalDate to)
    {
        var heard = new List<GroupNotice>();
        for (var now = (Instant?)At(from); now is { } at && at <= At(to); now = GroupNotice.NextAfter(remit, Nine, Zone, at))
        {
            heard.AddRange(GroupNotice.DueAt(remit, Nine, Zone, at).Where(notice => !heard.Exists(one => one.Kind == notice.Kind)));
        }

        return heard;
    }

    private static Instant At(LocalDate day) => Zone.AtLeniently(day + Nine).ToInstant();

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
