using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>That an organization leaves by its own will. No vote is taken on it.</summary>
/// <param name="LastDay">The last day of its membership, in the network's zone; it is a member until that day is over.</param>
/// <param name="By">Who declared it: its representative, or a coordinator on its behalf.</param>
/// <param name="At">When it was declared here.</param>
/// <remarks>Source: design, "Membership case": resigned (no vote).</remarks>
public sealed record Resignation(LocalDate LastDay, PersonId By, Instant At)
{
    /// <summary>The longest account of how it was received, in UTF-16 units.</summary>
    public const int ReceivedLimit = 300;

    /// <summary>How far ahead the last day may lie: three years, longer than any notice period.</summary>
    public static Period Furthest { get; } = Period.FromYears(3);

    /// <summary>How a coordinator received it; empty where the representative declared it themselves.</summary>
    public string Received { get; init; } = string.Empty;

    /// <summary>Who took it back; null while it stands.</summary>
    public PersonId? WithdrawnBy { get; init; }

    /// <summary>When; null while it stands.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Whether it was not taken back.</summary>
    public bool IsStanding => WithdrawnAt is null;
}
