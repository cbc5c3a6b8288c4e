using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Publishes metadata and keys on a free port of this machine, as the channel's login service does, and counts who asks.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private const string MetadataPath = "/v1/.well-known/openidconfiguration";
    private const string KeysPath = "/v1/.well-known/keys";

    private readonly WebApplication app;
    private readonly SemaphoreSlim asked = new(0);
    private int readings;

    private LocalIssuer(WebApplication app) => this.app = app;

    /// <summary>Address of the metadata.</summary>
    public string Metadata => Url + MetadataPath;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>How often the metadata was asked for.</summary>
    public int Readings => readings;

    /// <summary>What it publishes at the moment.</summary>
    public IReadOnlyList<JsonObject> Keys { get; set; } = [];

    /// <summary>When set, answers the metadata in its place.</summary>
    public Func<HttpContext, Task>? Description { get; set; }

    /// <summary>When set, answers the keys in its place.</summary>
    public Func<HttpContext, Task>? Document { get; set; }

    /// <summary>Everybody who asks waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<LocalIssuer> StartAsync(params IssuerKey[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new LocalIssuer(builder.Build()) { Keys = [.. keys.Select(key => key.Public())] };
        issuer.app.MapGet(MetadataPath, issuer.DescribeAsync);
        issuer.app.MapGet(KeysPath, issuer.PublishAsync);
        await issuer.app.StartAsync();
        issuer.Url = LoopbackServer.AddressOf(issuer.app);
        return issuer;
    }

    /// <summary>Waits until the metadata was asked for that often.</summary>
    public async Task AskedAsync(int times, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref readings) < times)
        {
            await asked.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Nothing but errors until <see cref="BeUp"/>.</summary>
    public void BeDown() => Description = context =>
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    };

    public void BeUp() => (Description, Document) = (null, null);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        asked.Dispose();
    }

    private async Task DescribeAsync(HttpContext context)
    {
        Interlocked.Increment(ref readings);
        asked.Release();
        await Gate;
        if (Description is { } other)
        {
            await other(context);
            return;
        }

        await context.Response.WriteAsync(new JsonObject
        {
            ["issuer"] = "https://api.botframework.com",
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = Url + KeysPath,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }.ToJsonString());
    }

    private async Task PublishAsync(HttpContext context)
    {
        if (Document is { } other)
        {
            await other(context);
            return;
        }

        await context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }.ToJsonString());
    }
}
