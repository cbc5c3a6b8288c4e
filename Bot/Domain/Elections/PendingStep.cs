using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Domain.Elections;

/// <summary>What somebody has to decide before an election goes on.</summary>
/// <param name="Reason">Why: a run-off for the majority or because of a tie, or the next seat; with <paramref name="IsLot"/> always a tie.</param>
/// <param name="IsLot">Whether the lot decides; otherwise a round.</param>
/// <param name="People">Among whom.</param>
/// <param name="Seats">For how many seats.</param>
/// <param name="AskedBy">Who wants the lot to be drawn; a second person has to witness it. Null while nobody has asked.</param>
public sealed record PendingStep(RoundReason Reason, bool IsLot, IReadOnlyList<PersonId> People, int Seats, PersonId? AskedBy = null)
{
    /// <inheritdoc/>
    public bool Equals(PendingStep? other) => other is not null && Reason == other.Reason && IsLot == other.IsLot && People.SequenceEqual(other.People) && Seats == other.Seats && AskedBy == other.AskedBy;

    /// <inheritdoc/>
    public override int GetHashCode() => System.HashCode.Combine(Reason, IsLot, Seats, AskedBy);
}
