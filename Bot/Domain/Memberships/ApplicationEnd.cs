using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That an application ended before the plenary decided on it.</summary>
/// <param name="By">The coordinator who did not pass it on, or whoever took it back.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was not passed on, in their words; empty where it was taken back.</param>
public sealed record ApplicationEnd(PersonId By, Instant At, string Reason);
