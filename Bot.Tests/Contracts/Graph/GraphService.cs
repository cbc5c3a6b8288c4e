using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Contracts.Graph;

/// <summary>A request as it came.</summary>
internal sealed record GraphRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    public string Line => Method + " " + Path;

    public JsonObject Json => JsonNode.Parse(Content)!.AsObject();

    /// <summary>What is said of the thing itself, in order of names.</summary>
    public IEnumerable<string> Properties => Json.Select(one => one.Key).Where(name => !name.StartsWith('@')).Order(StringComparer.Ordinal);
}

/// <summary>Microsoft Graph as it is documented (v1.0), on a loopback port of this process: one mailbox and one drive. It holds every request to the contract, keeps events,
/// mails and files, and goes wrong as told. Whatever breaks the contract is kept in <see cref="Broken"/>.</summary>
internal sealed partial class GraphService : IAsyncDisposable
{
    public const string Organizer = "sitzungen@buendnis.example";

    public const string Drive = "b!Drive-1";

    private const string Root = "/v1.0";

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<GraphRequest> requests = new();
    private readonly ConcurrentQueue<string> broken = new();
    private readonly List<(string Line, GraphTrouble Trouble)> troubles = [];

    private GraphService(WebApplication app) => this.app = app;

    /// <summary>Address without a slash at its end.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>What broke the contract.</summary>
    public IReadOnlyList<string> Broken => [.. broken];

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<GraphRequest> Requests => [.. requests];

    /// <summary>The permissions the app was given. Whatever needs another is refused.</summary>
    public HashSet<string> Granted { get; } = new(["Calendars.ReadWrite", "Mail.Send", "Sites.Selected"], StringComparer.Ordinal);

    /// <summary>The permissions that were needed.</summary>
    public ConcurrentDictionary<string, bool> Needed { get; } = new(StringComparer.Ordinal);

    /// <summary>The bot's settings to use it.</summary>
    public Dictionary<string, string> Settings(int timeoutSeconds = 30) => new(StringComparer.Ordinal)
    {
        ["Graph:Enabled"] = "true",
        ["Graph:TenantId"] = Conversations.Talk.Tenant,
        ["Graph:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["Graph:Organizer"] = Organizer,
        ["Graph:Drive"] = Drive,
        ["Graph:Address"] = Url,
        ["Graph:TimeoutSeconds"] = timeoutSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static async Task<GraphService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new GraphService(builder.Build());
        service.app.Run(service.HandleAsync);
        await service.app.StartAsync(TestContext.Current.CancellationToken);
        service.Url = LoopbackServer.AddressOf(service.app);
        return service;
    }

    /// <summary>The next request whose line ends so goes wrong.</summary>
    public void Next(string line, params GraphTrouble[] trouble)
    {
        lock (gate)
        {
            troubles.AddRange(trouble.Select(one => (line, one)));
        }
    }

    /// <summary>How many requests had a line that ends so.</summary>
    public int CountOf(string line) => requests.Count(request => IsMeant(request.Line, line));

    /// <summary>The requests whose line ends so.</summary>
    public IReadOnlyList<GraphRequest> Of(string line) => [.. requests.Where(request => IsMeant(request.Line, line))];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static bool IsMeant(string line, string wanted) =>
        line.Split(' ')[0] == wanted.Split(' ')[0] && line.EndsWith(wanted.Split(' ')[1], StringComparison.Ordinal);

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        requests.Enqueue(request);
        GraphTrouble? trouble;
        (int Status, JsonNode? Body) answer;
        lock (gate)
        {
            var at = troubles.FindIndex(one => IsMeant(request.Line, one.Line));
            trouble = at < 0 ? null : troubles[at].Trouble;
            if (at >= 0)
            {
                troubles.RemoveAt(at);
            }

            answer = trouble is { IsDone: false } ? (trouble.Status, Error("Trouble")) : Do(request);
        }

        if (trouble is { IsCut: true })
        {
            context.Abort();
            return;
        }

        if (trouble is { Status: 0 })
        {
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(left.SetResult);
            await left.Task;
            return;
        }

        await WriteAsync(context.Response, trouble is null ? answer : (trouble.Status, Error("Trouble")), trouble?.RetryAfter);
    }

    private static async Task WriteAsync(HttpResponse response, (int Status, JsonNode? Body) answer, int? retryAfter)
    {
        response.StatusCode = answer.Status;
        response.Headers["request-id"] = "11111111-aaaa-bbbb-cccc-111111111111";
        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (answer.Body is { } body)
        {
            response.ContentType = "application/json; odata.metadata=minimal; charset=utf-8";
            await response.WriteAsync(body.ToJsonString());
        }
    }

    private (int Status, JsonNode? Body) Do(GraphRequest request)
    {
        if (request.Path.StartsWith("/upload/", StringComparison.Ordinal))
        {
            return TakePiece(request);
        }

        if (request.Headers.GetValueOrDefault("Authorization") != "Bearer " + FakeCredential.Token)
        {
            return (401, Error("InvalidAuthenticationToken"));
        }

        if (!request.Path.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return Break(request, "is not a path of v1.0");
        }

        var path = request.Path[Root.Length..];
        var mailbox = "/users/" + Organizer;
        return path.StartsWith(mailbox + "/", StringComparison.OrdinalIgnoreCase) ? InMailbox(request, path[mailbox.Length..])
            : path.StartsWith("/drives/" + Drive + "/items/root:/", StringComparison.Ordinal) ? InDrive(request, path[("/drives/" + Drive + "/items/root:/").Length..])
            : Break(request, "is no path this app may use");
    }

    private (int Status, JsonNode? Body) InMailbox(GraphRequest request, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("POST", ["events"]) => With("Calendars.ReadWrite", () => CreateEvent(request)),
            ("GET", ["events"]) => With("Calendars.ReadWrite", () => FindEvents(request)),
            ("GET", ["events", var id]) => With("Calendars.ReadWrite", () => ReadEvent(request, id)),
            ("PATCH", ["events", var id]) => With("Calendars.ReadWrite", () => ChangeEvent(request, id)),
            ("POST", ["events", var id, "cancel"]) => With("Calendars.ReadWrite", () => CancelEvent(request, id)),
            ("POST", ["calendar", "getSchedule"]) => With("Calendars.ReadWrite", () => GetSchedule(request)),
            ("POST", ["sendMail"]) => With("Mail.Send", () => SendMail(request)),
            _ => Break(request, "is not documented"),
        };
    }

    private (int Status, JsonNode? Body) With(string permission, Func<(int Status, JsonNode? Body)> act)
    {
        Needed[permission] = true;
        return Granted.Contains(permission) ? act() : (403, Error("ErrorAccessDenied"));
    }

    private (int Status, JsonNode? Body) Break(GraphRequest request, string why)
    {
        broken.Enqueue($"{request.Line}: {why}");
        return (400, Error("BadRequest"));
    }

    /// <summary>Checks one thing of a request.</summary>
    private void Check(GraphRequest request, bool isSo, string otherwise)
    {
        if (!isSo)
        {
            broken.Enqueue($"{request.Line}: {otherwise}");
        }
    }

    private void CheckJson(GraphRequest request, params string[] known)
    {
        Check(request, request.Headers.GetValueOrDefault("Content-Type", string.Empty).StartsWith("application/json", StringComparison.Ordinal), "is no JSON");
        foreach (var (name, _) in request.Json)
        {
            Check(request, known.Contains(name) || name == "@odata.type", $"has an unknown property {name}");
        }

        Check(request, (string?)request.Json["@odata.type"] is null or "#microsoft.graph.event", "is of another type");
    }

    private static JsonObject Error(string code) => new()
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = "secret@address.example must not be logged", ["innerError"] = new JsonObject { ["request-id"] = "r" } },
    };

    private static async Task<GraphRequest> ReadAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var bytes = content.ToArray();
        if (context.Request.Headers.ContentEncoding == "gzip")
        {
            using var packed = new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await packed.CopyToAsync(plain);
            bytes = plain.ToArray();
        }

        return new GraphRequest(
            context.Request.Method,
            Uri.UnescapeDataString(target[0]),
            target.Length > 1 ? Uri.UnescapeDataString(target[1]) : string.Empty,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            bytes);
    }
}
