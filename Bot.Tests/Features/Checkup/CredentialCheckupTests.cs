using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Bot.Features.Checkup;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Platform.Directory;
using Bot.Tests.Platform.Activities;
using Bot.Tests.Platform.Activities.Connector;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>What <c>check</c> makes of Entra's answers, from a server that gives them, and of a token's permissions.</summary>
public class CredentialCheckupTests
{
    private const string Secret = "hunter2-secret";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7000215, "CheckupTokenWrongSecret")]
    [InlineData(7000222, "CheckupTokenOldSecret")]
    [InlineData(700016, "CheckupTokenUnknownApp")]
    [InlineData(90002, "CheckupTokenUnknownTenant")]
    [InlineData(700213, "CheckupTokenNotTrusted")]
    [InlineData(50196, "CheckupTokenRefused")]
    public async Task Token_RefusedByEntra_IsSaidWithItsNumberAndTheWayOut(int number, string sentence)
    {
        await using var entra = await LoopbackServer.StartAsync(
            401, $$"""{"error":"invalid_client","error_description":"AADSTS{{number}}: of '{{Secret}}' in tenant","error_codes":[{{number}}]}""");

        var finding = await TokenAsync(entra);

        Assert.Equal((Gravity.Wrong, sentence, $"AADSTS{number}"), (finding.Gravity, finding.Words.ToString(), finding.Values[1]));
        Assert.DoesNotContain(Secret, Messages.Get(Reader.German, finding.Words, finding.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_Given_IsFine()
    {
        await using var entra = await LoopbackServer.StartAsync(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"issued"}""");

        Assert.Equal("Entra gives one, by MicrosoftAppPassword.", Said(await TokenAsync(entra)));
    }

    [Theory]
    [InlineData(403, "<html>proxy</html>")]
    [InlineData(200, "<html>proxy</html>")]
    [InlineData(200, "{}")]
    public async Task Token_SomethingElse_IsSaid(int status, string body)
    {
        await using var entra = await LoopbackServer.StartAsync(status, body);

        Assert.Equal(Sentence.CheckupTokenRefused, (await TokenAsync(entra)).Words);
    }

    [Fact]
    public void Words_WithoutAnIdentity_SayWhereItIsMissing() =>
        Assert.Equal(Sentence.CheckupTokenNoIdentity, TokenLook.Words(nameof(CredentialUnavailableException), "MicrosoftAppType UserAssignedMSI").Words);

    [Theory]
    [InlineData("", false, "Fine CheckupGraphFine")]
    [InlineData("Sites.Selected", true, "Fine CheckupGraphFine")]
    [InlineData("", true, "Wrong CheckupGraphNoSites")]
    [InlineData("Mail.Send", false, "Warning CheckupGraphWide")]
    [InlineData("Mail.Send,Calendars.ReadWrite", true, "Warning CheckupGraphWide, Wrong CheckupGraphNoSites")]
    public async Task Graph_AToken_IsReadForItsPermissions(string roles, bool storesFiles, string findings)
    {
        var options = new GraphOptions { Enabled = true, Drive = storesFiles ? "b!1" : string.Empty };
        var probe = new GraphProbe(Options.Create(options), _ => new GivenCredential(roles.Split(',', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(findings, string.Join(", ", (await new GraphLook(probe).LookAsync(Cancellation)).Select(finding => $"{finding.Gravity} {finding.Words}")));
    }

    [Fact]
    public async Task Graph_WithoutAToken_IsWrong()
    {
        var probe = new GraphProbe(Options.Create(new GraphOptions { Enabled = true }), _ => new GivenCredential(null));

        Assert.Equal(
            (Gravity.Wrong, Sentence.CheckupGraphNoToken), (await new GraphLook(probe).LookAsync(Cancellation)).Select(finding => (finding.Gravity, finding.Words)).Single());
    }

    /// <summary>Both sides of a month, and of the end.</summary>
    [Theory]
    [InlineData(31, "Fine CheckupTokenFine")]
    [InlineData(29, "Fine CheckupTokenFine, Warning CheckupCertificateEnds")]
    [InlineData(1, "Fine CheckupTokenFine, Warning CheckupCertificateEnds")]
    [InlineData(-1, "Wrong CheckupCertificateEnded")]
    public async Task Token_ByACertificate_SaysThatItEnds(int days, string findings)
    {
        await using var entra = await LoopbackServer.StartAsync(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"issued"}""");
        using var folder = new TemporaryFolder();
        var file = await CertificateAsync(folder, days);

        var found = await LooksAsync(entra, new ConnectorOptions { CertificateFile = file }, secret: string.Empty);

        Assert.Equal(findings, string.Join(", ", found.Select(finding => $"{finding.Gravity} {finding.Words}")));
        Assert.All(found, finding => Assert.Equal("Connector:CertificateFile", finding.Values[0]));
    }

    private static async Task<string> CertificateAsync(TemporaryFolder folder, int days)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-60), now.AddDays(days).AddHours(1));
        var file = Path.Combine(folder.Path, "bot.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), Cancellation);
        return file;
    }

    private static string Said(Finding finding) => Messages.Get(Reader.English, finding.Words, finding.Values);

    private static async Task<Finding> TokenAsync(LoopbackServer entra) => Assert.Single(await LooksAsync(entra, new ConnectorOptions(), Secret));

    private static async Task<IReadOnlyList<Finding>> LooksAsync(LoopbackServer entra, ConnectorOptions options, string secret)
    {
        var bot = new ActivityOptions { MicrosoftAppType = "SingleTenant", MicrosoftAppId = CheckScene.AppId, MicrosoftAppTenantId = CheckScene.Tenant, MicrosoftAppPassword = secret };
        var way = new HttpClientTransport(new LeadingHandler(new Uri(entra.Url)) { InnerHandler = new HttpClientHandler() });
        var credential = new BotCredential(bot, options, ChannelCloud.Public, way);
        await using var services = new ServiceCollection()
            .AddSingleton(credential)
            .AddSingleton<IConnectorToken>(new EntraToken(credential.Create, ChannelCloud.Public.ConnectorScope, TimeProvider.System, NullLogger<EntraToken>.Instance))
            .BuildServiceProvider();
        return await new TokenLook(services, TimeProvider.System).LookAsync(Cancellation);
    }

    /// <summary>A token with these permissions, or none.</summary>
    private sealed class GivenCredential(string[]? roles) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal("https://graph.microsoft.com/.default", Assert.Single(requestContext.Scopes));
            return roles is null
                ? throw new CredentialUnavailableException("none here")
                : new AccessToken($"{Part("{}")}.{Part($$"""{"roles":[{{string.Join(',', roles.Select(role => $"\"{role}\""))}}]}""")}.{Part("x")}", TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }
}
