using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>A request as it came over the wire; the target is path and query, not unescaped.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A web server on a free port of this machine that keeps what it is asked and answers as told.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<WireRequest> requests = new();

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Address without a slash at its end.</summary>
    public string Url { get; private set; } = string.Empty;

    public WireRequest Single => Assert.Single(requests);

    public IReadOnlyList<WireRequest> Requests => [.. requests];

    public static async Task<LoopbackServer> StartAsync(Func<HttpResponse, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server.app.Run(async context =>
        {
            server.requests.Enqueue(await ReadAsync(context));
            await answer(context.Response);
        });
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        server.Url = AddressOf(server.app);
        return server;
    }

    public static Task<LoopbackServer> StartAsync(int status, string? json = null) => StartAsync(async response =>
    {
        response.StatusCode = status;
        if (json is not null)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(json);
        }
    });

    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        return new WireRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync());
    }
}
