using System.Text.Json.Nodes;

namespace Bot.Tests.Platform.Activities;

/// <summary>Activities as a channel sends them, as short as they may be.</summary>
internal static class TestActivities
{
    public static string Message(string text, string serviceUrl) => Of("message", serviceUrl, new JsonObject { ["text"] = text }).ToJsonString();

    public static string Invoke(string? name, string serviceUrl) =>
        Of("invoke", serviceUrl, new JsonObject { ["name"] = name, ["value"] = new JsonObject() }).ToJsonString();

    public static string Event(string serviceUrl) => Of("event", serviceUrl, []).ToJsonString();

    public static string ExpectingReplies(string json)
    {
        var activity = JsonNode.Parse(json)!.AsObject();
        activity["deliveryMode"] = "expectReplies";
        return activity.ToJsonString();
    }

    public static string Without(string type, string field, string nothing)
    {
        var activity = Of(type, "http://localhost:1", []);
        activity[field] = JsonNode.Parse(nothing);
        return activity.ToJsonString();
    }

    private static JsonObject Of(string type, string serviceUrl, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = "activity-1",
            ["channelId"] = "msteams",
            ["locale"] = "de-DE",
            ["from"] = new JsonObject { ["id"] = "29:ada" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:1" },
            ["serviceUrl"] = serviceUrl,
        };
        foreach (var (name, value) in more)
        {
            activity[name] = value?.DeepClone();
        }

        return activity;
    }
}
