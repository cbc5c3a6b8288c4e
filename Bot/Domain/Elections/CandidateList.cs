using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>A list that stands for election: its name and its names in an order. Each of them is a <see cref="Nomination"/> with a consent of its own.</summary>
/// <param name="Number">From 1, in the order in which lists were submitted.</param>
/// <param name="Name">As it stands on the paper, 1 to <see cref="NameLimit"/> UTF-16 units.</param>
/// <param name="By">Who submitted it, and alone may submit it anew.</param>
/// <param name="At">When, the last time.</param>
/// <param name="Order">Everybody named, first place first; those who do not consent fall out when the paper is made.</param>
public sealed record CandidateList(int Number, string Name, PersonId By, Instant At, IReadOnlyList<PersonId> Order)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int NameLimit = 60;
}

/// <summary>A list on the paper of a round.</summary>
/// <param name="Number">Which list.</param>
/// <param name="Candidates">How many of it stand: its part of the round's candidates, which follow each other.</param>
public sealed record RoundList(int Number, int Candidates);
