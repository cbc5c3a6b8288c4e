using System.Collections.Generic;

namespace Bot.Platform.Cards;

/// <summary>Lets clients fetch the card as it is now when they display it, at most once a minute each.</summary>
internal sealed record RefreshCard
{
    /// <summary>What the clients send; the answer replaces the card for that person only.</summary>
    public required ExecuteAction Action { get; init; }

    /// <summary>Whose clients do so by themselves: Teams ids (<c>29:…</c>), at most <see cref="CardLimits.RefreshUsers"/>.
    /// Empty: only on request. Always sent, because Teams and the specification differ on what leaving it out means.</summary>
    public required IReadOnlyList<string> UserIds { get; init; }
}
