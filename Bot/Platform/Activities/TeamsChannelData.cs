using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Activities;

/// <summary>What only Teams says about an activity.</summary>
internal sealed class TeamsChannelData
{
    public TenantInfo? Tenant { get; set; }

    public TeamInfo? Team { get; set; }

    public ChannelInfo? Channel { get; set; }

    /// <summary>What happened, such as <c>teamMemberAdded</c> or <c>editMessage</c>.</summary>
    public string? EventType { get; set; }

    public TeamsChannelDataSettings? Settings { get; set; }

    public TeamsMeetingInfo? Meeting { get; set; }

    /// <summary>On sending: whether the message also goes into the reader's activity feed.</summary>
    public NotificationInfo? Notification { get; set; }

    /// <summary>Fields not known here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The organisation in whose Teams the conversation takes place.</summary>
internal sealed class TenantInfo
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A team; its id is the id of its General channel.</summary>
internal sealed class TeamInfo
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadGroupId { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A channel; General has no name.</summary>
internal sealed class ChannelInfo
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What was chosen on installing.</summary>
internal sealed class TeamsChannelDataSettings
{
    public ChannelInfo? SelectedChannel { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The online meeting a conversation belongs to.</summary>
internal sealed class TeamsMeetingInfo
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>How a message is announced.</summary>
internal sealed class NotificationInfo
{
    public bool? Alert { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
