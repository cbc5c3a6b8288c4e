using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>The Connector over HTTP, with one pool of connections for the whole process.</summary>
internal sealed class ConnectorClient(ServiceUrls serviceUrls, IConnectorToken token, TimeProvider time) : IConnectorClient, IDisposable
{
    private const string MsCvHeader = "MS-CV";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    public async Task<string?> SendToConversationAsync(
        string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities");
        request.Content = Body(activity);
        var sent = await SendAsync<ResourceResponse>(request, cancellationToken);
        return string.IsNullOrEmpty(sent?.Id) ? null : sent.Id;
    }

    public async Task UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}");
        request.Content = Body(activity);
        await SendAsync<ResourceResponse>(request, cancellationToken);
    }

    public async Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Delete, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}");
        await SendAsync<ResourceResponse>(request, cancellationToken);
    }

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, serviceUrl, "/v3/conversations");
        request.Content = Body(parameters);
        return await SendAsync<ConversationResourceResponse>(request, cancellationToken) ?? new ConversationResourceResponse();
    }

    public async Task<PagedMembersResult> GetPagedMembersAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var next = continuationToken is null ? string.Empty : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        var size = pageSize.ToString(CultureInfo.InvariantCulture);
        using var request = Request(HttpMethod.Get, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/pagedmembers?pageSize={size}{next}");
        return await SendAsync<PagedMembersResult>(request, cancellationToken) ?? new PagedMembersResult();
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string serviceUrl, string path) =>
        serviceUrls.IsAllowed(serviceUrl)
            ? new HttpRequestMessage(method, serviceUrl.TrimEnd('/') + path)
            : throw new ArgumentException("The service address is not on the list of hosts the bot may call.", nameof(serviceUrl));

    private async Task<T?> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
        where T : class
    {
        if (await token.GetAsync(cancellationToken) is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode ? Parse(body, ActivityFormat.Of<T>()) : throw Failure(response, body);
    }

    private ConnectorException Failure(HttpResponseMessage response, byte[] body) => new(
        response.StatusCode,
        Parse(body, ActivityFormat.Of<ErrorResponse>())?.Error?.Code,
        Wait(response.Headers.RetryAfter),
        response.Headers.TryGetValues(MsCvHeader, out var values) ? values.FirstOrDefault() : null);

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Null for an empty body or one that is not what was promised: the status alone says whether the service did it.</summary>
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

    private static ByteArrayContent Body<T>(T content) => new(JsonSerializer.SerializeToUtf8Bytes(content, ActivityFormat.Of<T>()))
    {
        Headers = { ContentType = Json },
    };

    /// <summary>One part of the path. Ids hold colons, semicolons and at signs; dots alone would climb out of it.</summary>
    private static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
    }
}
