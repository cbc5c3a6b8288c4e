using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Benchmarks;

/// <summary>The floor: a web server of the same kind that only gives back what it got, in a process of its own.</summary>
internal static class BareKestrel
{
    /// <summary>The word by which the benchmark starts itself in this role.</summary>
    public const string Word = "echo";

    /// <summary>Serves until the process is killed.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost(BenchNetwork.Path, EchoAsync);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(ServerProcess.Announces + string.Join(';', app.Urls));
        await ((IHost)app).WaitForShutdownAsync();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        var body = await ReadAsync(context.Request);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var body = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }
}
