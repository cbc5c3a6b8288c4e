using System;
using System.Collections.Generic;
using System.Linq;
using FuzzySharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Platform.Hosting;

/// <summary>Finds settings nobody reads: misspelt ones, and those at the wrong place.</summary>
internal static class KnownSettings
{
    /// <summary>From this likeness on, of 100, a name is taken for a misspelt one.</summary>
    private const int Alike = 75;

    /// <summary>Shorter names of sections are too much like anything among a machine's environment variables.</summary>
    private const int ShortestToDoubt = 5;

    /// <summary>Single settings of the bot at the root of the configuration, where Azure and the tools put them.</summary>
    public static IReadOnlyList<string> Single { get; } =
    [
        "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "ChannelService",
        "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromChannelTokenIssuer",
    ];

    private static readonly HashSet<string> OfTheFramework = new(StringComparer.OrdinalIgnoreCase)
    {
        "$schema", "Logging", "AllowedHosts", "Urls", "Http_Ports", "Https_Ports", "Kestrel",
        "Environment", "ContentRoot", "ApplicationName", "WebRoot", "ShutdownTimeoutSeconds", "HostBuilder", "ReloadConfigOnChange",
        "PreventHostingStartup", "HostingStartupAssemblies", "HostingStartupExcludeAssemblies", "DetailedErrors", "CaptureStartupErrors",
        "StaticWebAssets", "ForwardedHeaders_Enabled", "SuppressStatusMessages", "PreferHostingUrls", "ServerUrls",
    };

    private static IEnumerable<string> Own => SettingsSection.All.Select(section => section.Name).Concat(Single);

    /// <summary>One sentence for each setting that nobody reads; empty when all are known.</summary>
    public static IReadOnlyList<string> Faults(IConfigurationRoot configuration)
    {
        var given = configuration.Providers.Where(provider => provider is not EnvironmentVariablesConfigurationProvider and not ChainedConfigurationProvider).ToList();
        return
        [
            .. given.SelectMany(Roots).Distinct(StringComparer.OrdinalIgnoreCase).Where(key => !Own.Contains(key, StringComparer.OrdinalIgnoreCase) && !OfTheFramework.Contains(key)).Select(Unknown),
            .. given.SelectMany(provider => SettingsSection.All.Where(section => provider.TryGet(section.Name, out var value) && !string.IsNullOrEmpty(value))).Distinct().Select(NoSection),
            .. SettingsSection.All.SelectMany(section => UnknownIn(section, configuration)),
            .. configuration.Providers.OfType<EnvironmentVariablesConfigurationProvider>().SelectMany(MisspeltVariables).Distinct(),
        ];
    }

    private static IEnumerable<string> Roots(IConfigurationProvider provider) => provider.GetChildKeys([], parentPath: null).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string Unknown(string key) => MostAlike(key, Own) is { } meant
        ? $"{key} is not a setting. Did you mean {meant}?"
        : $"{key} is not a setting. Known are {string.Join(", ", Own)}, and the usual ones of ASP.NET Core.";

    private static string NoSection(SettingsSection section) =>
        $"{section.Name} is a section and takes no value. Its settings are {string.Join(", ", section.Settings)}.";

    private static IEnumerable<string> UnknownIn(SettingsSection section, IConfiguration configuration) =>
        configuration.GetSection(section.Name).GetChildren()
            .Select(child => child.Key)
            .Where(key => !section.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => MostAlike(key, section.Keys) is { } meant
                ? $"{section.Name}:{key} is not a setting. Did you mean {section.Name}:{meant}?"
                : $"{section.Name}:{key} is not a setting. Known are {string.Join(", ", section.Settings)}.");

    /// <summary>Most environment variables are other people's, so only those are doubted that are like one of ours and shaped like it.</summary>
    private static IEnumerable<string> MisspeltVariables(EnvironmentVariablesConfigurationProvider variables) =>
        from key in Roots(variables)
        where !Own.Contains(key, StringComparer.OrdinalIgnoreCase)
        let isSection = variables.GetChildKeys([], key).Any()
        let meant = MostAlike(key, isSection ? SettingsSection.All.Select(section => section.Name).Where(name => name.Length >= ShortestToDoubt) : Single)
        where meant is not null && !key.Contains('_', StringComparison.Ordinal)
        select isSection
            ? $"{key}__… is set as an environment variable, but there is no section {key}. Did you mean {meant}__…?"
            : $"{key} is set as an environment variable, but is not a setting. Did you mean {meant}?";

    private static string? MostAlike(string key, IEnumerable<string> names) => names
        .Select(name => (Name: name, Likeness: Fuzz.Ratio(key.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(pair => pair.Likeness >= Alike)
        .OrderByDescending(pair => pair.Likeness)
        .Select(pair => pair.Name)
        .FirstOrDefault();
}
