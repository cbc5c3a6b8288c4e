using System.Collections.Generic;

namespace Bot.Platform.Activities;

/// <summary>Who the bot is to the channel, and whom it answers.</summary>
/// <remarks>The official keys stand at the root of the configuration, where Azure and the tools put them; the rest in section
/// <see cref="Section"/>.</remarks>
internal sealed class ActivityOptions
{
    public const string Section = "Bot";

    /// <summary>Keys read from the root of the configuration.</summary>
    public static IReadOnlyList<string> OfficialKeys { get; } =
        [nameof(MicrosoftAppType), nameof(MicrosoftAppId), nameof(MicrosoftAppPassword), nameof(MicrosoftAppTenantId), nameof(ChannelService)];

    /// <summary><c>MultiTenant</c>, <c>SingleTenant</c> or <c>UserAssignedMSI</c>; empty without an app id.</summary>
    public string MicrosoftAppType { get; set; } = string.Empty;

    /// <summary>The bot's app registration, a GUID. Empty only in Development.</summary>
    public string MicrosoftAppId { get; set; } = string.Empty;

    /// <summary>The app registration's secret; none with a managed identity.</summary>
    public string MicrosoftAppPassword { get; set; } = string.Empty;

    /// <summary>The app registration's tenant, a GUID.</summary>
    public string MicrosoftAppTenantId { get; set; } = string.Empty;

    /// <summary>Which cloud the bot is registered in: empty for the public one, otherwise <see cref="ChannelCloud.ChannelService"/>. It cannot tell
    /// GCC and DoD from their neighbours; <see cref="Cloud"/> can.</summary>
    public string ChannelService { get; set; } = string.Empty;

    /// <summary>Name of one of <see cref="ChannelCloud.All"/>; empty to go by <see cref="ChannelService"/>.</summary>
    public string Cloud { get; set; } = string.Empty;

    /// <summary>Hosts of the Connector, whole names, on top of those of the cloud.</summary>
    public IList<string> ServiceHosts { get; } = [];
}
