using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>A lot as it was drawn.</summary>
/// <param name="Order">Those level with each other, in the order drawn.</param>
/// <param name="Seats">How many of them it brought in, the first ones.</param>
/// <param name="AskedBy">Who had it drawn.</param>
/// <param name="Witness">Who witnessed it; never the same person, and none of those drawn.</param>
/// <param name="At">When.</param>
public sealed record DrawnLot(IReadOnlyList<PersonId> Order, int Seats, PersonId AskedBy, PersonId Witness, Instant At);
