using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What goes over the wire when somebody says or presses something.</summary>
internal sealed partial class Talk
{
    /// <summary>Sends an activity as somebody's client would.</summary>
    /// <returns>The answer's body, or an undefined element when it is empty.</returns>
    public async Task<JsonElement> PostAsync(JsonObject activity, string who, string? where)
    {
        using var response = await SendAsync(Complete(activity, who, where).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        if (Settles)
        {
            await SettleAsync();
        }

        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement.Clone();
    }

    /// <summary>Sends any body.</summary>
    public async Task<HttpResponseMessage> SendAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await bot.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, Cancellation);
    }

    /// <summary>An activity with everything around it that Teams sends.</summary>
    public JsonObject Complete(JsonObject activity, string who, string? where)
    {
        var person = ExamplePeople.All.FirstOrDefault(candidate => candidate.Key == who);
        activity["id"] ??= Guid.NewGuid().ToString();
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = "http://127.0.0.1:9/connector";
        activity["locale"] = Locale;
        activity["timestamp"] = Time.GetUtcNow().ToString("O");
        activity["from"] = new JsonObject { ["id"] = "29:" + who, ["name"] = person?.Name ?? who, ["aadObjectId"] = person?.AadObjectId };
        activity["recipient"] = new JsonObject { ["id"] = "28:22222222-2222-2222-2222-222222222222", ["name"] = "Koordinationsbot" };
        activity["conversation"] = new JsonObject
        {
            ["id"] = where switch { null => Personal(who), Plenary => Plenary + ";messageid=1700000000001", _ => where },
            ["conversationType"] = where switch { null => "personal", Board => "groupChat", _ => "channel" },
            ["tenantId"] = ExampleSnapshot.Tenant,
            ["isGroup"] = where is not null,
        };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } };
        return activity;
    }

    private static JsonObject Invoke(string verb, JsonObject data, string messageId) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = messageId,
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
    };
}
