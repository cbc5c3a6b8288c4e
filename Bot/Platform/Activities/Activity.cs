using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Platform.Activities.Authentication;
using Bot.Platform.Activities.Connector;

namespace Bot.Platform.Activities;

/// <summary>One message between the bot and a channel, in either direction: what was said, pressed, or happened.</summary>
/// <remarks>Names follow the Activity specification, where null and absent mean the same. What is not known here survives reading and
/// writing in <see cref="Properties"/>, on every level. Never take a person's identity from anything but <see cref="From"/>.</remarks>
internal sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a kind this bot does not know and ignores.</summary>
    public string? Type { get; set; }

    /// <summary>Given by the channel; null on what the bot sends.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel received it: ISO 8601, UTC, as sent. See <see cref="ActivityExtensions.SentAt"/>.</summary>
    public string? Timestamp { get; set; }

    /// <summary>The same moment with the sender's offset, as sent.</summary>
    public string? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Where answers go. To be trusted only after <see cref="IRequestAuthentication"/> and <see cref="ServiceUrls"/> agreed.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary><c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    /// <summary>For a pressed card: the message that shows the card.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>BCP 47, such as <c>de-DE</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>May hold the bot's mention; see <see cref="ActivityExtensions.RemoveRecipientMention"/>.</summary>
    public string? Text { get; set; }

    /// <summary>One of <see cref="TextFormats"/>; always sent, because the specifications differ on the default.</summary>
    public string? TextFormat { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public string? AttachmentLayout { get; set; }

    /// <summary>What the notification says when the message is only a card.</summary>
    public string? Summary { get; set; }

    public string? Speak { get; set; }

    public string? InputHint { get; set; }

    public string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null is normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Of an invoke or event: what is asked for, such as <see cref="InvokeNames.AdaptiveCardAction"/>.</summary>
    public string? Name { get; set; }

    /// <summary>What an invoke, an event or a pressed button carries; any JSON.</summary>
    public JsonElement? Value { get; set; }

    public string? ValueType { get; set; }

    public string? Label { get; set; }

    /// <summary>Of an installationUpdate: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</summary>
    public string? Action { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }

    public IReadOnlyList<Entity>? Entities { get; set; }

    public TeamsChannelData? ChannelData { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
