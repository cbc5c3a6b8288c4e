using Bot.Platform.Cards;

namespace Bot.Tests.Cards;

/// <summary>A card of the catalogue.</summary>
/// <param name="Name">Which card, and in which state.</param>
/// <param name="Creator">The method of the bot that makes it, as <c>Class.Method</c>.</param>
/// <param name="Content">The card.</param>
/// <param name="Summary">What a notification says; null where the card only replaces one that was pressed.</param>
internal sealed record Catalogued(string Name, string Creator, AdaptiveCard Content, string? Summary);
