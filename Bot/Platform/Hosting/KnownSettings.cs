using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Platform.Hosting;

/// <summary>Finds settings nobody reads. Within a section the options themselves refuse unknown keys; this looks at the sections' names.</summary>
internal static class KnownSettings
{
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bot", "Tables", "Playground", "ExampleNetwork",
        "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId",
        "Logging", "AllowedHosts", "Urls", "Http_Ports", "Https_Ports", "Kestrel",
        "Environment", "ContentRoot", "ApplicationName", "WebRoot", "ShutdownTimeoutSeconds", "HostBuilder", "ReloadConfigOnChange",
        "PreventHostingStartup", "HostingStartupAssemblies", "HostingStartupExcludeAssemblies", "DetailedErrors", "CaptureStartupErrors",
        "StaticWebAssets", "ForwardedHeaders_Enabled", "SuppressStatusMessages", "PreferHostingUrls", "ServerUrls",
    };

    /// <summary>First keys given by file or command line that are no known section. The machine's environment variables are not looked at: most are not ours.</summary>
    public static IReadOnlyList<string> Unknown(IConfigurationRoot configuration) =>
    [
        .. configuration.Providers
            .Where(provider => provider is not EnvironmentVariablesConfigurationProvider and not ChainedConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], parentPath: null))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(key => !Sections.Contains(key)),
    ];

    /// <summary>The known section most like a misspelt one.</summary>
    public static IEnumerable<string> Known => Sections.Take(8);
}
