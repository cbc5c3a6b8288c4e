using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>A Connector on this machine that keeps messages waiting while its gate is shut. What was waiting when its sender went away was never said.</summary>
internal sealed class GatedConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Said> said = new();
    private TaskCompletionSource changed = New();
    private TaskCompletionSource gate = New();
    private int waiting;
    private int came;
    private int lastId;

    private GatedConnector(WebApplication app)
    {
        this.app = app;
        gate.SetResult();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Which messages wait while the gate is shut, by conversation and words.</summary>
    public Func<string, string, bool> Holds { get; set; } = (_, _) => true;

    /// <summary>How many messages wait at the gate.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>How many messages have come to the shut gate so far.</summary>
    public int Came => Volatile.Read(ref came);

    /// <summary>Everything that was said.</summary>
    public IReadOnlyList<Said> Messages => [.. said];

    public static async Task<GatedConnector> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new GatedConnector(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync(cancellationToken);
        connector.Url = connector.app.Urls.Single();
        return connector;
    }

    /// <summary>Somebody's 1:1 chat, as it is called here.</summary>
    public static string Personal(string who) => "a:29:" + who;

    /// <summary>What was said in a conversation with these words in it.</summary>
    public int CountOf(string conversation, string words) =>
        said.Count(message => message.Conversation == conversation && message.Words.Contains(words, StringComparison.Ordinal));

    /// <summary>From now on messages wait.</summary>
    public void Shut() => gate = New();

    /// <summary>All that wait are said, and what comes later at once.</summary>
    public void Open() => gate.TrySetResult();

    /// <summary>Waits until it is so, looking again whenever something happens here; fails when two minutes pass without that.</summary>
    public async Task UntilAsync(Func<bool> condition, string what, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Volatile.Read(ref changed).Task;
            if (condition())
            {
                return;
            }

            try
            {
                await next.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"Not within two minutes: {what}. Waiting: {Waiting}. Said so far: {string.Join(" | ", said.Select(message => message.Conversation + " " + message.Words.ReplaceLineEndings(" ")))}", late);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Open();
        return app.DisposeAsync();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task AnswerAsync(HttpContext context)
    {
        var parts = Uri.UnescapeDataString(context.Request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        switch (context.Request.Method, parts)
        {
            case ("POST", [_, _]):
                id = Personal(JsonDocument.Parse(body).RootElement.GetProperty("members")[0].GetProperty("id").GetString()![3..]);
                break;
            case ("POST", [_, _, var conversation, "activities", ..]):
                var content = JsonDocument.Parse(body).RootElement;
                var words = CardReading.Words(content);
                if (!gate.Task.IsCompleted && Holds(conversation, words) && !await WaitsAsync(context.RequestAborted))
                {
                    return;
                }

                said.Enqueue(new Said(conversation, id, words, content));
                Tell();
                break;
            default:
                break;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{id}}"}""", context.RequestAborted);
    }

    /// <returns>Whether the sender is still there.</returns>
    private async Task<bool> WaitsAsync(CancellationToken gone)
    {
        Interlocked.Increment(ref waiting);
        Interlocked.Increment(ref came);
        Tell();
        try
        {
            await gate.Task.WaitAsync(gone);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            Tell();
        }
    }

    private void Tell() => Interlocked.Exchange(ref changed, New()).TrySetResult();

    /// <summary>A message that was said.</summary>
    internal sealed record Said(string Conversation, string Id, string Words, JsonElement Content);
}
