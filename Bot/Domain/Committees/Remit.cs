using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>What a working group is there for (Auftrag), by which resolution, until when, who speaks for it, and when it reports.</summary>
/// <remarks>Source: the network's founding document: the plenary sets working groups up with a task and a term, and they report to it.</remarks>
public sealed record Remit
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int TextLimit = 400;

    /// <summary>The longest reason for another end, in UTF-16 units.</summary>
    public const int ReasonLimit = 200;

    /// <summary>The longest time between two reports, in months.</summary>
    public const int MostMonths = 24;

    /// <summary>Days and ends lie at most so many days ahead: ten years.</summary>
    public const int MostDays = 3660;

    /// <summary>What it is there for; may be empty.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Number of the resolution it was set up by; null where it was set by hand, or is not decided yet.</summary>
    public string? Resolution { get; init; }

    /// <summary>The day it was set up; null while it is only put to the vote.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Last day of its term; null without one. It does not end by the clock: people are asked.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Why its term ends on another day than was decided; empty where it does not.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who speaks for it, and leads its meetings where nobody else does; null for nobody.</summary>
    public PersonId? Spokesperson { get; init; }

    /// <summary>Whether whoever represents a member joins without being asked.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The day its next report is due; null for none.</summary>
    public LocalDate? ReportDue { get; init; }

    /// <summary>Months from one report to the next, 1 to <see cref="MostMonths"/>; null when there is only one.</summary>
    public int? ReportMonths { get; init; }

    /// <summary>When the days were set last. What would have been said before is not said any more.</summary>
    public Instant SetAt { get; init; }

    /// <summary>Its last report; null before the first.</summary>
    public GroupReport? LastReport { get; init; }

    /// <summary>Number of the resolution that ends it; null for none. It stands until nothing runs in it any more.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Whether nothing of it was said: no text, nobody, no day.</summary>
    public bool IsBlank => Text.Length == 0 && Spokesperson is null && Until is null && ReportDue is null && !IsOpen;

    /// <summary>Whether its report is overdue.</summary>
    public bool IsReportOverdueOn(LocalDate today) => EndedBy is null && ReportDue < today;

    /// <summary>Whether its term is over, though it was neither prolonged nor ended.</summary>
    public bool IsPastTermOn(LocalDate today) => EndedBy is null && Until < today;

    /// <summary>What stands against it; null when nothing does.</summary>
    /// <param name="today">The first day that may be set.</param>
    /// <param name="before">As it stood; days that are not changed are not looked at. Null for none.</param>
    public Refusal? Objection(LocalDate today, Remit? before = null)
    {
        if (Text.Length > TextLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, TextLimit);
        }

        if (Reason.Length > ReasonLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, ReasonLimit);
        }

        if (ReportMonths is < 1 or > MostMonths)
        {
            return new Refusal(RefusalCode.RemitMonthsOutOfRange, MostMonths);
        }

        return (Until == before?.Until ? null : ObjectionTo(Until, today)) ?? (ReportDue == before?.ReportDue ? null : ObjectionTo(ReportDue, today));
    }

    /// <summary>Takes a report: the next is due by the rhythm, from the day this one was due, but never on a day that is over; where there is no rhythm, none is.</summary>
    /// <param name="by">Who gave it.</param>
    /// <param name="text">What it says; empty for one that was given orally.</param>
    /// <param name="given">The day it was given: today or before.</param>
    /// <param name="today">Today.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>The same by reference when the very same was recorded last; a refusal when the day lies ahead or before the group, or the text is too long.</returns>
    public Outcome<Remit> Report(PersonId by, string text, LocalDate given, LocalDate today, Instant now)
    {
        if (text.Length > GroupReport.TextLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, GroupReport.TextLimit);
        }

        if (given > today || given < Since)
        {
            return new Refusal(RefusalCode.ReportDayWrong, given);
        }

        return LastReport is { } last && last.Text == text && last.Given == given
            ? this
            : this with { LastReport = new GroupReport((LastReport?.Number ?? 0) + 1, given, by, text), ReportDue = NextAfter(given, today), SetAt = now };
    }

    private LocalDate? NextAfter(LocalDate given, LocalDate today)
    {
        if (ReportMonths is not { } months)
        {
            return null;
        }

        // Counted from the first day each time, so that the 31st stays the 31st where a month has one.
        var from = ReportDue ?? given;
        var step = 1;
        while (from.PlusMonths(step * months) <= today)
        {
            step++;
        }

        var next = from.PlusMonths(step * months);
        return next > Until ? Until > today ? Until : null : next;
    }

    private static Refusal? ObjectionTo(LocalDate? day, LocalDate today) =>
        day is not { } set ? null : set < today ? new Refusal(RefusalCode.RemitDayOver, set) : set > today.PlusDays(MostDays) ? new Refusal(RefusalCode.RemitDayFar, set) : null;
}

/// <summary>A report of a working group to the plenary.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Given">The day it was given.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Text">What it says; empty for one that was given orally.</param>
public sealed record GroupReport(int Number, LocalDate Given, PersonId By, string Text)
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int TextLimit = 1000;
}
