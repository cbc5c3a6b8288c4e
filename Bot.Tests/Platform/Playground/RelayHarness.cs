using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Platform.Playground;

/// <summary>The echo bot with the relay, and three fake windows behind it.</summary>
internal sealed class RelayHarness : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private RelayHarness(EchoBot bot, FakeWindow katrin, FakeWindow ada, FakeWindow ben) =>
        (Bot, Katrin, Ada, Ben) = (bot, katrin, ada, ben);

    public EchoBot Bot { get; }

    public FakeWindow Katrin { get; }

    public FakeWindow Ada { get; }

    public FakeWindow Ben { get; }

    public static async Task<RelayHarness> StartAsync(CancellationToken cancellationToken)
    {
        var bot = await EchoBot.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal),
            change: services => services.AddSingleton(new NodeSearch(path: null)), cancellationToken: cancellationToken);
        var harness = new RelayHarness(
            bot,
            await FakeWindow.StartAsync(100_000, cancellationToken),
            await FakeWindow.StartAsync(200_000, cancellationToken),
            await FakeWindow.StartAsync(300_000, cancellationToken));
        harness.WindowOf(TestWorld.Katrin).Address = harness.Katrin.Address;
        harness.WindowOf(TestWorld.Ada).Address = harness.Ada.Address;
        harness.WindowOf(TestWorld.Ben).Address = harness.Ben.Address;
        return harness;
    }

    public PlaygroundWindow WindowOf(PlaygroundPerson person) => Bot.Services.GetRequiredService<PlaygroundWindows>().Of(person.Id)!;

    /// <summary>A call the bot makes to its Connector.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below v3.</param>
    /// <param name="body">JSON, or null for none.</param>
    public Task<(HttpStatusCode Status, JsonNode? Body)> CallAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, "playground/_connector/v3/" + path, body);

    /// <summary>Sends a message as the bot and returns the relay's id.</summary>
    public async Task<string> SaysAsync(string conversation, string text)
    {
        var (_, body) = await CallAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(conversation)}/activities", Message(text));
        return body!["id"]!.ToString();
    }

    /// <summary>What a person's window sends to the bot.</summary>
    public Task<(HttpStatusCode Status, JsonNode? Body)> HearsAsync(string person, string activity) =>
        SendAsync(HttpMethod.Post, $"playground/{Uri.EscapeDataString(person)}/messages", activity);

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(
        HttpMethod method, string path, string? body, string mediaType = "application/json", string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Bot.Address, path));
        request.Headers.Host = host;
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, mediaType);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Bot.DisposeAsync();
        await Katrin.DisposeAsync();
        await Ada.DisposeAsync();
        await Ben.DisposeAsync();
    }

    public static string Message(string text) => new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString();
}
