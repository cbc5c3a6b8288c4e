using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Activities.Connector;

/// <summary>Asks for a conversation: 1:1 with one member, or a new thread in a channel. Teams creates no others.</summary>
internal sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    /// <summary>For 1:1 exactly one.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; set; }

    public string? TenantId { get; set; }

    /// <summary>The first message; a new thread needs it.</summary>
    public Activity? Activity { get; set; }

    public TeamsChannelData? ChannelData { get; set; }

    /// <summary>1:1 with a person; asking again returns the same conversation.</summary>
    /// <param name="memberId">Teams id (<c>29:…</c>), or for want of it the Entra object id.</param>
    /// <param name="tenantId">Teams refuses to create a conversation without.</param>
    public static ConversationParameters Personal(string memberId, string tenantId) => new()
    {
        IsGroup = false,
        Members = [new ChannelAccount { Id = memberId }],
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = tenantId } },
    };

    /// <summary>A new thread in a channel.</summary>
    public static ConversationParameters Thread(string channelId, string tenantId, Activity first) => new()
    {
        IsGroup = true,
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = channelId } },
        Activity = first,
    };
}

/// <summary>A conversation made.</summary>
internal sealed class ConversationResourceResponse
{
    public string? Id { get; set; }

    /// <summary>The first message of a new thread; null for 1:1.</summary>
    public string? ActivityId { get; set; }

    public string? ServiceUrl { get; set; }
}

/// <summary>A message sent.</summary>
internal sealed class ResourceResponse
{
    public string? Id { get; set; }
}

/// <summary>A page of members; there are more as long as there is a token.</summary>
internal sealed class PagedMembersResult
{
    public string? ContinuationToken { get; set; }

    public IReadOnlyList<ChannelAccount> Members { get; set; } = [];
}

/// <summary>An error as the Connector puts it.</summary>
internal sealed class ErrorResponse
{
    public ErrorBody? Error { get; set; }
}

/// <summary>What went wrong.</summary>
internal sealed class ErrorBody
{
    public string? Code { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
