using System;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Bot.Platform.Activities.Connector.Credentials;

/// <summary>What the bot proves with who it is, as its registration and the settings say.</summary>
/// <param name="bot">The registration.</param>
/// <param name="options">The settings, validated: exactly one credential where one is needed.</param>
/// <param name="cloud">Whose Entra is asked.</param>
/// <param name="transport">The way to it; null for the network.</param>
internal sealed class BotCredential(ActivityOptions bot, ConnectorOptions options, ChannelCloud cloud, HttpPipelineTransport? transport)
{
    /// <summary>Whether there is anything to prove with. Without, which the validator allows in Development only, no token is sent.</summary>
    public bool IsGiven => bot.MicrosoftAppId.Length > 0
        && (BotAppType.IsManagedIdentity(bot) || bot.MicrosoftAppPassword.Length > 0 || !string.IsNullOrEmpty(options.CertificateFile)
            || !string.IsNullOrEmpty(options.CertificateThumbprint) || !string.IsNullOrEmpty(options.FederatedClientId));

    /// <summary>The setting that says what it is proven with; null where nothing does.</summary>
    public string? Setting => !IsGiven ? null
        : BotAppType.IsManagedIdentity(bot) ? nameof(ActivityOptions.MicrosoftAppType) + " UserAssignedMSI"
        : bot.MicrosoftAppPassword.Length > 0 ? nameof(ActivityOptions.MicrosoftAppPassword)
        : $"{ConnectorOptions.Section}:" + (!string.IsNullOrEmpty(options.CertificateFile) ? nameof(options.CertificateFile)
            : !string.IsNullOrEmpty(options.CertificateThumbprint) ? nameof(options.CertificateThumbprint) : nameof(options.FederatedClientId));

    /// <summary>When the certificate that is in place now ends; null where the bot proves with something else who it is.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be read.</exception>
    /// <exception cref="System.IO.IOException">The file is not there.</exception>
    public DateTimeOffset? CertificateEnds()
    {
        if (BotAppType.IsManagedIdentity(bot) || bot.MicrosoftAppPassword.Length > 0)
        {
            return null;
        }

        using var certificate = BotCertificate.Load(options);
        return certificate is null ? null : new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
    }

    /// <summary>A new one, which remembers no token and has read the certificate just now.</summary>
    public TokenCredential Create()
    {
        if (BotAppType.IsManagedIdentity(bot))
        {
            return ManagedIdentity(bot.MicrosoftAppId);
        }

        var tenant = BotAppType.TenantOf(bot, cloud);
        if (bot.MicrosoftAppPassword.Length > 0)
        {
            return new ClientSecretCredential(tenant, bot.MicrosoftAppId, bot.MicrosoftAppPassword, Reaching(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));
        }

        if (BotCertificate.Load(options) is { } certificate)
        {
            return new ClientCertificateCredential(
                tenant, bot.MicrosoftAppId, certificate, Reaching(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }));
        }

        var identity = ManagedIdentity(options.FederatedClientId ?? string.Empty);
        return new ClientAssertionCredential(
            tenant, bot.MicrosoftAppId, cancellationToken => AssertionAsync(identity, cancellationToken),
            Reaching(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = true }));
    }

    /// <summary>The identity's own token is the assertion.</summary>
    private async Task<string> AssertionAsync(TokenCredential identity, CancellationToken cancellationToken)
    {
        var audience = options.FederatedAudience?.OriginalString ?? AudienceOf(cloud);
        var token = await identity.GetTokenAsync(new TokenRequestContext([audience + "/.default"]), cancellationToken);
        return token.Token;
    }

    /// <remarks>Source: Entra documentation, "Configure an application to trust a managed identity": each cloud has an audience of its own.</remarks>
    private static string AudienceOf(ChannelCloud cloud) => cloud.LoginHost.Host switch
    {
        "login.microsoftonline.us" => "api://AzureADTokenExchangeUSGov",
        "login.partner.microsoftonline.cn" => "api://AzureADTokenExchangeChina",
        _ => "api://AzureADTokenExchange",
    };

    private ManagedIdentityCredential ManagedIdentity(string clientId) =>
        new(Reaching(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId))));

    /// <summary>The authority is one of the known clouds, never something that came over the wire, so there is no need to have it looked up first.</summary>
    private T Reaching<T>(T credentialOptions)
        where T : TokenCredentialOptions
    {
        credentialOptions.AuthorityHost = cloud.LoginHost;
        if (transport is not null)
        {
            credentialOptions.Transport = transport;
        }

        return credentialOptions;
    }
}
