using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>What is noted about a prospect beside its name.</summary>
/// <param name="Sector">The part of society it comes from; null while nobody has said it.</param>
/// <param name="Note">What is worth knowing, in the coordinators' words; empty for nothing.</param>
/// <param name="FollowUp">The day on which to ask again, in the network's zone; null for none.</param>
public sealed record ProspectDetails(Sector? Sector, string Note, LocalDate? FollowUp)
{
    /// <summary>The longest note, in UTF-16 units. It may name people, so it is short.</summary>
    public const int NoteLimit = 300;

    /// <summary>How far ahead the day to ask again may lie.</summary>
    public static Period Furthest { get; } = Period.FromYears(2);

    /// <summary>What is wrong with a new day to ask again; null for nothing.</summary>
    public static Refusal? WhyNot(LocalDate? followUp, LocalDate today) =>
        followUp is { } day && (day <= today || day > today + Furthest) ? new Refusal(RefusalCode.FollowUpDayWrong) : null;
}
