using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Platform.Hosting;

/// <summary>What an operator's probes ask. Open to everybody, hence nothing in it that is not everybody's: no name, no address, no fault.</summary>
internal static class HealthEndpoints
{
    /// <summary>The process answers; whoever gets no answer here starts it anew.</summary>
    public const string Live = "/health/live";

    /// <summary>The bot can do its work; whoever gets 503 here sends nobody to it.</summary>
    public const string Ready = "/health/ready";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly byte[] Alive = "{\"live\":true}"u8.ToArray();

    /// <summary>Puts both addresses at the web server.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var readiness = endpoints.ServiceProvider.GetRequiredService<Readiness>();
        endpoints.MapMethods(Live, Methods, context => WriteAsync(context, StatusCodes.Status200OK, Alive));
        endpoints.MapMethods(Ready, Methods, context => AnswerAsync(context, readiness));
    }

    private static async Task AnswerAsync(HttpContext context, Readiness readiness)
    {
        var answer = await readiness.AskAsync(context.RequestAborted);
        await WriteAsync(
            context, answer.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, JsonSerializer.SerializeToUtf8Bytes(answer, ReadyFormat.Default.ReadyAnswer));
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
