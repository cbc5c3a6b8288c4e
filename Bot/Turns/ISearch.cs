using System.Collections.Generic;
using System.Threading;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>Something people can search for while they write, and insert as a card.</summary>
internal interface ISearch
{
    /// <summary>Its line in the one table of searches.</summary>
    SearchEntry Entry { get; }

    /// <summary>Why nothing can be inserted here at all; null when something can. Decided before anything is looked up, so that neither the wording
    /// nor the time it takes tells whether there is something. Plain text.</summary>
    string? Refusal(Turn turn);

    /// <summary>What was found and may be inserted here, newest or next first. Whoever is in the conversation reads it.</summary>
    /// <param name="turn">Who searches, and where.</param>
    /// <param name="words">Folded; empty for everything.</param>
    /// <param name="cancellationToken">Stops it.</param>
    IAsyncEnumerable<SearchHit> FindAsync(Turn turn, string words, CancellationToken cancellationToken);
}

/// <summary>One thing that was found.</summary>
/// <param name="Card">What is inserted: without buttons, because in a chat without the bot nobody would answer them.</param>
/// <param name="Title">First line in the list. Plain text.</param>
/// <param name="Text">Second line. Plain text.</param>
internal sealed record SearchHit(AdaptiveCard Card, string Title, string Text);
