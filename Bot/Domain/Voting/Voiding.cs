using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>That a ballot was declared void: it decides nothing, and nothing of what was chosen in it is told. What was cast by name stays on the roll; secret
/// papers are destroyed uncounted.</summary>
/// <param name="At">When. From then on no vote is taken.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, in their words; never empty.</param>
public sealed record Voiding(Instant At, PersonId By, string Reason)
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int ReasonLimit = 500;
}
