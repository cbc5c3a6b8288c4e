using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Playground;

/// <summary>The Connector of one Playground process as 0.2.28 was seen to answer: its own message ids, 202 without id
/// where a message has several parts, 404 for a thread it does not have.</summary>
internal sealed class FakeWindow : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HashSet<string> roots = new(StringComparer.Ordinal);
    private readonly int offset;
    private int messages;

    private FakeWindow(WebApplication app, int offset)
    {
        this.app = app;
        this.offset = offset;
    }

    /// <summary>What it was asked, as method, path below the Connector and body; oldest first.</summary>
    public ConcurrentQueue<(string Method, string Path, JsonObject Body)> Calls { get; } = new();

    /// <summary>Answers everything with this status when set.</summary>
    public HttpStatusCode? Broken { get; set; }

    public Uri Address => new(app.Urls.Single() + "/");

    /// <param name="offset">First of its message ids, so that two windows never agree on them.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FakeWindow> StartAsync(int offset, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var window = new FakeWindow(built, offset);
        built.Run(window.AnswerAsync);
        await built.StartAsync(cancellationToken);
        return window;
    }

    /// <summary>Its person begins a thread.</summary>
    public void Begins(string root) => roots.Add(root);

    /// <summary>Bodies of what was posted to a conversation, oldest first.</summary>
    public IReadOnlyList<JsonObject> PostedTo(string conversation) =>
    [
        .. from call in Calls
           where call.Method == "POST" && call.Path == $"v3/conversations/{conversation}/activities"
           select call.Body,
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var path = context.Request.Path.Value!["/_connector/".Length..];
        Calls.Enqueue((context.Request.Method, path, body));
        var conversation = path.Split('/')[2];
        var root = conversation.Split(";messageid=").ElementAtOrDefault(1);
        context.Response.StatusCode = Broken is { } status ? (int)status
            : root is not null && !roots.Contains(root) ? StatusCodes.Status404NotFound
            : context.Request.Method == "PUT" ? StatusCodes.Status200OK
            : IsSplit(body) ? StatusCodes.Status202Accepted
            : StatusCodes.Status201Created;
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status201Created)
        {
            var id = context.Request.Method == "PUT"
                ? path.Split('/')[^1]
                : (offset + Interlocked.Increment(ref messages)).ToString(CultureInfo.InvariantCulture);
            roots.Add(id);
            await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = id });
        }
    }

    private static bool IsSplit(JsonObject body) => body["text"] is not null && body["attachments"] is JsonArray { Count: > 0 };
}
