using System.Text.Json.Nodes;

namespace Bot.Platform.Playground;

/// <summary>Something the bot said.</summary>
/// <param name="RelayId">The relay's id of it.</param>
/// <param name="Where">The chat, channel or thread, under the relay's ids.</param>
/// <param name="Json">The activity. Text and not nodes: several windows read it at the same time.</param>
internal sealed record SaidMessage(string RelayId, ConversationAddress Where, string Json)
{
    /// <summary>The activity for one window: in the window's own ids, and replying only to what it shows.</summary>
    public JsonObject For(ConversationAddress local, string? localReplyToId)
    {
        var activity = JsonNode.Parse(Json)!.AsObject();
        activity.Remove("id");
        activity.Remove("replyToId");
        if (localReplyToId is not null)
        {
            activity["replyToId"] = localReplyToId;
        }

        if (activity["conversation"] is JsonObject conversation)
        {
            conversation["id"] = local.ToString();
        }

        return activity;
    }

    /// <summary>The relay's id of the message this one replies to, or null.</summary>
    public string? ReplyToId => JsonNode.Parse(Json)?["replyToId"]?.ToString();

    /// <summary>Whether it is a message, and not a passing sign such as "is typing".</summary>
    public bool Stays => JsonNode.Parse(Json)?["type"]?.ToString() is null or "message";
}
