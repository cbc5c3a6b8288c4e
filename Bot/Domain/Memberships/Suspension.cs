using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That a membership is suspended: the organization stays a member, but has no vote.</summary>
/// <param name="From">The first day of it, in the network's zone.</param>
/// <param name="Until">The last day of it; null until somebody ends it.</param>
/// <param name="Reason">Why; never empty.</param>
/// <param name="By">The coordinator who recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Suspension(LocalDate From, LocalDate? Until, string Reason, PersonId By, Instant At)
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int ReasonLimit = 300;

    /// <summary>How far ahead its days may lie.</summary>
    public static Period Furthest { get; } = Period.FromYears(3);

    /// <summary>The day from which on it does not apply any more, because somebody ended it; null for none.</summary>
    public LocalDate? ResumedOn { get; init; }

    /// <summary>Who ended it; null for nobody.</summary>
    public PersonId? ResumedBy { get; init; }

    /// <summary>When they did; null for nobody.</summary>
    public Instant? ResumedAt { get; init; }

    /// <summary>Whether it applies on that day.</summary>
    public bool IsOn(LocalDate day) => day >= From && !IsOverOn(day);

    /// <summary>Whether it will not apply on that day nor later.</summary>
    public bool IsOverOn(LocalDate day) => day > Until || day >= ResumedOn;
}
