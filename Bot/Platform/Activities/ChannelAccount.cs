using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Activities;

/// <summary>A person or a bot, as the channel knows them.</summary>
internal sealed class ChannelAccount
{
    /// <summary>In Teams <c>29:…</c> for a person and <c>28:appId</c> for a bot. A person's differs from bot to bot.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Entra object id; guests and anonymous persons may have none.</summary>
    public string? AadObjectId { get; set; }

    public string? Role { get; set; }

    /// <summary>Home tenant; only on members of a team or chat.</summary>
    public string? TenantId { get; set; }

    /// <summary>Only on members of a team or chat.</summary>
    public string? UserPrincipalName { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
