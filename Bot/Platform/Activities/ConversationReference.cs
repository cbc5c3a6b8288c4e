using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Platform.Activities.Connector;

namespace Bot.Platform.Activities;

/// <summary>All that is needed to speak in a conversation later, without having been asked. To be stored per conversation and refreshed on
/// every activity, because the service address can change.</summary>
internal sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    /// <summary>Verified when it was stored; <see cref="IConnectorClient"/> checks it again before every sending.</summary>
    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    public string ToJson() => JsonSerializer.Serialize(this, ActivityFormat.ConversationReference);

    /// <exception cref="JsonException">It is no conversation reference.</exception>
    public static ConversationReference FromJson(string json) =>
        JsonSerializer.Deserialize(json, ActivityFormat.ConversationReference) ?? throw new JsonException("The text is null, not a reference.");
}
