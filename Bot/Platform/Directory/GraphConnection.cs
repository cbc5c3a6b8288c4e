using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Bot.Platform.Directory;

/// <summary>Makes what the bot proves with to Graph who it is. Replaced in tests, and nowhere else.</summary>
internal delegate TokenCredential GraphCredential(GraphOptions options);

/// <summary>The way to Graph: the official client, made when it is first needed, and every fault on the way as a <see cref="DirectoryException"/>.</summary>
internal sealed class GraphConnection(IOptions<GraphOptions> options, GraphCredential credential, TimeProvider time) : IDisposable
{
    /// <summary>A request with the getting of a token before it.</summary>
    private const int LimitFactor = 2;

    private static readonly TimeSpan LongestOfMany = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private HttpClient? http;
    private GraphServiceClient? client;

    /// <summary>The settings.</summary>
    public GraphOptions Options => options.Value;

    /// <summary>The usual credential: the app's secret where there is one, otherwise the managed identity.</summary>
    public static TokenCredential UsualCredential(GraphOptions options) => string.IsNullOrEmpty(options.ClientSecretFile)
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ClientId))
        : new SecretFileCredential(options);

    /// <summary>Asks Graph.</summary>
    /// <param name="ask">What.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DirectoryException">It was not done, or nobody knows.</exception>
    public Task<T> AskAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(ask, TimeSpan.FromSeconds(options.Value.TimeoutSeconds * LimitFactor), cancellationToken);

    /// <summary>The same for what takes many requests, each of them within the usual limit.</summary>
    public Task<T> AskForLongAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(ask, LongestOfMany, cancellationToken);

    private async Task<T> AskAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> ask, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(limit);
        try
        {
            return await ask(Client(), bounded.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DirectoryException(DirectoryFault.Doubtful, "Timeout", cause: late);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or IOException or UnauthorizedAccessException)
        {
            // Entra gives no token, or the file with the secret cannot be read just now.
            throw new DirectoryException(DirectoryFault.Busy, "NoToken", cause: failure);
        }
        catch (ODataError error)
        {
            throw Refused(error, error.Error?.Code);
        }
        catch (ApiException error)
        {
            throw Refused(error, null);
        }
    }

    /// <summary>The same, where a thing that is not there is an answer and no fault.</summary>
    /// <returns>Null when it is not there (any more).</returns>
    public async Task<T?> AskIfThereAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await AskAsync(ask, cancellationToken);
        }
        catch (DirectoryException missing) when (missing.Code.StartsWith("404", StringComparison.Ordinal) || missing.Code.StartsWith("410", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>The same way without a token: an address Graph hands out for an upload is a secret of its own, on another host.</summary>
    public IRequestAdapter WithoutToken()
    {
        Client();
        return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client?.Dispose();
        http?.Dispose();
    }

    /// <summary>Codes of Graph are words such as <c>ErrorAccessDenied</c>; its sentences may hold addresses and are left out.</summary>
    private static DirectoryException Refused(ApiException error, string? code) => new(
        DirectoryFault.Refused, $"{error.ResponseStatusCode} {(code is { Length: <= 60 } && code.All(char.IsAsciiLetterOrDigit) ? code : string.Empty)}".TrimEnd(), cause: null);

    private GraphServiceClient Client()
    {
        lock (gate)
        {
            return client ??= Create();
        }
    }

#pragma warning disable CA2000 // The client owns its handlers, this connection owns the client.
    private GraphServiceClient Create()
    {
        var root = options.Value.Address ?? GraphOptions.Public;
        // The client's own repeating knows neither our clock nor what is stored; GraphPatience stands in its place.
        var handlers = GraphClientFactory.CreateDefaultHandlers(new GraphClientOptions()).Where(handler => handler is not RetryHandler and not RedirectHandler).ToList();
        handlers.Add(new GraphPatience(time, TimeSpan.FromSeconds(options.Value.TimeoutSeconds)));
        var way = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10), ConnectTimeout = TimeSpan.FromSeconds(10) };
        http = GraphClientFactory.Create(handlers, finalHandler: way);
        http.Timeout = Timeout.InfiniteTimeSpan;
        var authentication = new AzureIdentityAuthenticationProvider(
            credential(options.Value), [root.Host], observabilityOptions: null, isCaeEnabled: true, GraphOptions.Public.AbsoluteUri + ".default");
        return new GraphServiceClient(http, authentication, root.AbsoluteUri.TrimEnd('/') + "/v1.0");
    }
#pragma warning restore CA2000
}
