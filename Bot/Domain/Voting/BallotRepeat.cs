using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>That a ballot is taken again as a new one. Kept with the old one, before the new one is opened: so there is at most one.</summary>
/// <param name="Id">The new ballot.</param>
/// <param name="By">Who had it repeated.</param>
/// <param name="At">When.</param>
public sealed record BallotRepeat(BallotId Id, PersonId By, Instant At);
