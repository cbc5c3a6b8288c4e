using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That somebody spoke with a prospect about joining the network.</summary>
/// <param name="Day">On which day, in the network's zone.</param>
/// <param name="By">Who.</param>
/// <param name="Note">What came of it, in their words; empty for nothing.</param>
public sealed record ProspectContact(LocalDate Day, PersonId By, string Note)
{
    /// <summary>The longest note, in UTF-16 units. It may name people, so it is short.</summary>
    public const int NoteLimit = 200;

    /// <summary>How long ago a contact may lie that is recorded.</summary>
    public static Period Furthest { get; } = Period.FromYears(1);

    /// <summary>What is wrong with it on a day; null for nothing.</summary>
    public Refusal? WhyNot(LocalDate today) => Note.Length > NoteLimit ? new Refusal(RefusalCode.TextTooLong, NoteLimit)
        : Day > today || Day < today - Furthest ? new Refusal(RefusalCode.ProspectContactDayWrong)
        : null;
}
