namespace Bot.Tests.Cards;

/// <summary>Something in a card that can be pressed or filled in.</summary>
/// <param name="Card">Which card of the sheet, from 0.</param>
/// <param name="Place">Which of the card's stops, from 0, in the order in which they stand.</param>
/// <param name="Role">What a screen reader is told it is.</param>
/// <param name="Name">What a screen reader calls it; empty where it has nothing to say.</param>
/// <param name="IsFiltered">Whether it is the field of a filtered list, which the official renderer (3.0.6) gives no name whatever the card says.</param>
internal sealed record KeyboardStop(int Card, int Place, string Role, string Name, bool IsFiltered);
