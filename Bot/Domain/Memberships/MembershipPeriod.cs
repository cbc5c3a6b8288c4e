using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>An earlier membership of an organization that came back.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record MembershipPeriod(LocalDate First, LocalDate Last);
