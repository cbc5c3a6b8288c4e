using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <summary>How an organization was heard before the vote on its expulsion.</summary>
public enum HearingKind
{
    /// <summary>It answered in writing.</summary>
    Written,

    /// <summary>It was heard orally.</summary>
    Oral,

    /// <summary>It said that it makes no statement.</summary>
    Declined,

    /// <summary>It did not answer until the deadline.</summary>
    Unanswered,
}

/// <summary>That an organization was heard, or had its time to answer.</summary>
/// <param name="Kind">How.</param>
/// <param name="On">The day of it, in the network's zone; of one that did not answer the last day it could have.</param>
/// <param name="Words">What it said, in its own words or as a coordinator noted them; empty where it said nothing.</param>
/// <param name="By">Who wrote it down: somebody who acts for the organization, or a coordinator.</param>
/// <param name="At">When it was written down.</param>
/// <remarks>Source: design, 4, "Voting right": whoever is to be expelled has been heard before.</remarks>
public sealed record Hearing(HearingKind Kind, LocalDate On, string Words, PersonId By, Instant At)
{
    /// <summary>Whether the organization wrote it itself: then nobody else changes it.</summary>
    public bool IsOwn { get; init; }
}
