using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Platform.Tables.Rest;

/// <summary>Stands between the store and Azurite on the loopback interface and does to requests, in turn, what a network does.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private readonly Uri target;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> faults = new();

    private FaultyProxy(Uri target)
    {
        this.target = target;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, 0);
            server.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.Run(context =>
        {
            Requests.Enqueue($"{context.Request.Method} {RawTarget(context)}");
            return faults.TryDequeue(out var fault) ? fault(context) : PassAsync(context);
        });
    }

    /// <summary>Method and target of each request that arrived.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Where the store is to send its requests.</summary>
    public string Endpoint => $"{app.Urls.First()}{target.AbsolutePath}";

    /// <param name="target">The table endpoint behind the proxy.</param>
    public static async Task<FaultyProxy> StartAsync(Uri target)
    {
        var proxy = new FaultyProxy(target);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>The next request is answered like this and does not arrive.</summary>
    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => faults.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    });

    /// <summary>The next request goes through.</summary>
    public void Pass() => faults.Enqueue(PassAsync);

    /// <summary>The next request is lost on its way; <paramref name="meanwhile"/> happens before the sender notices.</summary>
    public void LoseRequest(Func<Task>? meanwhile = null) => faults.Enqueue(async context =>
    {
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        context.Abort();
    });

    /// <summary>The next request is carried out, its answer is lost; <paramref name="meanwhile"/> happens before the sender notices.</summary>
    public void LoseAnswer(Func<Task>? meanwhile = null) => faults.Enqueue(async context =>
    {
        using var answer = await ForwardAsync(context);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        context.Abort();
    });

    /// <summary>The next request is never answered; first it is carried out, or not.</summary>
    public void Hang(bool isCarriedOut) => faults.Enqueue(async context =>
    {
        using var answer = isCarriedOut ? await ForwardAsync(context) : null;
        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    /// <summary>The next request is carried out, and the service says that something went wrong all the same.</summary>
    public void CarryOutAndAnswer(int status) => faults.Enqueue(async context =>
    {
        using var answer = await ForwardAsync(context);
        context.Response.StatusCode = status;
    });

    /// <summary>The next request is carried out, and its answer ends in the middle; one without a body ends before it begins.</summary>
    public void CutAnswer() => faults.Enqueue(async context =>
    {
        using var answer = await ForwardAsync(context);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (body.Length > 0)
        {
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        context.Abort();
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private static string RawTarget(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private async Task PassAsync(HttpContext context)
    {
        using var answer = await ForwardAsync(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not HttpStatusCode.NoContent)
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, RawTarget(context)));
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Transfer-Encoding")))
        {
            var known = request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            _ = known || request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        return await client.SendAsync(request, context.RequestAborted);
    }
}
