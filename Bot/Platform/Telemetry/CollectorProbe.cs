using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Telemetry;

/// <summary>How a collector was found.</summary>
/// <param name="Place">Its address; null where nothing is sent.</param>
/// <param name="Status">The HTTP status it answered an empty export with; null without an answer, or where only its port was tried.</param>
/// <param name="Trouble">The kind of failure; null when there was none.</param>
internal sealed record CollectorFinding(Uri? Place, int? Status, string? Trouble);

/// <summary>Tries the collector of telemetry: by HTTP with an export that holds nothing, by gRPC only its port.</summary>
internal sealed class CollectorProbe(IOptions<TelemetryOptions> options, IConfiguration configuration)
{
    private const string Variable = "OTEL_EXPORTER_OTLP_";

    /// <summary>Looks.</summary>
    public async Task<CollectorFinding> LookAsync(CancellationToken cancellationToken)
    {
        if (!TelemetryRegistration.IsSent(configuration) || Place() is not { } place)
        {
            return new CollectorFinding(null, null, null);
        }

        try
        {
            return (options.Value.Endpoint is not null ? options.Value.Protocol : configuration[Variable + "PROTOCOL"]) is "grpc"
                ? await KnockAsync(place, cancellationToken)
                : await SendNothingAsync(place, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException)
        {
            return new CollectorFinding(place, null, (failure as HttpRequestException)?.HttpRequestError.ToString() ?? failure.GetType().Name);
        }
    }

    private Uri? Place() =>
        options.Value.Endpoint ?? (Uri.TryCreate(configuration[Variable + "ENDPOINT"] ?? configuration[Variable + "TRACES_ENDPOINT"] ?? configuration[Variable + "METRICS_ENDPOINT"], UriKind.Absolute, out var place) ? place : null);

    private static async Task<CollectorFinding> KnockAsync(Uri place, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(place.Host, place.Port, cancellationToken);
        return new CollectorFinding(place, null, null);
    }

    /// <summary>An empty body is an export of no spans: valid by the protocol, and nothing comes of it.</summary>
    private async Task<CollectorFinding> SendNothingAsync(Uri place, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, place.AbsoluteUri.TrimEnd('/') + "/v1/traces") { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        foreach (var (name, value) in Headers())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new CollectorFinding(place, (int)answer.StatusCode, null);
    }

    private IEnumerable<(string Name, string Value)> Headers() =>
        (options.Value.HeadersFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : configuration[Variable + "HEADERS"] ?? string.Empty)
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(header => header.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .Select(parts => (parts[0].Trim(), parts[1].Trim()));
}
