using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Bot.Domain.Committees;

/// <summary>One of the things that are said about a working group because a day comes near, each once.</summary>
/// <param name="At">When.</param>
/// <param name="Days">How many days after the day; 0 on it, below 0 before it.</param>
/// <param name="IsReport">Whether it is about its report; otherwise about the end of its term.</param>
/// <param name="Day">The day.</param>
public sealed record GroupNotice(Instant At, int Days, bool IsReport, LocalDate Day)
{
    /// <summary>A report so many days overdue is told to the coordinators, once.</summary>
    public const int EscalationDays = 14;

    /// <summary>Two weeks before, on the day, then every week for a year: whoever still has not reported then is not helped by a message a week.</summary>
    private static readonly int[] OfReports = [-14, 0, .. Enumerable.Range(1, 52).Select(week => week * 7)];

    /// <summary>Eight weeks before, so that a plenary lies between; two weeks before; and since it never ends by the clock, the day after and every four weeks for a year.</summary>
    private static readonly int[] OfTerms = [-56, -14, .. Enumerable.Range(0, 13).Select(turn => 1 + (turn * 28))];

    /// <summary>Its name among deliveries: another day makes it another.</summary>
    public string Kind => (IsReport ? "report-" : "term-") + LocalDatePattern.Iso.Format(Day) + "+" + Days.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is to be said now: the last that is due of report and of term, and nothing of what was due before the days were set.</summary>
    public static IReadOnlyList<GroupNotice> DueAt(Remit remit, LocalTime timeOfDay, DateTimeZone zone, Instant now) =>
        [.. All(remit, timeOfDay, zone).Where(notice => notice.At <= now && notice.At > remit.SetAt).GroupBy(notice => notice.IsReport).Select(about => about.Last())];

    /// <summary>When something is to be said next after a moment; null when nothing is.</summary>
    public static Instant? NextAfter(Remit remit, LocalTime timeOfDay, DateTimeZone zone, Instant now) =>
        All(remit, timeOfDay, zone).Where(notice => notice.At > now).Select(notice => (Instant?)notice.At).Min();

    private static IEnumerable<GroupNotice> All(Remit remit, LocalTime timeOfDay, DateTimeZone zone) =>
        remit.EndedBy is not null ? [] : Of(remit.ReportDue, isReport: true, OfReports).Concat(Of(remit.Until, isReport: false, OfTerms))
            .Select(one => new GroupNotice(zone.AtLeniently(one.Day.PlusDays(one.Days) + timeOfDay).ToInstant(), one.Days, one.IsReport, one.Day));

    private static IEnumerable<(LocalDate Day, int Days, bool IsReport)> Of(LocalDate? day, bool isReport, int[] days) =>
        day is { } set ? days.Select(one => (set, one, isReport)) : [];
}
