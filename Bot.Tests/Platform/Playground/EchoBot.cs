using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Playground;

/// <summary>The smallest bot that shows what the windows and the relay do: it repeats what it hears, shows a card when
/// asked for one, and counts the presses on it.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private int presses;

    private EchoBot(WebApplication app) => this.app = app;

    public Uri Address => PlaygroundAddress.Of(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)!;

    public IServiceProvider Services => app.Services;

    /// <summary>Every activity that reached the bot's own endpoint, oldest first.</summary>
    public ConcurrentQueue<JsonObject> Heard { get; } = new();

    /// <summary>What was printed for the developer.</summary>
    public ConsoleProbe Console { get; } = new();

    /// <param name="settings">Configuration keys and values.</param>
    /// <param name="environment">Name of the hosting environment.</param>
    /// <param name="change">Replaces services.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<EchoBot> StartAsync(
        IReadOnlyDictionary<string, string?> settings, string environment = "Development",
        Action<IServiceCollection>? change = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.Services.AddPlayground(builder.Configuration);
        builder.Services.AddSingleton<IPlaygroundWorld>(new TestWorld());
        EchoBot? bot = null;
        builder.Services.AddSingleton(_ => new PlaygroundNotice(bot!.Console));
        change?.Invoke(builder.Services);
        var built = builder.Build();
        bot = new EchoBot(built);
        built.MapPlayground();
        built.MapPost("/api/messages", bot.HearAsync);
        await built.StartAsync(cancellationToken);
        return bot;
    }

    public Task StopAsync(CancellationToken cancellationToken) => app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
        await Console.DisposeAsync();
    }

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        Heard.Enqueue(activity);
        var text = activity["text"]?.ToString() ?? "";
        switch (activity["type"]!.ToString())
        {
            case "message" when text.Contains("Karte", StringComparison.Ordinal):
                await CallAsync(HttpMethod.Post, activity, "", Attach(Card("Noch 0 Mal gedrückt", open: true)));
                return Results.Ok();
            case "message" when text.Contains("Formular", StringComparison.Ordinal):
                await CallAsync(HttpMethod.Post, activity, "", Attach(Form()));
                return Results.Ok();
            case "message":
                await CallAsync(HttpMethod.Post, activity, "", new JsonObject { ["type"] = "message", ["text"] = "Echo: " + text });
                return Results.Ok();
            case "invoke":
                return await CountAsync(activity);
            default:
                return Results.Ok();
        }
    }

    private async Task<IResult> CountAsync(JsonObject activity)
    {
        var data = activity["value"]!["action"]!["data"]!;
        if (data["day"] is not null)
        {
            return Replace(Card($"Verstanden: {data["day"]}, {data["time"]}, {data["minutes"]}, {data["committee"]}, {data["urgent"]}", open: false));
        }

        var card = Card(
            $"{Interlocked.Increment(ref presses)} Mal gedrückt, zuletzt {activity["from"]!["name"]} als {data["name"]}: {data["choice"]}", open: false);
        await CallAsync(HttpMethod.Put, activity, "/" + activity["replyToId"], Attach((JsonObject)card.DeepClone()));
        return Replace(card);
    }

    private static IResult Replace(JsonObject card) => Results.Json(new JsonObject
    {
        ["statusCode"] = 200,
        ["type"] = "application/vnd.microsoft.card.adaptive",
        ["value"] = card,
    });

    private async Task CallAsync(HttpMethod method, JsonObject activity, string tail, JsonObject body)
    {
        var conversation = Uri.EscapeDataString(activity["conversation"]!["id"]!.ToString());
        using var request = new HttpRequestMessage(method, $"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities{tail}")
        {
            Content = JsonContent.Create(body),
        };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static JsonObject Attach(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    private static JsonObject Card(string text, bool open) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
        [
            new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true },
            .. open ? Inputs() : [],
        ]),
        ["actions"] = new JsonArray([.. open
            ? new[] { new JsonObject { ["type"] = "Action.Execute", ["title"] = "Drücken", ["verb"] = "press", ["data"] = new JsonObject() } }
            : Enumerable.Empty<JsonNode>()]),
    };

    private static IEnumerable<JsonNode> Inputs()
    {
        yield return new JsonObject { ["type"] = "Input.Text", ["id"] = "name", ["label"] = "Dein Name" };
        yield return new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "choice",
            ["label"] = "Deine Wahl",
            ["style"] = "expanded",
            ["choices"] = new JsonArray(
                new JsonObject { ["title"] = "Ja", ["value"] = "yes" },
                new JsonObject { ["title"] = "Nein", ["value"] = "no" }),
        };
    }

    private static JsonObject Form() => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "Input.Date", ["id"] = "day", ["label"] = "Tag" },
            new JsonObject { ["type"] = "Input.Time", ["id"] = "time", ["label"] = "Uhrzeit" },
            new JsonObject { ["type"] = "Input.Number", ["id"] = "minutes", ["label"] = "Minuten" },
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = "committee",
                ["label"] = "Gremium",
                ["choices"] = new JsonArray(
                    new JsonObject { ["title"] = "Rat", ["value"] = "council" },
                    new JsonObject { ["title"] = "Runde", ["value"] = "round" }),
            },
            new JsonObject { ["type"] = "Input.Toggle", ["id"] = "urgent", ["title"] = "Dringend" }),
        ["actions"] = new JsonArray(
            new JsonObject { ["type"] = "Action.Execute", ["title"] = "Senden", ["verb"] = "send", ["data"] = new JsonObject() }),
    };
}
