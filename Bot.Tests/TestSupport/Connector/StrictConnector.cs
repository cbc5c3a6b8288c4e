using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.TestSupport.Connector;

/// <summary>A Connector on this machine that enforces the published limits, lets things go wrong by plan, and knows what it accepted and what of that it
/// acknowledged. A real web server: what is reset is reset.</summary>
internal sealed class StrictConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly MishapPlan plan;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Accepted>> accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(double At, string Content)>> shown = new(StringComparer.Ordinal);
    private int requests;
    private int lastId;

    private StrictConnector(WebApplication app, TimeProvider time, MishapPlan plan)
    {
        (this.app, this.time, this.plan) = (app, time, plan);
        Limits = new PublishedLimits(time);
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>The limits it enforces.</summary>
    public PublishedLimits Limits { get; }

    /// <summary>Requests so far.</summary>
    public int Requests => requests;

    /// <summary>Answers a request before anything else does; null leaves it to the rest. Method, path and query, unescaped.</summary>
    public Func<string, string, (int Status, string Code)?>? Refuses { get; set; }

    /// <summary>Replacements that went out, by message: when, and the text shown.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<(double At, string Content)>> Shown => shown;

    /// <summary>Messages accepted, in each conversation.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<Accepted>> Messages => accepted;

    /// <summary>Conversations in which something was accepted again after it had been acknowledged.</summary>
    public IEnumerable<string> SaidAgain => accepted.Where(one => one.Value.Where(message => !message.IsOwnFault).SkipWhile(message => !message.IsAcknowledged).Skip(1).Any()).Select(one => one.Key);

    public static async Task<StrictConnector> StartAsync(TimeProvider time, MishapPlan plan, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new StrictConnector(builder.Build(), time, plan);
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync(cancellationToken);
        connector.Url = connector.app.Urls.Single();
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var path = Uri.UnescapeDataString(context.Request.Path.Value ?? string.Empty);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (Refuses?.Invoke(context.Request.Method, path) is var (status, code))
        {
            await WriteAsync(context, status, "{\"error\":{\"code\":\"" + code + "\"}}");
            return;
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var conversation = parts.Length > 2 ? parts[2] : "create:" + MemberOf(body);
        if (Limits.Count(conversation, parts is [_, _, _, "members" or "pagedmembers", ..]) is { } wait)
        {
            await ThrottleAsync(context, wait, withWait: requests % 2 == 0);
            return;
        }

        await HappenAsync(context, plan.Next(), () => Serve(context.Request.Method, parts, body));
    }

    private async Task HappenAsync(HttpContext context, Mishap mishap, Func<(string Answer, Accepted? Message)> serve)
    {
        switch (mishap)
        {
            case Mishap.ThrottledWithWait or Mishap.ThrottledWithout:
                await ThrottleAsync(context, 2, mishap is Mishap.ThrottledWithWait);
                break;
            case Mishap.Conflict:
                await WriteAsync(context, 412, """{"error":{"code":"PreconditionFailed"}}""");
                break;
            case Mishap.BadGateway:
                await WriteAsync(context, 502, null);
                break;
            case Mishap.Unavailable:
                await WriteAsync(context, 503, null);
                break;
            case Mishap.GatewayTimeoutAfterAccepting:
                serve();
                await WriteAsync(context, 504, null);
                break;
            case Mishap.ResetBefore:
                context.Abort();
                break;
            case Mishap.ResetAfterAccepting:
                serve();
                context.Abort();
                break;
            case Mishap.AcceptedTwice when serve().Message is { } first:
                first.IsOwnFault = true;
                await AcknowledgeAsync(context, serve());
                break;
            case Mishap.Slow:
                await Task.Delay(TimeSpan.FromSeconds(3), time, context.RequestAborted);
                await AcknowledgeAsync(context, serve());
                break;
            default:
                await AcknowledgeAsync(context, serve());
                break;
        }
    }

    private (string Answer, Accepted? Message) Serve(string method, string[] parts, string body)
    {
        switch (method, parts)
        {
            case ("POST", [_, _]):
                return ("""{"id":"a:""" + MemberOf(body) + "\"}", null);
            case ("POST", [_, _, var conversation, "activities"]):
                var message = new Accepted(Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture), TextOf(body));
                accepted.GetOrAdd(conversation, _ => []).Enqueue(message);
                return ("""{"id":""" + "\"" + message.Id + "\"}", message);
            case ("PUT", [_, _, _, "activities", var id]):
                shown.GetOrAdd(id, _ => []).Enqueue((time.GetElapsedTime(0).TotalSeconds, TextOf(body)));
                return ("""{"id":""" + "\"" + id + "\"}", null);
            case ("GET", [_, _, _, "members", var member]):
                return ("""{"id":"29:of-""" + member + "\"}", null);
            default:
                return ("{}", null);
        }
    }

    private static async Task AcknowledgeAsync(HttpContext context, (string Answer, Accepted? Message) served)
    {
        if (served.Message is { } message)
        {
            message.IsAcknowledged = true;
        }

        await WriteAsync(context, 201, served.Answer);
    }

    private static Task ThrottleAsync(HttpContext context, double wait, bool withWait)
    {
        if (withWait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, 429, """{"error":{"code":"Throttled"}}""");
    }

    private static async Task WriteAsync(HttpContext context, int status, string? json)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["MS-CV"] = "loopback.0";
        if (json is not null)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(json, context.RequestAborted);
        }
    }

    private static string MemberOf(string body) => JsonDocument.Parse(body).RootElement.TryGetProperty("members", out var members) ? members[0].GetProperty("id").GetString()! : "thread";

    private static string TextOf(string body) => JsonDocument.Parse(body).RootElement.TryGetProperty("text", out var text) ? text.GetString()! : string.Empty;
}

/// <summary>A message the Connector took.</summary>
internal sealed class Accepted(string id, string text)
{
    public string Id => id;

    public string Text => text;

    /// <summary>Whether the bot was told so.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>Whether it stands there because the Connector itself took one request twice.</summary>
    public bool IsOwnFault { get; set; }
}
