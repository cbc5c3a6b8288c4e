using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Platform.Cards;

namespace Bot.Platform.Activities;

/// <summary>What hangs on a message: a card, a file.</summary>
internal sealed class Attachment
{
    /// <summary>An Adaptive Card as content.</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    /// <summary>An <see cref="AdaptiveCard"/> on what the bot sends; a <see cref="JsonElement"/> on what it receives.</summary>
    public object? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The card as an attachment; its size is checked where it is sent.</summary>
    public static Attachment Of(AdaptiveCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new Attachment { ContentType = AdaptiveCardType, Content = card };
    }
}
