using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities.Connector;

/// <summary>One request to the Connector.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="ServiceUrl">Where the conversation is at home.</param>
/// <param name="Path">From the service address on, escaped.</param>
/// <param name="Body">JSON, or null for none.</param>
/// <param name="NeedsBody">Whether a success is worth nothing without what it says.</param>
/// <param name="Operation">What is asked, in a word for telemetry.</param>
internal sealed record ConnectorCall(HttpMethod Method, string ServiceUrl, string Path, byte[]? Body = null, bool NeedsBody = false, string Operation = "other");

/// <summary>The Connector over HTTP: one pool of connections for the whole process, the token only where it may go, no redirects, nothing read without bound.</summary>
internal sealed partial class ConnectorWire(
    ServiceUrls serviceUrls, IConnectorToken token, TimeProvider time, HttpMessageHandler handler, ILogger<ConnectorWire> logger) : IDisposable
{
    /// <summary>How long one request may take, connecting and reading the answer included.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <summary>The largest answer that is read, in bytes: 500 members.</summary>
    public const int LargestAnswer = 4 * 1024 * 1024;

    private const string MsCvHeader = "MS-CV";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The way out to the network.</summary>
    public static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>What goes over the wire for an activity or another part of the contract.</summary>
    public static byte[] Body<T>(T content) => JsonSerializer.SerializeToUtf8Bytes(content, ActivityFormat.Of<T>());

    /// <summary>Makes the request; once more with a new token when the one it carried is refused.</summary>
    /// <returns>What the service said; null when it said nothing or nothing that can be read, where that does not matter.</returns>
    /// <exception cref="ArgumentException">The service address is not on the list; nothing was sent.</exception>
    /// <exception cref="ConnectorException">The service said no, or no answer came.</exception>
    public async Task<T?> SendAsync<T>(ConnectorCall call, CancellationToken cancellationToken)
        where T : class
    {
        if (!serviceUrls.IsAllowed(call.ServiceUrl))
        {
            throw new ArgumentException("The service address is not on the list of hosts the bot may call.", nameof(call));
        }

        var bearer = serviceUrls.MayCarryToken(call.ServiceUrl) ? await token.GetAsync(cancellationToken) : null;
        try
        {
            return await OnceAsync<T>(call, bearer, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.Status is HttpStatusCode.Unauthorized && bearer is not null)
        {
            token.Drop(bearer);
            return await OnceAsync<T>(call, await token.GetAsync(cancellationToken), cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<T?> OnceAsync<T>(ConnectorCall call, string? bearer, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = Request(call, bearer);
        using var sight = ConnectorSight.Begin(call.Operation, time);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            sight?.Answered((int)response.StatusCode);
            return await AnswerAsync<T>(call, response, either.Token);
        }
        catch (HttpRequestException failure)
        {
            sight?.Unanswered(failure.HttpRequestError.ToString());
            LogUnanswered(call.Method, failure.HttpRequestError.ToString());
            throw ConnectorException.Unanswered(!NeverArrived(failure.HttpRequestError), failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            sight?.Unanswered("TimedOut");
            LogUnanswered(call.Method, "TimedOut");
            throw ConnectorException.Unanswered(mayHaveArrived: true, "TimedOut");
        }
    }

    private static HttpRequestMessage Request(ConnectorCall call, string? bearer)
    {
        var request = new HttpRequestMessage(call.Method, call.ServiceUrl.TrimEnd('/') + call.Path);
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = Json } };
        }

        return request;
    }

    private async Task<T?> AnswerAsync<T>(ConnectorCall call, HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        var correlation = response.Headers.TryGetValues(MsCvHeader, out var values) ? values.FirstOrDefault() : null;
        var body = await ReadAsync(response, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var code = Parse(body, ActivityFormat.Of<ErrorResponse>())?.Error?.Code;
            LogRefused(call.Method, (int)response.StatusCode, code, correlation);
            throw new ConnectorException(response.StatusCode, code, Wait(response.Headers.RetryAfter), correlation);
        }

        LogGranted(call.Method, (int)response.StatusCode, correlation);
        var said = Parse(body, ActivityFormat.Of<T>());
        return said is null && call.NeedsBody ? throw ConnectorException.Unanswered(mayHaveArrived: true, "UnreadableAnswer") : said;
    }

    /// <summary>The status has come already and says what was done; a body that breaks off or is too large does not change that.</summary>
    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or System.IO.IOException)
        {
            return [];
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool NeverArrived(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    [LoggerMessage(1030, LogLevel.Debug, "The Connector took a {Method} with {Status} (MS-CV {Correlation}).")]
    private partial void LogGranted(HttpMethod method, int status, string? correlation);

    [LoggerMessage(1031, LogLevel.Warning, "The Connector refused a {Method} with {Status} {Code} (MS-CV {Correlation}).")]
    private partial void LogRefused(HttpMethod method, int status, string? code, string? correlation);

    [LoggerMessage(1022, LogLevel.Warning, "The Connector gave no answer to a {Method}: {Reason}.")]
    private partial void LogUnanswered(HttpMethod method, string reason);
}
