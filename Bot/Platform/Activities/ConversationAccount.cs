using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Activities;

/// <summary>A conversation, as the channel knows it.</summary>
internal sealed class ConversationAccount
{
    /// <summary>In a channel this may name a thread; see <see cref="ChannelThread"/>.</summary>
    public string? Id { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    public bool? IsGroup { get; set; }

    public string? TenantId { get; set; }

    public string? Name { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
