using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>Somebody proposed for an election.</summary>
/// <param name="Person">Who was proposed.</param>
/// <param name="By">Who proposed them first; the person for a candidacy of their own.</param>
/// <param name="At">When.</param>
/// <param name="Answer">Whether they stand.</param>
/// <param name="List">Number of the list they stand on; null where there are no lists, and when they were taken off one.</param>
public sealed record Nomination(PersonId Person, PersonId By, Instant At, Consent Answer, int? List = null);

/// <summary>Whether somebody proposed stands for election. Only <see cref="Given"/> puts a name on the paper.</summary>
public enum Consent
{
    /// <summary>Not answered yet.</summary>
    Asked,

    /// <summary>Stands.</summary>
    Given,

    /// <summary>Does not stand, or no longer.</summary>
    Refused,
}
