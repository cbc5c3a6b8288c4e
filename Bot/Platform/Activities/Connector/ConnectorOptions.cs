using System;
using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Activities.Connector;

/// <summary>How the bot proves to the Connector who it is, where its registration alone does not say, and how fast it speaks.</summary>
/// <remarks>With app type UserAssignedMSI nothing of it is needed. The other types need exactly one of: <see cref="ActivityOptions.MicrosoftAppPassword"/>, a certificate,
/// a federated identity.</remarks>
internal sealed class ConnectorOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Connector";

    /// <summary>A PFX file, or a PEM file with certificate and key. Read anew for every token, so that it can be replaced while the bot runs.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>A file that holds nothing but the password of <see cref="CertificateFile"/>; without it the file has none.</summary>
    public string? CertificatePasswordFile { get; set; }

    /// <summary>SHA-1 thumbprint of a certificate in the user's or the machine's store, 40 hexadecimal digits.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Client id of the user-assigned managed identity the app registration trusts by a federated credential, a GUID.</summary>
    public string? FederatedClientId { get; set; }

    /// <summary>The audience of that identity's token; without it the one of the bot's cloud.</summary>
    public Uri? FederatedAudience { get; set; }

    /// <summary>Calls a second to one tenant, answers and broadcasts together; with several instances their share.</summary>
    [Range(2, 50)]
    public int TenantPerSecond { get; set; } = 30;

    /// <summary>How many of them broadcasts never use.</summary>
    [Range(1, 25)]
    public int AnswersPerSecond { get; set; } = 3;

    /// <summary>How many recipients of one announcement are told at the same time.</summary>
    [Range(1, 200)]
    public int InFlight { get; set; } = 32;
}
