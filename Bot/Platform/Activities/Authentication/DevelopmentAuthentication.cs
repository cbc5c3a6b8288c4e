using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Bot.Platform.Activities.Authentication;

/// <summary>Takes unsigned activities from this machine, in Development only: for the Playground and for tests. It proves nothing about who is asking.</summary>
internal sealed class DevelopmentAuthentication(IHostEnvironment environment) : IRequestAuthentication
{
    public ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext context) =>
        ValueTask.FromResult<AuthenticationResult>(
            environment.IsDevelopment() && IsFromThisMachine(context) ? ChannelIdentity.Unsigned : AuthenticationFault.NotFromThisMachine);

    public AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity) => null;

    /// <summary>A tunnel or proxy on this machine also connects from here, but says that it forwards for somebody else.</summary>
    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !IsForwarded(context.Request.Headers);

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("Via")
        || headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("X-Original-For");
}
