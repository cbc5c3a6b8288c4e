using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Takes unsigned activities from this machine, in Development only: for the Playground and for tests. It proves nothing about who is asking.</summary>
internal sealed partial class DevelopmentAuthentication(IHostEnvironment environment, ILogger<DevelopmentAuthentication> logger) : IRequestAuthentication
{
    public ValueTask<AuthenticationOutcome> AuthenticateAsync(HttpContext context, Activity activity)
    {
        if (environment.IsDevelopment() && IsFromThisMachine(context))
        {
            return ValueTask.FromResult(AuthenticationOutcome.Accepted);
        }

        LogRefused(activity.Id);
        return ValueTask.FromResult(AuthenticationOutcome.Unauthorized);
    }

    /// <summary>A tunnel or proxy on this machine also connects from here, but says that it forwards for somebody else.</summary>
    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !IsForwarded(context.Request.Headers);

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("Via")
        || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("X-Original-For");

    [LoggerMessage(1010, LogLevel.Warning, "Activity {ActivityId} was refused: unsigned activities are taken from this machine only, and in Development only.")]
    private partial void LogRefused(string? activityId);
}
