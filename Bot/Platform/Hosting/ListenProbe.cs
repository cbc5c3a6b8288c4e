using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;

namespace Bot.Platform.Hosting;

/// <summary>How a port the bot is to listen on was found.</summary>
internal enum PortState
{
    /// <summary>Nobody listens there.</summary>
    Free,

    /// <summary>A bot of ours answers there already.</summary>
    Ours,

    /// <summary>Another program has it.</summary>
    Taken,

    /// <summary>The system does not let this account listen there.</summary>
    Refused,
}

/// <summary>Tries the ports the bot is to listen on, and lets them go at once.</summary>
internal sealed class ListenProbe(IConfiguration configuration)
{
    private static readonly string Alive = "{\"live\":true}";

    /// <summary>The ports, as the settings name them.</summary>
    public IReadOnlyList<int> Ports => [.. Addresses().Select(PortOf).OfType<int>().Where(port => port > 0).Distinct()];

    /// <summary>Looks at one of them.</summary>
    public static async Task<PortState> LookAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            // Both families at once, as the web server listens on "localhost" and on "*".
            using var any = Listen(IPAddress.Any, port);
            using var loopback = Socket.OSSupportsIPv6 ? Listen(IPAddress.IPv6Any, port) : null;
            return PortState.Free;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return await IsOursAsync(port, cancellationToken) ? PortState.Ours : PortState.Taken;
        }
        catch (SocketException)
        {
            return PortState.Refused;
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port) { ExclusiveAddressUse = true };
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
        {
            listener.Server.DualMode = false;
        }

        listener.Start();
        return listener;
    }

    private static async Task<bool> IsOursAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(3), MaxResponseContentBufferSize = 1024 };
            return await http.GetStringAsync(new Uri($"http://localhost:{port}{HealthEndpoints.Live}"), cancellationToken) == Alive;
        }
        catch (Exception other) when (other is HttpRequestException or IOException || (other is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private IEnumerable<string> Addresses()
    {
        var named = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        string[] rest = [.. Split("Urls"), .. Split("Http_Ports").Select(port => "http://*:" + port), .. Split("Https_Ports").Select(port => "https://*:" + port)];
        return named.Count > 0 ? named : rest.Length > 0 ? rest : [HostingRegistration.DefaultUrl];
    }

    private string[] Split(string key) => (configuration[key] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Hosts such as <c>*</c> and <c>+</c> are none to <see cref="Uri"/>.</summary>
    private static int? PortOf(string address) =>
        Uri.TryCreate(address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri.Port : null;
}
