using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That the plenary votes on an admission or expulsion without a recommendation of the board.</summary>
/// <param name="By">The coordinator who decided so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in their words; never empty. It is shown on the plenary's ballot and stands in the resolution.</param>
public sealed record RecommendationWaiver(PersonId By, Instant At, string Reason);
