using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Platform.Activities;

/// <summary>One of Microsoft's clouds: who signs what comes in, who hands out the bot's token, and where the Connector answers.</summary>
/// <remarks>Source: the Bot Framework SDK's authentication constants (public, government, China) and the Teams documentation on sending
/// proactive messages, which names the service addresses. There is no official list of hosts; these are those that were published.</remarks>
/// <param name="Name">What <see cref="ActivityOptions.Cloud"/> calls it.</param>
/// <param name="ChannelService">The official setting's value for it, empty for the public cloud.</param>
/// <param name="OpenIdMetadata">Where the channel's keys are described.</param>
/// <param name="Issuer">Who signs the channel's tokens.</param>
/// <param name="LoginHost">Entra's address for the bot's own tokens.</param>
/// <param name="MultiTenantTenant">The tenant that hands out tokens to a multi-tenant bot.</param>
/// <param name="ConnectorScope">What the bot's token is for.</param>
/// <param name="ServiceHosts">Whole names of the Connector's hosts; nothing else gets the bot's token.</param>
/// <param name="ServiceUrl">The Connector where no activity has named an address yet; null where none is published.</param>
internal sealed record ChannelCloud(
    string Name, string ChannelService, Uri OpenIdMetadata, string Issuer, Uri LoginHost, string MultiTenantTenant, string ConnectorScope,
    IReadOnlyList<string> ServiceHosts, Uri? ServiceUrl)
{
    private const string GovernmentService = "https://botframework.azure.us";

    /// <summary>The cloud nearly everybody is in.</summary>
    public static ChannelCloud Public { get; } = new(
        "Public",
        string.Empty,
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        new Uri("https://login.microsoftonline.com/"),
        "botframework.com",
        "https://api.botframework.com/.default",
        ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
        new Uri("https://smba.trafficmanager.net/teams/"));

    /// <summary>US government, GCC: the public cloud's tokens with a Connector of its own.</summary>
    public static ChannelCloud Gcc { get; } = Public with { Name = "Gcc", ServiceUrl = new Uri("https://smba.infra.gcc.teams.microsoft.com/teams") };

    /// <summary>US government, GCC High.</summary>
    public static ChannelCloud GccHigh { get; } = new(
        "GccHigh",
        GovernmentService,
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        new Uri("https://login.microsoftonline.us/"),
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        ["smba.infra.gov.teams.microsoft.us"],
        new Uri("https://smba.infra.gov.teams.microsoft.us/teams"));

    /// <summary>US government, Department of Defense.</summary>
    public static ChannelCloud Dod { get; } = GccHigh with
    {
        Name = "Dod",
        ServiceHosts = ["smba.infra.dod.teams.microsoft.us"],
        ServiceUrl = new Uri("https://smba.infra.dod.teams.microsoft.us/teams"),
    };

    /// <summary>China, run by 21Vianet.</summary>
    public static ChannelCloud China { get; } = new(
        "China",
        "https://botframework.azure.cn",
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://api.botframework.azure.cn",
        new Uri("https://login.partner.microsoftonline.cn/"),
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        ["frontend.botapi.msg.infra.teams.microsoftonline.cn"],
        ServiceUrl: null);

    /// <summary>All clouds.</summary>
    public static IReadOnlyList<ChannelCloud> All { get; } = [Public, Gcc, GccHigh, Dod, China];

    /// <summary>The cloud of that name, ignoring case, or null.</summary>
    public static ChannelCloud? Named(string name) => All.FirstOrDefault(cloud => string.Equals(cloud.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The cloud the settings choose.</summary>
    /// <returns>By name; where none is given by the official setting, which means GCC High for the government. Null when they make no sense
    /// or contradict each other.</returns>
    public static ChannelCloud? Of(ActivityOptions options)
    {
        var service = options.ChannelService.TrimEnd('/');
        if (options.Cloud.Length == 0)
        {
            return All.FirstOrDefault(cloud => string.Equals(cloud.ChannelService, service, StringComparison.OrdinalIgnoreCase));
        }

        var named = Named(options.Cloud);
        return service.Length == 0 || string.Equals(named?.ChannelService, service, StringComparison.OrdinalIgnoreCase) ? named : null;
    }
}
