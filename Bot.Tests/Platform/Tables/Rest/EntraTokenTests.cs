using System;
using System.Buffers.Text;
using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bot.Tests.Platform.Tables.Rest;

/// <summary>An Entra token instead of a key, against an Azurite that speaks https and reads issuer, audience and dates of tokens.</summary>
public sealed class EntraTokenTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Submit_WithTokenForStorage_IsAccepted()
    {
        var (peer, endpoint) = await StartAsync();
        await using var azurite = peer;
        var credential = new TestCredential("https://storage.azure.com");
        var store = Open(endpoint, credential);
        await store.CreateTableIfNotExistsAsync("Entra", Cancellation);

        var result = await store.SubmitTransactionAsync("Entra", [TableTransactionAction.Add(new TableEntity("o'clock", "ä"))], Cancellation);

        Assert.IsType<TransactionResult.Committed>(result);
        Assert.NotNull(await store.GetEntityIfExistsAsync("Entra", "o'clock", "ä", Cancellation));
        Assert.Equal("https://storage.azure.com/.default", credential.AskedScope);
    }

    [Fact]
    public async Task AnyCall_WithTokenForAnotherAudience_ThrowsWithTheServicesCode()
    {
        var (peer, endpoint) = await StartAsync();
        await using var azurite = peer;
        var store = Open(endpoint, new TestCredential("https://graph.microsoft.com"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => store.CreateTableIfNotExistsAsync("Entra", Cancellation));

        Assert.Equal((403, "AuthenticationFailed"), (refused.Status, refused.ErrorCode));
    }

    private static RestTableStore Open(Uri endpoint, TokenCredential credential)
    {
#pragma warning disable MA0039 // The certificate is made by this test and signed by nobody.
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
#pragma warning restore MA0039
        var options = new TableClientOptions { Transport = new HttpClientTransport(handler) };
        return new RestTableStore(endpoint, credential, options, NullLogger<RestTableStore>.Instance);
    }

    private async Task<(NodePeer Peer, Uri Endpoint)> StartAsync()
    {
        await NodePeers.RequireAsync(Cancellation);
        await WriteCertificateAsync();
        var port = NodePeers.FreePort();
        var peer = NodePeers.Start(
            "node_modules/azurite/dist/src/table/main.js",
            ["--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--tablePort", $"{port}",
                "--oauth", "basic", "--cert", folder.File("cert.pem"), "--key", folder.File("key.pem")]);
        await peer.WaitForOutputAsync("successfully started", Cancellation);
        return (peer, new Uri($"https://127.0.0.1:{port}/devstoreaccount1"));
    }

    private async Task WriteCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(folder.File("cert.pem"), certificate.ExportCertificatePem(), Cancellation);
        await File.WriteAllTextAsync(folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem(), Cancellation);
    }

    /// <summary>Gives a token as Entra would, signed by nobody: the emulator reads it without checking the signature.</summary>
    private sealed class TestCredential(string audience) : TokenCredential
    {
        public string? AskedScope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            AskedScope = Assert.Single(requestContext.Scopes);
            var now = TimeProvider.System.GetUtcNow();
            var expires = now.AddHours(1);
            var claims = $$"""{"aud":"{{audience}}","iss":"https://sts.windows.net/00000000-0000-0000-0000-000000000001/","nbf":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"iat":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"exp":{{expires.ToUnixTimeSeconds()}}}""";
            return new AccessToken($"{Encode("""{"typ":"JWT","alg":"RS256"}""")}.{Encode(claims)}.{Encode("no signature")}", expires);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
