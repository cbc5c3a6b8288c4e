using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>From when until when somebody has a seat, as far as a coordinator has set it or the seat was given up; what an election says of a term stands with the election.</summary>
/// <remarks>The end of a term takes nobody's seat: as after an election, whoever is in office stays until somebody follows. A seat that was given up is vacant from the day after.
/// Both follow from the day on which the network is read.</remarks>
public sealed record SeatTerm
{
    /// <summary>So many days before its end a term counts as ending soon.</summary>
    public const int SoonDays = 56;

    /// <summary>The longest term that can be set, in years from today.</summary>
    public const int MostYears = 20;

    /// <summary>First day; null where none was set. Before it nobody has the seat.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day of the term; null for no set end.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether the seat comes with an office, such as that of a mayor, so that no election takes it.</summary>
    public bool IsByOffice { get; init; }

    /// <summary>Who set the term; null where nobody did.</summary>
    public PersonId? SetBy { get; init; }

    /// <summary>When they set it.</summary>
    public Instant? SetAt { get; init; }

    /// <summary>Last day of a seat that was given up; null while it was not.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>Who said that it is given up.</summary>
    public PersonId? EndedBy { get; init; }

    /// <summary>When they said so.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Whether the seat is somebody's on a day.</summary>
    public bool IsHeldOn(LocalDate day) => !IsToComeOn(day) && !HasEndedOn(day);

    /// <summary>Whether the seat is still to begin on a day.</summary>
    public bool IsToComeOn(LocalDate day) => From > day;

    /// <summary>Whether the seat was given up before a day.</summary>
    public bool HasEndedOn(LocalDate day) => LastDay < day;

    /// <summary>The same without the end that was announced; for a seat that is kept after all.</summary>
    public SeatTerm Kept() => this with { LastDay = null, EndedBy = null, EndedAt = null };

    /// <summary>The furthest a seat can be given up ahead, in years.</summary>
    public const int MostYearsAhead = 3;

    /// <summary>A seat is given up.</summary>
    /// <param name="before">What was known of its term; null for nothing.</param>
    /// <param name="lastDay">Its last day; from the day after it is vacant.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day on which they say so.</param>
    /// <returns>The term, the same by reference when that day stands already; refused with <see cref="RefusalCode.TermEndImpossible"/> for a day that is over or too far ahead.</returns>
    public static Outcome<SeatTerm> GiveUp(SeatTerm? before, LocalDate lastDay, PersonId by, Instant at, LocalDate today) => lastDay < today || lastDay > today.PlusYears(MostYearsAhead)
        ? new Refusal(RefusalCode.TermEndImpossible, today, today.PlusYears(MostYearsAhead))
        : before?.LastDay == lastDay ? before : (before ?? new SeatTerm()) with { LastDay = lastDay, EndedBy = by, EndedAt = at };

    /// <summary>What speaks against a term; null when nothing does.</summary>
    /// <param name="today">The day it is set on.</param>
    /// <param name="isHeld">Whether the person has the seat already.</param>
    /// <returns><see cref="RefusalCode.TermBackwards"/>, <see cref="RefusalCode.TermEndImpossible"/> or <see cref="RefusalCode.SeatHeldAlready"/>, looked at in this order.</returns>
    public Refusal? Objection(LocalDate today, bool isHeld)
    {
        if (Until < From)
        {
            return new Refusal(RefusalCode.TermBackwards);
        }

        if (Until < today || Until > today.PlusYears(MostYears))
        {
            return new Refusal(RefusalCode.TermEndImpossible, today, today.PlusYears(MostYears));
        }

        // Whoever is in the seat would lose it until that day.
        return isHeld && IsToComeOn(today) ? new Refusal(RefusalCode.SeatHeldAlready, From!.Value) : null;
    }
}
