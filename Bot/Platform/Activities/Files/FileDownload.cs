using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Files;

/// <summary>Fetches a file that somebody has sent in 1:1. Never sends the bot's token: the address itself is the permission, for some minutes, so it is not named anywhere.</summary>
internal sealed class FileDownload(FileUpload places) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Fetches it.</summary>
    /// <param name="url">Where it is; only what <see cref="FileUpload.IsAllowed"/>.</param>
    /// <param name="largest">Most bytes; fetching ends as soon as there are more.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when it is larger.</returns>
    /// <exception cref="ArgumentException">The address is not allowed.</exception>
    /// <exception cref="HttpRequestException">It was not given; also for an address that leads elsewhere.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    public async Task<byte[]?> GetAsync(string url, int largest, CancellationToken cancellationToken)
    {
        if (!places.IsAllowed(url))
        {
            throw new ArgumentException("The address is not on the list of domains the bot may fetch files from.", nameof(url));
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(http.Timeout);
        using var response = await http.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (response.StatusCode is not System.Net.HttpStatusCode.OK)
        {
            throw new HttpRequestException($"The download was answered with {(int)response.StatusCode}.", null, response.StatusCode);
        }

        return response.Content.Headers.ContentLength > largest ? null : await ReadAsync(response.Content, largest, patience.Token);
    }

    public void Dispose() => http.Dispose();

    private static async Task<byte[]?> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var file = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while (file.Length <= largest && (read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            file.Write(buffer, 0, read);
        }

        return file.Length > largest ? null : file.ToArray();
    }
}
