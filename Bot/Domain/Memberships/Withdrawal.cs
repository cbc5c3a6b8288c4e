using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That a motion to expel was taken back before the plenary decided.</summary>
/// <param name="By">Who took it back.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in their words; never empty.</param>
public sealed record Withdrawal(PersonId By, Instant At, string Reason);
