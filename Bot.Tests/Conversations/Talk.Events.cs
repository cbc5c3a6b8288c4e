using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>What happens around messages: edits, deletions, searches, refreshes, deliveries to another instance.</content>
internal sealed partial class Talk
{
    /// <summary>Id of the bot in Teams.</summary>
    public const string BotId = "28:22222222-2222-2222-2222-222222222222";

    /// <summary>Somebody says something in a message of a known id.</summary>
    public Task SaysAsAsync(string id, string who, string text, string? where = null) =>
        PostAsync(new JsonObject { ["type"] = "message", ["id"] = id, ["text"] = text }, who, where);

    /// <summary>Somebody edits that message.</summary>
    public Task EditsAsync(string id, string who, string text, string? where = null, string eventType = "editMessage") =>
        PostEventAsync(eventType, new JsonObject { ["type"] = "messageUpdate", ["id"] = id, ["text"] = text }, who, where);

    /// <summary>Somebody deletes that message.</summary>
    public Task DeletesAsync(string id, string who, string? where = null) =>
        PostEventAsync("softDeleteMessage", new JsonObject { ["type"] = "messageDelete", ["id"] = id }, who, where);

    /// <summary>Teams tells of an event.</summary>
    public async Task PostEventAsync(string? eventType, JsonObject activity, string who, string? where, string? team = null, string? channel = null)
    {
        var whole = Complete(activity, who, where);
        whole["channelData"]!["eventType"] = eventType;
        if (team is not null)
        {
            whole["channelData"]!["team"] = new JsonObject { ["id"] = team };
        }

        if (channel is not null)
        {
            whole["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
        }

        using var response = await SendAsync(whole.ToJsonString());
        Assert.Equal(200, (int)response.StatusCode);
        await SettleAsync();
    }

    /// <summary>The client of somebody who looks at a card asks by itself how it stands, as the card says.</summary>
    /// <returns>The answer: a card, or a sentence.</returns>
    public async Task<JsonElement> RefreshesAsync(string who, JsonElement card, string? where)
    {
        var action = card.GetProperty("refresh").GetProperty("action");
        var invoke = Invoke(action.GetProperty("verb").GetString()!, JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject(), "0");
        invoke["value"]!["trigger"] = "automatic";
        return (await PostAsync(invoke, who, where)).GetProperty("value");
    }

    /// <summary>The newest card of a conversation.</summary>
    public JsonElement NewestCard(string conversation) =>
        Connector.In(conversation)[^1].Content.GetProperty("attachments")[0].GetProperty("content");

    /// <summary>Somebody searches while writing.</summary>
    /// <returns>The answer's <c>composeExtension</c>.</returns>
    public async Task<JsonElement> SearchesAsync(string who, string command, string? words, JsonObject? place = null, string? where = null, JsonObject? options = null)
    {
        var parameter = words is null
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "q", ["value"] = words };
        var activity = Complete(
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "composeExtension/query",
                ["value"] = new JsonObject { ["commandId"] = command, ["parameters"] = new JsonArray(parameter), ["queryOptions"] = options },
            },
            who,
            where);
        if (place is not null)
        {
            activity["conversation"] = place.DeepClone();
        }

        using var response = await SendAsync(activity.ToJsonString());
        Assert.Equal(200, (int)response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("composeExtension").Clone();
    }

    /// <summary>The same activity is delivered to this and another instance at the same time.</summary>
    public async Task DeliverTwiceAsync(RunningBot other, JsonObject activity, string who, string? where = null)
    {
        var body = Complete(activity, who, where).ToJsonString();
        var (first, second) = (SendAsync(body), SendAsync(other, body));
        (await first).Dispose();
        (await second).Dispose();
        await SettleTogetherAsync(other);
    }

    /// <summary>Sends a body to another instance.</summary>
    public static async Task<HttpResponseMessage> SendAsync(RunningBot other, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await other.Client.PostAsync(new System.Uri("/api/messages", System.UriKind.Relative), content, Cancellation);
    }
}
