using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Platform.Activities;

/// <summary>Who the bot is to the channel, and whom it answers.</summary>
/// <remarks>The official keys stand at the root of the configuration, where Azure and the tools put them; the rest in section
/// <see cref="Section"/>.</remarks>
internal sealed class ActivityOptions
{
    public const string Section = "Bot";

    /// <summary>Keys read from the root of the configuration.</summary>
    public static IReadOnlyList<string> OfficialKeys { get; } =
    [
        nameof(MicrosoftAppType), nameof(MicrosoftAppId), nameof(MicrosoftAppPassword), nameof(MicrosoftAppTenantId), nameof(ChannelService),
        nameof(ToBotFromChannelOpenIdMetadataUrl), nameof(ToBotFromChannelTokenIssuer),
    ];

    /// <summary><c>MultiTenant</c> (also when empty), <c>SingleTenant</c> or <c>UserAssignedMSI</c>. What comes in is the same for all three; it matters
    /// for the bot's own token.</summary>
    public string MicrosoftAppType { get; set; } = string.Empty;

    /// <summary>The bot's app registration, a GUID. Empty only in Development.</summary>
    public string MicrosoftAppId { get; set; } = string.Empty;

    /// <summary>The app registration's secret; none with a managed identity.</summary>
    public string MicrosoftAppPassword { get; set; } = string.Empty;

    /// <summary>The app registration's tenant, a GUID. Also the one tenant the bot answers to where <see cref="Tenants"/> names none.</summary>
    public string MicrosoftAppTenantId { get; set; } = string.Empty;

    /// <summary>Which cloud the bot is registered in: empty for the public one, otherwise <see cref="ChannelCloud.ChannelService"/>. It cannot tell
    /// GCC and DoD from their neighbours; <see cref="Cloud"/> can.</summary>
    public string ChannelService { get; set; } = string.Empty;

    /// <summary>Name of one of <see cref="ChannelCloud.All"/>; empty to go by <see cref="ChannelService"/>.</summary>
    public string Cloud { get; set; } = string.Empty;

    /// <summary>Hosts of the Connector, whole names, on top of those of the cloud.</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Where the channel's keys are described; empty for the cloud's own address.</summary>
    public string ToBotFromChannelOpenIdMetadataUrl { get; set; } = string.Empty;

    /// <summary>Who signs the channel's tokens; empty for the cloud's own name.</summary>
    public string ToBotFromChannelTokenIssuer { get; set; } = string.Empty;

    /// <summary>Channels the bot takes activities from; Teams alone when empty. A channel that names no tenant is refused all the same.</summary>
    public IList<string> Channels { get; } = [];

    /// <summary>Tenants in whose Teams the bot answers, GUIDs; <see cref="MicrosoftAppTenantId"/> alone when empty. A guest acts in the tenant of the
    /// team, so the guests' own tenants do not belong here.</summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>Names of the channels that count.</summary>
    public IEnumerable<string> AllowedChannels() => Channels.Count > 0 ? Channels : ["msteams"];

    /// <summary>The tenants that count.</summary>
    /// <exception cref="FormatException">One is no GUID; the validator has named it.</exception>
    public IEnumerable<Guid> AllowedTenants() =>
        (Tenants.Count > 0 ? Tenants : [MicrosoftAppTenantId]).Where(tenant => tenant.Length > 0).Select(tenant => Guid.ParseExact(tenant, "D"));

    /// <summary>Where the channel's keys are described.</summary>
    public Uri ChannelMetadata() =>
        ToBotFromChannelOpenIdMetadataUrl.Length > 0 ? new Uri(ToBotFromChannelOpenIdMetadataUrl) : OwnCloud().OpenIdMetadata;

    /// <summary>Who signs the channel's tokens.</summary>
    public string ChannelIssuer() => ToBotFromChannelTokenIssuer.Length > 0 ? ToBotFromChannelTokenIssuer : OwnCloud().Issuer;

    private ChannelCloud OwnCloud() => ChannelCloud.Of(this) ?? throw new InvalidOperationException("The settings name no cloud; the validator has said so.");
}
