using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Core.Pipeline;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector.Credentials;

/// <summary>What is asked of Entra, checked against its documented contract: <c>client_credentials</c> of the Microsoft identity platform, version 2.0, and
/// the identity endpoint of App Service.</summary>
public sealed class BotCredentialTests : IDisposable
{
    private const string AppId = "22222222-2222-2222-2222-222222222222";
    private const string OwnTenant = "33333333-3333-3333-3333-333333333333";
    private const string IdentityId = "44444444-4444-4444-4444-444444444444";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("SingleTenant", "Public", "login.microsoftonline.com", OwnTenant, "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "Public", "login.microsoftonline.com", "botframework.com", "https://api.botframework.com/.default")]
    [InlineData("", "Gcc", "login.microsoftonline.com", "botframework.com", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "GccHigh", "login.microsoftonline.us", "MicrosoftServices.onmicrosoft.us", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "Dod", "login.microsoftonline.us", OwnTenant, "https://api.botframework.us/.default")]
    [InlineData("MultiTenant", "China", "login.partner.microsoftonline.cn", "microsoftservices.partner.onmschina.cn", "https://api.botframework.azure.cn/.default")]
    public async Task Secret_OfEachKindOfBotInEachCloud_AsksTheRightTenantForTheRightScope(string type, string cloud, string host, string tenant, string scope)
    {
        await using var entra = await EntraAsync();
        var bot = Bot(type, secret: "hunter2");

        Assert.Equal("issued", await AskAsync(entra, bot, new ConnectorOptions(), ChannelCloud.Named(cloud)!));

        var asked = entra.Single;
        Assert.Equal(("POST", $"/{tenant}/oauth2/v2.0/token".ToUpperInvariant()), (asked.Method, asked.Target.Split('?')[0].ToUpperInvariant()));
        Assert.Equal("https://" + host, asked.Headers[LeadingHandler.MeantFor]);
        Assert.StartsWith("application/x-www-form-urlencoded", asked.Headers["Content-Type"], StringComparison.Ordinal);
        var form = Form(asked);
        Assert.Equal(("client_credentials", AppId, "hunter2"), (form["grant_type"], form["client_id"], form["client_secret"]));
        Assert.Contains(scope, form["scope"].Split(' '));
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("pfx with password")]
    [InlineData("pem")]
    [InlineData("pem with password")]
    public async Task Certificate_OfEachKindOfFile_SignsAnAssertionEntraCanCheck(string kind)
    {
        await using var entra = await EntraAsync();
        using var certificate = Certificate();
        var options = await WriteAsync(certificate, kind);

        Assert.Equal("issued", await AskAsync(entra, Bot("SingleTenant"), options, ChannelCloud.Public));

        var form = Form(entra.Single);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        CheckAssertion(form["client_assertion"], certificate);
    }

    /// <summary>Source: Entra documentation, "Microsoft identity platform application authentication certificate credentials".</summary>
    private static void CheckAssertion(string assertion, X509Certificate2 certificate)
    {
        var parts = assertion.Split('.');
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        var algorithm = header.RootElement.GetProperty("alg").GetString();
        var thumbprint = header.RootElement.TryGetProperty("x5t#S256", out var modern)
            ? (modern.GetString(), certificate.GetCertHash(HashAlgorithmName.SHA256))
            : (header.RootElement.GetProperty("x5t").GetString(), certificate.GetCertHash());
        Assert.Equal(Base64Url.EncodeToString(thumbprint.Item2), thumbprint.Item1);
        Assert.Equal((AppId, AppId), (claims.RootElement.GetProperty("iss").GetString(), claims.RootElement.GetProperty("sub").GetString()));
        Assert.Equal($"https://login.microsoftonline.com/{OwnTenant}/oauth2/v2.0/token", claims.RootElement.GetProperty("aud").GetString());
        Assert.True(Moment(claims, "exp") > Moment(claims, "nbf"));
        using var key = certificate.GetRSAPublicKey()!;
        var padding = algorithm is "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding));
    }

    private static long Moment(JsonDocument claims, string claim) =>
        long.Parse(claims.RootElement.GetProperty(claim).ToString(), System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Certificate_ReplacedWhileTheBotRuns_IsUsedForTheNextToken()
    {
        await using var entra = await EntraAsync();
        using var first = Certificate();
        using var second = Certificate();
        var options = await WriteAsync(first, "pem");
        var credential = new BotCredential(Bot("SingleTenant"), options, ChannelCloud.Public, Transport(entra));
        await AskAsync(credential);
        await WriteAsync(second, "pem");

        await AskAsync(credential);

        CheckAssertion(Form(entra.Requests[1])["client_assertion"], second);
    }

    [Fact]
    public async Task Certificate_ThatEndsSoon_IsSaidInTheLogOnceADay()
    {
        using var certificate = Certificate();
        var options = await WriteAsync(certificate, "pem");
        var time = new SettableTime(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        using var log = new LogLines();
        using var factory = new LoggerFactory([log]);
        var term = new CertificateTerm(new BotCredential(Bot("SingleTenant"), options, ChannelCloud.Public, null), time, new Logger<CertificateTerm>(factory));

        term.Create();
        term.Create();
        time.Now += Duration.FromDays(1);
        term.Create();

        Assert.Equal(2, log.Everything.Split('\n').Count(line => line.Contains("ends at", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ManagedIdentity_OnAppService_AsksItsEndpointForTheChannelAndThisIdentity()
    {
        await using var identity = await IdentityAsync();
        using var place = new IdentityPlace(identity.Url);

        Assert.Equal("identity1", await AskAsync(identity, Bot("UserAssignedMSI"), new ConnectorOptions(), ChannelCloud.Public));

        CheckIdentityRequest(identity.Single, "https://api.botframework.com", AppId);
    }

    [Fact]
    public async Task ManagedIdentity_TokenRefused_IsAskedAnewPastTheCacheOfTheProcess()
    {
        await using var identity = await IdentityAsync();
        using var place = new IdentityPlace(identity.Url);
        var credential = new BotCredential(Bot("UserAssignedMSI", id: Guid.NewGuid().ToString()), new ConnectorOptions(), ChannelCloud.Public, Transport(identity));
        var token = new EntraToken(credential.Create, ChannelCloud.Public.ConnectorScope, TimeProvider.System, NullLogger<EntraToken>.Instance);
        var first = await token.GetAsync(Token);
        token.Drop(first!);

        Assert.NotEqual(first, await token.GetAsync(Token));
        Assert.Equal(2, identity.Requests.Count);
    }

    [Theory]
    [InlineData("Public", null, "api://AzureADTokenExchange")]
    [InlineData("GccHigh", null, "api://AzureADTokenExchangeUSGov")]
    [InlineData("China", null, "api://AzureADTokenExchangeChina")]
    [InlineData("Public", "api://Own", "api://Own")]
    public async Task FederatedIdentity_ItsToken_IsTheAssertion(string cloud, string? audience, string asked)
    {
        await using var entra = await LoopbackServer.StartAsync(async response =>
        {
            response.ContentType = "application/json";
            await response.WriteAsync(response.HttpContext.Request.Method == "GET"
                ? Identity("identity1")
                : """{"token_type":"Bearer","expires_in":3599,"access_token":"issued"}""");
        });
        using var place = new IdentityPlace(entra.Url);
        var options = new ConnectorOptions { FederatedClientId = IdentityId, FederatedAudience = audience is null ? null : new Uri(audience) };

        Assert.Equal("issued", await AskAsync(entra, Bot("SingleTenant"), options, ChannelCloud.Named(cloud)!));

        // The process keeps a managed identity's token, so that a second run of the same case may find it.
        foreach (var request in entra.Requests.Where(request => request.Method == "GET"))
        {
            CheckIdentityRequest(request, asked, IdentityId);
        }

        var form = Form(entra.Requests.Single(request => request.Method == "POST"));
        Assert.Equal(("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "identity1", AppId), (form["client_assertion_type"], form["client_assertion"], form["client_id"]));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("SingleTenant", false)]
    [InlineData("UserAssignedMSI", true)]
    public void IsGiven_WithoutAnySetting_OnlyForAManagedIdentity(string type, bool given) =>
        Assert.Equal(given, new BotCredential(Bot(type), new ConnectorOptions(), ChannelCloud.Public, null).IsGiven);

    [Fact]
    public async Task Secret_RefusedByEntra_IsToldByNumberOnly()
    {
        await using var entra = await LoopbackServer.StartAsync(401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret 'hunter2'."}""");
        var credential = new BotCredential(Bot("SingleTenant", secret: "hunter2"), new ConnectorOptions(), ChannelCloud.Public, Transport(entra));
        var token = new EntraToken(credential.Create, ChannelCloud.Public.ConnectorScope, TimeProvider.System, NullLogger<EntraToken>.Instance);

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => token.GetAsync(Token).AsTask());

        Assert.Contains("AADSTS7000215", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown.ToString(), StringComparison.Ordinal);
    }

    private static void CheckIdentityRequest(WireRequest request, string resource, string clientId)
    {
        var query = QueryHelpers.ParseQuery(request.Target[request.Target.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.Equal(("GET", "/msi/token"), (request.Method, request.Target.Split('?')[0]));
        Assert.Equal((resource, clientId), (query["resource"].ToString(), query["client_id"].ToString()));
        Assert.Equal("header-secret", request.Headers["X-IDENTITY-HEADER"]);
    }

    private static ActivityOptions Bot(string type, string secret = "", string id = AppId) => new()
    {
        MicrosoftAppType = type, MicrosoftAppId = id, MicrosoftAppPassword = secret, MicrosoftAppTenantId = type is "SingleTenant" ? OwnTenant : string.Empty,
    };

    private static Task<LoopbackServer> EntraAsync() => LoopbackServer.StartAsync(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"issued"}""");

    private static Task<LoopbackServer> IdentityAsync()
    {
        var number = 0;
        return LoopbackServer.StartAsync(async response =>
        {
            response.ContentType = "application/json";
            await response.WriteAsync(Identity($"identity{++number}"));
        });
    }

    private static string Identity(string token) =>
        "{\"access_token\":\"" + token + "\",\"expires_on\":\"" + TimeProvider.System.GetUtcNow().AddHours(24).ToUnixTimeSeconds()
        + "\",\"resource\":\"r\",\"token_type\":\"Bearer\",\"client_id\":\"" + AppId + "\"}";

    private static Task<string> AskAsync(LoopbackServer server, ActivityOptions bot, ConnectorOptions options, ChannelCloud cloud) =>
        AskAsync(new BotCredential(bot, options, cloud, Transport(server)), cloud.ConnectorScope);

    private static async Task<string> AskAsync(BotCredential credential, string scope = "https://api.botframework.com/.default") =>
        (await credential.Create().GetTokenAsync(new TokenRequestContext([scope]), Token)).Token;

    private static HttpClientTransport Transport(LoopbackServer server) =>
        new(new LeadingHandler(new Uri(server.Url)) { InnerHandler = new HttpClientHandler() });

    private static Dictionary<string, string> Form(WireRequest request) =>
        QueryHelpers.ParseQuery(request.Body).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task<ConnectorOptions> WriteAsync(X509Certificate2 certificate, string kind)
    {
        var password = kind.EndsWith("password", StringComparison.Ordinal) ? "öffne mich" : null;
        var file = folder.File(kind.StartsWith("pfx", StringComparison.Ordinal) ? "bot.pfx" : "bot.pem");
        if (kind.StartsWith("pfx", StringComparison.Ordinal))
        {
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, password), Token);
        }
        else
        {
            using var key = certificate.GetRSAPrivateKey()!;
            var pem = password is null
                ? key.ExportPkcs8PrivateKeyPem()
                : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + pem + "\n", Token);
        }

        await File.WriteAllTextAsync(folder.File("password"), password + "\n", Token);
        return new ConnectorOptions { CertificateFile = file, CertificatePasswordFile = password is null ? null : folder.File("password") };
    }

    /// <summary>Makes the process believe that it runs in App Service.</summary>
    private sealed class IdentityPlace : IDisposable
    {
        public IdentityPlace(string url)
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", url + "/msi/token");
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", "header-secret");
        }

        public void Dispose()
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }
    }
}
