using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>A collector on this machine that keeps what it is sent, by either of the protocol's two ways.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    /// <summary>A byte that says whether what follows is compressed, and four for its length.</summary>
    private const int GrpcHead = 5;

    private readonly WebApplication app;
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<CollectedSpan> spans = new();
    private readonly ConcurrentQueue<CollectedPoint> points = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> resources = new();
    private readonly ConcurrentQueue<string> keys = new();
    private int requests;

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Answers with this status instead of 200.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Takes what is sent and never answers.</summary>
    public bool IsStuck { get; init; }

    /// <summary>How often something was sent.</summary>
    public int Requests => requests;

    public IReadOnlyList<CollectedSpan> Spans => [.. spans];

    /// <summary>All points so far; those of later exports repeat and add to earlier ones.</summary>
    public IReadOnlyList<CollectedPoint> Points => [.. points];

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Resources => [.. resources];

    /// <summary>What came in the header <c>x-key</c>.</summary>
    public IReadOnlyList<string> Keys => [.. keys];

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken, bool isGrpc = false, int status = StatusCodes.Status200OK, bool isStuck = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => server.ConfigureEndpointDefaults(listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var receiver = new OtlpReceiver(builder.Build()) { Status = status, IsStuck = isStuck };
        receiver.app.Run(context => receiver.TakeAsync(context, isGrpc));
        await receiver.app.StartAsync(cancellationToken);
        receiver.Url = LoopbackServer.AddressOf(receiver.app);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private async Task TakeAsync(HttpContext context, bool isGrpc)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Keep(context.Request, isGrpc ? body.ToArray().AsMemory(GrpcHead) : body.ToArray());
        Interlocked.Increment(ref requests);
        if (IsStuck)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationTokenSource.CreateLinkedTokenSource(ending.Token, context.RequestAborted).Token);
        }

        context.Response.StatusCode = Status;
        if (isGrpc)
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[GrpcHead], context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }

    private void Keep(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        keys.Enqueue(request.Headers["x-key"].ToString());
        resources.Enqueue(Collected.Resource(body));
        switch (request.Path.Value)
        {
            case "/v1/traces" or "/opentelemetry.proto.collector.trace.v1.TraceService/Export":
                Collected.Spans(body).ToList().ForEach(spans.Enqueue);
                break;
            case "/v1/metrics" or "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export":
                Collected.Points(body).ToList().ForEach(points.Enqueue);
                break;
            default:
                throw new InvalidOperationException("Nobody collects at " + request.Path);
        }
    }
}
