using System;
using System.Collections.Frozen;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Authentication;

/// <summary>The two documents in which the channel publishes its keys: the metadata, and the keys it points to.</summary>
/// <remarks>Over https only, in Development also over http from this machine; no redirects, no cookies, no compression.</remarks>
internal sealed class KeyDocuments(IOptions<ActivityOptions> options, IHostEnvironment environment) : IDisposable
{
    /// <summary>Longest document that is read, in bytes. The channel's own have some ten thousand.</summary>
    public const int LongestDocument = 512 * 1024;

    private readonly Uri metadata = options.Value.ChannelMetadata();

    /// <summary>Where the metadata is.</summary>
    public Uri Metadata => metadata;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = LongestDocument,
    };

    /// <summary>Whether a document may be fetched from there.</summary>
    public static bool IsAllowed(Uri address, IHostEnvironment environment) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment());

    /// <summary>Fetches both.</summary>
    /// <returns>At least one key, by <c>kid</c>.</returns>
    /// <exception cref="HttpRequestException">Out of reach, not 200, or too long.</exception>
    /// <exception cref="OperationCanceledException">Took longer than five seconds for one document.</exception>
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="InvalidDataException">No keys in it, or the keys are said to be where they may not be fetched from.</exception>
    public Task<FrozenDictionary<string, ChannelKey>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(_ => { }, cancellationToken);

    /// <summary>The same, and tells what time it is where they are published.</summary>
    /// <param name="served">Told of each answer that bears a date, good or not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<FrozenDictionary<string, ChannelKey>> ReadAsync(Action<DateTimeOffset> served, CancellationToken cancellationToken)
    {
        using var description = await GetAsync(metadata, served, cancellationToken);
        using var keys = await GetAsync(AddressOfKeys(description.RootElement), served, cancellationToken);
        return ChannelKey.ReadAll(keys.RootElement) is { Count: > 0 } read ? read : throw new InvalidDataException("The keys document holds no RSA key for signatures.");
    }

    public void Dispose() => http.Dispose();

    private static Uri AddressOfKeys(JsonElement description) =>
        description.ValueKind is JsonValueKind.Object
        && description.TryGetProperty("jwks_uri", out var address) && address.ValueKind is JsonValueKind.String
        && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidDataException("The metadata names no address of the keys.");

    private async Task<JsonDocument> GetAsync(Uri address, Action<DateTimeOffset> served, CancellationToken cancellationToken)
    {
        if (!IsAllowed(address, environment))
        {
            throw new InvalidDataException("The keys may not be fetched from there: " + address.GetLeftPart(UriPartial.Authority));
        }

        using var answer = await http.GetAsync(address, cancellationToken);
        if (answer.Headers.Date is { } date)
        {
            served(date);
        }

        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
