using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace Bot.Platform.Playground;

/// <summary>Where the bot is reached from its own machine.</summary>
internal static class PlaygroundAddress
{
    /// <summary>The first plain http address among those the server listens on, as a loopback address; null when
    /// there is none (only https, only an outer network address, or a server without sockets).</summary>
    public static Uri? Of(IEnumerable<string> addresses) => addresses.Select(Of).FirstOrDefault(uri => uri is not null);

    /// <summary><c>[::1]</c> for a listener on IPv6 loopback alone, <c>127.0.0.1</c> for every other.</summary>
    public static string Loopback(IPAddress? listening) =>
        IPAddress.IPv6Loopback.Equals(listening) ? "[::1]" : "127.0.0.1";

    private static Uri? Of(string address)
    {
        // A star or a plus stands for every address of the machine, as in the server's own settings.
        var named = address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            return null;
        }

        var listening = IPAddress.TryParse(uri.DnsSafeHost, out var ip) ? ip : null;
        var outerOnly = listening is not null && !IPAddress.IsLoopback(listening)
            && !listening.Equals(IPAddress.Any) && !listening.Equals(IPAddress.IPv6Any);
        return outerOnly ? null : new Uri($"http://{Loopback(listening)}:{uri.Port}/");
    }
}
