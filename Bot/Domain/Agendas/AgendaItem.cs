using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <summary>An item of business (Tagesordnungspunkt, TOP).</summary>
/// <param name="Number">Its place on the agenda, from 1.</param>
/// <param name="Title">What it is about, in the proposer's words.</param>
/// <param name="Minutes">How long it will take, 1 to 240 minutes; null when nobody said.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When.</param>
public sealed record AgendaItem(int Number, string Title, int? Minutes, PersonId ProposedBy, Instant ProposedAt)
{
    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int TitleLimit = 200;

    /// <summary>The longest item, in minutes.</summary>
    public const int MinutesLimit = 240;
}
