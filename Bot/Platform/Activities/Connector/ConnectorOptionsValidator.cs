using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Bot.Platform.Activities.Connector.Credentials;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Connector;

[OptionsValidator]
internal sealed partial class ConnectorOptionsRanges : IValidateOptions<ConnectorOptions>;

/// <summary>Stops the start when the bot could not speak, or when it is not plain with which credential. No message shows a secret.</summary>
internal sealed class ConnectorOptionsValidator(IOptions<ActivityOptions> bot, IHostEnvironment environment) : IValidateOptions<ConnectorOptions>
{
    private const string Password = nameof(ActivityOptions.MicrosoftAppPassword);

    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        if (Bot is not { } registered)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = CredentialFaults(registered, options).Concat(ShapeFaults(options)).Concat(CertificateFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Null when the registration itself is wrong: that is told once, by its own validator.</summary>
    private ActivityOptions? Bot
    {
        get
        {
            try
            {
                return bot.Value;
            }
            catch (OptionsValidationException)
            {
                return null;
            }
        }
    }

    private IEnumerable<string> CredentialFaults(ActivityOptions registered, ConnectorOptions options)
    {
        var given = Given(registered, options).ToList();
        if (registered.MicrosoftAppId.Length == 0)
        {
            return given.Count == 0 ? [] : [$"{string.Join(" and ", given)} is set, but MicrosoftAppId, which it belongs to, is not."];
        }

        if (BotAppType.IsManagedIdentity(registered))
        {
            return given.Count == 0 ? [] : [$"{string.Join(" and ", given)} is set, but MicrosoftAppType UserAssignedMSI needs none and would not use it."];
        }

        return given.Count switch
        {
            0 when environment.IsDevelopment() => [],
            0 => [$"The bot has no credential to speak with. Set one of {Password}, {Key(nameof(options.CertificateFile))}, "
                + $"{Key(nameof(options.CertificateThumbprint))}, {Key(nameof(options.FederatedClientId))}, or MicrosoftAppType UserAssignedMSI."],
            1 => [],
            _ => [$"{string.Join(" and ", given)} are all set; set only one of them."],
        };
    }

    private static IEnumerable<string> Given(ActivityOptions registered, ConnectorOptions options)
    {
        if (registered.MicrosoftAppPassword.Length > 0)
        {
            yield return Password;
        }

        if (!string.IsNullOrEmpty(options.CertificateFile))
        {
            yield return Key(nameof(options.CertificateFile));
        }

        if (!string.IsNullOrEmpty(options.CertificateThumbprint))
        {
            yield return Key(nameof(options.CertificateThumbprint));
        }

        if (!string.IsNullOrEmpty(options.FederatedClientId))
        {
            yield return Key(nameof(options.FederatedClientId));
        }
    }

    private static IEnumerable<string> ShapeFaults(ConnectorOptions options)
    {
        if (!string.IsNullOrEmpty(options.CertificatePasswordFile) && string.IsNullOrEmpty(options.CertificateFile))
        {
            yield return $"{Key(nameof(options.CertificatePasswordFile))} is set, but {Key(nameof(options.CertificateFile))}, which it belongs to, is not.";
        }

        if (!string.IsNullOrEmpty(options.FederatedClientId) && !Guid.TryParseExact(options.FederatedClientId, "D", out _))
        {
            yield return $"{Key(nameof(options.FederatedClientId))} is not a GUID.";
        }

        if (options.FederatedAudience is not null && string.IsNullOrEmpty(options.FederatedClientId))
        {
            yield return $"{Key(nameof(options.FederatedAudience))} is set, but {Key(nameof(options.FederatedClientId))}, which it belongs to, is not.";
        }

        if (options.FederatedAudience is { IsAbsoluteUri: false })
        {
            yield return $"{Key(nameof(options.FederatedAudience))} is no address such as api://AzureADTokenExchange.";
        }

        if (options.AnswersPerSecond >= options.TenantPerSecond)
        {
            yield return $"{Key(nameof(options.AnswersPerSecond))} leaves nothing of {Key(nameof(options.TenantPerSecond))} to broadcasts.";
        }
    }

    /// <summary>Opens the certificate once, so that a wrong path or password is told at the start and not with the first message.</summary>
    private static IEnumerable<string> CertificateFaults(ConnectorOptions options)
    {
        var key = Key(string.IsNullOrEmpty(options.CertificateFile) ? nameof(options.CertificateThumbprint) : nameof(options.CertificateFile));
        string? fault = null;
        try
        {
            using var certificate = BotCertificate.Load(options);
            fault = certificate is null || certificate.HasPrivateKey ? null : $"{key}: the certificate has no private key.";
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = $"{key} cannot be used as a certificate with its key: {failure.GetType().Name}. Is the path right, and the password?";
        }

        return fault is null ? [] : [fault];
    }

    private static string Key(string property) => $"{ConnectorOptions.Section}:{property}";
}
