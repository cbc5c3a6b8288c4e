using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Files;

/// <summary>Puts a file where somebody wants it, in their OneDrive. Never sends the bot's token: the address itself is the permission.</summary>
internal sealed class FileUpload : IDisposable
{
    /// <summary>The largest file in bytes; OneDrive takes up to 60 MB in one piece, and the bot makes lists.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private readonly string[] domains;
    private readonly bool loopbackAllowed;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public FileUpload(IOptions<ActivityOptions> activities, IOptions<UploadOptions> options, IHostEnvironment environment)
    {
        domains = [DomainOf(ChannelCloud.Of(activities.Value)), .. options.Value.UploadDomains];
        loopbackAllowed = environment.IsDevelopment();
    }

    /// <summary>https at its own port, a host below one of the domains, no user name or fragment; in Development also this machine, at any port.</summary>
    public bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "" } && (IsListed(uri) || IsThisMachine(uri));

    /// <summary>Puts the file there.</summary>
    /// <exception cref="ArgumentException">The address is not allowed, or the file is empty or larger than <see cref="Largest"/>.</exception>
    /// <exception cref="HttpRequestException">It was not taken.</exception>
    public async Task PutAsync(string url, byte[] content, CancellationToken cancellationToken)
    {
        if (!IsAllowed(url))
        {
            throw new ArgumentException("The address is not on the list of domains the bot may put files at.", nameof(url));
        }

        if (content.Length is 0 or > Largest)
        {
            throw new ArgumentException($"A file has 1 to {Largest} bytes.", nameof(content));
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            // The address is a permission, so it is not named.
            throw new HttpRequestException($"The upload was answered with {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    public void Dispose() => http.Dispose();

    private bool IsListed(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && domains.Any(domain => uri.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    private bool IsThisMachine(Uri uri) => loopbackAllowed && uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Where OneDrive and SharePoint live in each cloud.</summary>
    private static string DomainOf(ChannelCloud? cloud) => cloud?.Name switch
    {
        "GccHigh" => "sharepoint.us",
        "Dod" => "sharepoint-mil.us",
        "China" => "sharepoint.cn",
        _ => "sharepoint.com",
    };
}
