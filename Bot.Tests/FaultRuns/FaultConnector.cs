using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.FaultRuns;

/// <summary>Stands for the Connector: takes a message as soon as it has it, and answers some time later, as the real one does; between the two nobody but it knows of it.</summary>
internal sealed partial class FaultConnector : IAsyncDisposable
{
    /// <summary>Shortest and longest time from taking a message to answering. The real one takes longer at times; the sender has 30 a second under way in any case.</summary>
    private const int ShortestAnswer = 20, LongestAnswer = 120;

    private readonly WebApplication app;
    private readonly Chance chance = new(11);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> closed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TakenMessage> taken = new();
    private readonly ConcurrentDictionary<(string Conversation, string Words), bool> distinct = new();
    private long lastTaken;
    private int updates;

    private FaultConnector(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The messages it took, in their order.</summary>
    public IReadOnlyCollection<TakenMessage> Taken => taken;

    /// <summary>How many things were said, each conversation by itself, repetitions left out.</summary>
    public int Said => distinct.Count;

    /// <summary>Messages that were replaced.</summary>
    public int Updates => updates;

    /// <summary>Whether something was taken a moment ago.</summary>
    public bool IsBusy => TimeProvider.System.GetUtcNow() - new DateTimeOffset(Interlocked.Read(ref lastTaken), TimeSpan.Zero) < TimeSpan.FromMilliseconds(300);

    /// <summary>When the connection of a message ended, which is when its sender died; null while it is open.</summary>
    public DateTimeOffset? EndOf(TakenMessage message) => closed.TryGetValue(message.Connection, out var at) ? at : null;

    public static async Task<FaultConnector> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        FaultConnector? connector = null;
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => async connection =>
        {
            try
            {
                await next(connection);
            }
            finally
            {
                connector!.closed[connection.ConnectionId] = TimeProvider.System.GetUtcNow();
            }
        })));
        connector = new FaultConnector(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync(cancellationToken);
        connector.Address = new Uri(connector.app.Urls.Single());
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var parts = Uri.UnescapeDataString(context.Request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (context.Request.Method, parts)
        {
            case ("POST", [_, _, var conversation, "activities"]):
                await TakeAsync(context, conversation, body);
                break;
            case ("PUT", _):
                Interlocked.Increment(ref updates);
                await WriteAsync(context, """{"id":"1"}""");
                break;
            default:
                await WriteAsync(context, """{"id":"a:opened"}""");
                break;
        }
    }

    private async Task TakeAsync(HttpContext context, string conversation, string body)
    {
        var message = new TakenMessage(
            (taken.Count + 1).ToString(CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N")[..8], conversation, WordsOf(body), SubjectIn().Match(body).Groups["id"].Value, TimeProvider.System.GetUtcNow(), context.Connection.Id);
        taken.Enqueue(message);
        distinct[(conversation, message.Words)] = true;
        Interlocked.Exchange(ref lastTaken, message.At.UtcTicks);
        try
        {
            await Task.Delay(Pause(), TimeProvider.System, context.RequestAborted);
            await WriteAsync(context, "{\"id\":\"" + message.Id + "\"}");
            message.IsAnswered = !context.RequestAborted.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            // The sender is dead.
        }
    }

    private TimeSpan Pause()
    {
        lock (gate)
        {
            return TimeSpan.FromMilliseconds(ShortestAnswer + chance.Below(LongestAnswer - ShortestAnswer));
        }
    }

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    private static string WordsOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return Text(json, "summary") ?? Text(json, "text") ?? string.Empty;
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("\"(meeting|ballot)\":\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SubjectIn();
}

/// <summary>A message the Connector took.</summary>
/// <param name="Id">What it is called in the answer.</param>
/// <param name="Conversation">Where.</param>
/// <param name="Words">What a notification says.</param>
/// <param name="Subject">Meeting or ballot its buttons are about; empty for none.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Connection">Over which connection it came.</param>
internal sealed record TakenMessage(string Id, string Conversation, string Words, string Subject, DateTimeOffset At, string Connection)
{
    /// <summary>Whether the sender was told so, as far as the Connector can know.</summary>
    public bool IsAnswered { get; set; }
}
