using System;
using System.Linq;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Connector;

/// <summary>Which service addresses the bot answers to. Keeps the bot from being made to call other servers (SSRF).</summary>
/// <remarks>Whole host names only: <c>trafficmanager.net</c> is a name space anyone can rent in.</remarks>
internal sealed class ServiceUrls(IOptions<ActivityOptions> options, IHostEnvironment environment)
{
    private readonly string[] hosts = [.. ChannelCloud.Of(options.Value)?.ServiceHosts ?? [], .. options.Value.ServiceHosts];
    private readonly bool loopbackAllowed = environment.IsDevelopment();

    /// <summary>https at its own port, a listed host, no user name, query or fragment; in Development also http or https on this machine, at any port.</summary>
    public bool IsAllowed(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
        && (IsListed(uri) || IsThisMachine(uri));

    /// <summary>Whether the bot's token may go there: only to a listed host over https, never to another server on this machine.</summary>
    public bool MayCarryToken(string? serviceUrl) => IsAllowed(serviceUrl) && IsListed(new Uri(serviceUrl!));

    private bool IsListed(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && hosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase);

    private bool IsThisMachine(Uri uri) =>
        loopbackAllowed && uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
