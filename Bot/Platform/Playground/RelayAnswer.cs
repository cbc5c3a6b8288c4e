using System.Net;
using System.Text.Json.Nodes;

namespace Bot.Platform.Playground;

/// <summary>What the relay, or one window behind it, answers to a call of the Connector.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body, or null for an empty one.</param>
internal sealed record RelayAnswer(HttpStatusCode Status, JsonNode? Body = null)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The id in the body, or null when there is none.</summary>
    public string? Id => (Body as JsonObject)?["id"]?.ToString();

    /// <summary>A refusal in the form of the Connector's errors.</summary>
    public static RelayAnswer Error(HttpStatusCode status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
