using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Mime;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Benchmarks;

/// <summary>Stands for the Connector: takes whatever is posted, counts it and gives it an id.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private static readonly byte[] Id = """{"id":"1"}"""u8.ToArray();

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> places = new(StringComparer.Ordinal);
    private int messages;
    private int updates;

    private ConnectorSink(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Messages posted so far.</summary>
    public int Messages => messages;

    /// <summary>Messages posted in a conversation so far; what the bot says elsewhere by itself is left out.</summary>
    public int MessagesIn(string conversation) => places.TryGetValue($"/v3/conversations/{conversation}/activities", out var posted) ? posted : 0;

    /// <summary>Messages replaced so far.</summary>
    public int Updates => updates;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<ConnectorSink> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new ConnectorSink(builder.Build());
        sink.app.Run(sink.TakeAsync);
        await sink.app.StartAsync(cancellationToken);
        sink.Address = new Uri(sink.app.Urls.Single());
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        while (await context.Request.BodyReader.ReadAsync(context.RequestAborted) is var read)
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        Interlocked.Increment(ref context.Request.Method == HttpMethods.Put ? ref updates : ref messages);
        if (context.Request.Method == HttpMethods.Post)
        {
            places.AddOrUpdate(context.Request.Path.Value ?? string.Empty, 1, (_, before) => before + 1);
        }

        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = Id.Length;
        await context.Response.BodyWriter.WriteAsync(Id, context.RequestAborted);
    }
}
