using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>A card as Teams draws it: Adaptive Cards 1.5, the newest version Teams accepts from bots.</summary>
/// <remarks>Reads and writes as the official schema says. What is null or at its default is left out. Of the schema the model leaves out what the bot
/// must not do (pictures behind the text, sign-in on a card) and what Teams does not show; a test holds the list, with the reasons.</remarks>
internal sealed record AdaptiveCard
{
    /// <summary>Always the same word; the wire wants it first.</summary>
    public string Type { get; } = "AdaptiveCard";

    /// <summary>The address by which the schema is named on the wire; nothing is fetched from it.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>1.5: cards that declare 1.6 fail in parts of Teams.</summary>
    public string Version { get; } = "1.5";

    /// <summary>What the card shows, from top to bottom.</summary>
    public IReadOnlyList<CardElement> Body { get; init; } = [];

    /// <summary>Buttons below the body; Teams shows at most <see cref="CardLimits.PrimaryActions"/> in the row.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>Shown by clients that cannot draw the card: plain text that says what it says and how to answer by typing.</summary>
    public string? FallbackText { get; init; }

    /// <summary>Two-letter language of the card's texts, such as <c>de</c>.</summary>
    public string? Lang { get; init; }

    /// <summary>What Immersive Reader reads aloud.</summary>
    public string? Speak { get; init; }

    /// <summary>Whether everything runs from right to left; null as the client does.</summary>
    public bool? Rtl { get; init; }

    /// <summary>Least height in points, such as <c>80px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Where the body stands when the card is higher.</summary>
    public VerticalContentAlignment? VerticalContentAlignment { get; init; }

    /// <summary>What happens when somebody taps the card.</summary>
    public SelectAction? SelectAction { get; init; }

    /// <summary>Lets the listed persons' clients ask for the card as it is now.</summary>
    public RefreshCard? Refresh { get; init; }

    /// <summary>What only Teams understands: width and mentions.</summary>
    [JsonPropertyName("msteams")]
    public MsTeams? MsTeams { get; init; }

    /// <summary>Length on the wire in bytes of UTF-8; to be compared with <see cref="CardLimits.Bytes"/>. Writes the card once to find out.</summary>
    [JsonIgnore]
    public int SizeInBytes => JsonSerializer.SerializeToUtf8Bytes(this, CardFormat.Card).Length;

    /// <summary>The card as it goes over the wire.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CardFormat.Card);

    /// <summary>Reads a card written by <see cref="ToJson"/> or by hand.</summary>
    /// <exception cref="JsonException">It is no card of the kinds known here.</exception>
    public static AdaptiveCard FromJson(string json) =>
        JsonSerializer.Deserialize(json, CardFormat.Card) ?? throw new JsonException("The text is null, not a card.");
}
