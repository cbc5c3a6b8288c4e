using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>Bare calls to the Connector of a window.</summary>
internal sealed class WindowCalls(LoopbackClient http)
{
    /// <returns>The window's answer; 502 when the window is not ready, has died or answers no JSON.</returns>
    public async Task<RelayAnswer> CallAsync(
        PlaygroundWindow window, HttpMethod method, string path, JsonObject body, CancellationToken cancellationToken)
    {
        if (window.Address is not { } address)
        {
            return Unreachable(window);
        }

        using var request = new HttpRequestMessage(method, new Uri(address, "_connector/" + path))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return new RelayAnswer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return Unreachable(window);
        }
    }

    private static RelayAnswer Unreachable(PlaygroundWindow window) =>
        RelayAnswer.Error(HttpStatusCode.BadGateway, "BadGateway", $"The chat window of {window.Person.Id} is not running.");
}
