namespace Bot.Platform.Cards;

/// <summary>What becomes of line breaks in a text that goes onto a card.</summary>
internal enum LineBreaks
{
    /// <summary>Each line stays a line of its own (a paragraph, since Teams draws no lesser break).</summary>
    Keep,

    /// <summary>Everything goes onto one line, for titles and lists.</summary>
    Collapse,
}
