using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Activities.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

/// <summary>Stops the start when the bot could be spoken to by anybody, or when a setting makes no sense.</summary>
internal sealed class ActivityOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<ActivityOptions>
{
    private static readonly string[] OfficialPrefixes = ["MicrosoftApp", "ToBotFromChannel"];
    private static readonly string[] AppTypes = ["MultiTenant", "SingleTenant", "UserAssignedMSI"];

    public ValidateOptionsResult Validate(string? name, ActivityOptions options)
    {
        List<string> faults =
        [
            .. StartFaults(options), .. AppFaults(options), .. TenantFaults(options), .. CloudFaults(options), .. ChannelFaults(options), .. HostFaults(options), .. Misspelt(),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> StartFaults(ActivityOptions options)
    {
        if (options.MicrosoftAppId.Length == 0 && !environment.IsDevelopment())
        {
            yield return "MicrosoftAppId is not set. Without an app id the bot could be spoken to by anybody, so it starts in Development only. "
                + "Set MicrosoftAppId, or for a trial on this machine DOTNET_ENVIRONMENT=Development.";
        }
    }

    private static IEnumerable<string> AppFaults(ActivityOptions options)
    {
        if (options.MicrosoftAppId.Length > 0 && !Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
        {
            yield return "MicrosoftAppId is not a GUID.";
        }

        if (options.MicrosoftAppType.Length > 0 && !AppTypes.Contains(options.MicrosoftAppType, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"MicrosoftAppType is none of {string.Join(", ", AppTypes)}.";
        }

        if (options.MicrosoftAppTenantId.Length > 0 && !Guid.TryParseExact(options.MicrosoftAppTenantId, "D", out _))
        {
            yield return "MicrosoftAppTenantId is not a GUID.";
        }
    }

    /// <summary>There is no way to answer to every tenant: whoever knows the app id could then install the bot and talk to it.</summary>
    private static IEnumerable<string> TenantFaults(ActivityOptions options)
    {
        const string list = $"{ActivityOptions.Section}:{nameof(ActivityOptions.Tenants)}";
        foreach (var tenant in options.Tenants.Where(tenant => !Guid.TryParseExact(tenant, "D", out _)))
        {
            yield return $"{list} holds '{tenant}', which is not a GUID.";
        }

        if (options.MicrosoftAppId.Length == 0 || options.MicrosoftAppTenantId.Length > 0)
        {
            yield break;
        }

        if (AppTypes.Skip(1).Contains(options.MicrosoftAppType, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"MicrosoftAppType is {options.MicrosoftAppType}, so MicrosoftAppTenantId must be set.";
        }
        else if (options.Tenants.Count == 0)
        {
            yield return $"The bot must know in whose Teams it answers. Set {list}, or MicrosoftAppTenantId when that is the only one.";
        }
    }

    private IEnumerable<string> ChannelFaults(ActivityOptions options)
    {
        if (options.Channels.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{ActivityOptions.Section}:{nameof(ActivityOptions.Channels)} holds an empty name.";
        }

        if (options.ToBotFromChannelOpenIdMetadataUrl is { Length: > 0 } metadata
            && !(Uri.TryCreate(metadata, UriKind.Absolute, out var address) && KeyDocuments.IsAllowed(address, environment)))
        {
            yield return "ToBotFromChannelOpenIdMetadataUrl is no https address.";
        }

        if (options.ToBotFromChannelTokenIssuer is { Length: > 0 } issuer
            && !(Uri.TryCreate(issuer, UriKind.Absolute, out var name) && name.Scheme == Uri.UriSchemeHttps))
        {
            yield return "ToBotFromChannelTokenIssuer is no https address.";
        }
    }

    private static IEnumerable<string> CloudFaults(ActivityOptions options)
    {
        if (options.Cloud.Length > 0 && ChannelCloud.Named(options.Cloud) is null)
        {
            yield return $"{ActivityOptions.Section}:{nameof(ActivityOptions.Cloud)} is none of {string.Join(", ", ChannelCloud.All.Select(cloud => cloud.Name))}.";
        }
        else if (ChannelCloud.Of(options) is null)
        {
            var known = string.Join(", ", ChannelCloud.All.Select(cloud => cloud.ChannelService).Where(service => service.Length > 0).Distinct(StringComparer.Ordinal));
            yield return options.Cloud.Length == 0
                ? $"ChannelService is none of {known}."
                : $"ChannelService and {ActivityOptions.Section}:{nameof(ActivityOptions.Cloud)} name two different clouds.";
        }
    }

    private static IEnumerable<string> HostFaults(ActivityOptions options) =>
        options.ServiceHosts
            .Where(host => Uri.CheckHostName(host) is not UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
            .Select(host => $"{ActivityOptions.Section}:{nameof(ActivityOptions.ServiceHosts)} holds '{host}', which is no whole host name.");

    /// <summary>The root of the configuration holds other people's keys too, so only those that look like one of ours are doubted.</summary>
    private IEnumerable<string> Misspelt() =>
        configuration.GetChildren()
            .Select(child => child.Key)
            .Where(key => OfficialPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) && !ActivityOptions.OfficialKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{key} is not a setting; known are {string.Join(", ", ActivityOptions.OfficialKeys)}.");
}
