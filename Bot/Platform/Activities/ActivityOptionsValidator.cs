using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

/// <summary>Stops the start when the bot could be spoken to by anybody, or when a setting makes no sense.</summary>
internal sealed class ActivityOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<ActivityOptions>
{
    private const string OfficialPrefix = "MicrosoftApp";
    private static readonly string[] AppTypes = ["MultiTenant", "SingleTenant", "UserAssignedMSI"];

    public ValidateOptionsResult Validate(string? name, ActivityOptions options)
    {
        var faults = StartFaults(options).Concat(AppFaults(options)).Concat(CloudFaults(options)).Concat(HostFaults(options)).Concat(Misspelt()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> StartFaults(ActivityOptions options)
    {
        if (environment.IsDevelopment())
        {
            yield break;
        }

        yield return options.MicrosoftAppId.Length == 0
            ? "MicrosoftAppId is not set. Without an app id the bot could be spoken to by anybody, so it starts in Development only. "
                + "Set MicrosoftAppId, or for a trial on this machine DOTNET_ENVIRONMENT=Development."
            : "MicrosoftAppId is set, but this version cannot verify the channel's tokens yet, so outside Development it does not start.";
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
            .Where(key => key.StartsWith(OfficialPrefix, StringComparison.OrdinalIgnoreCase) && !ActivityOptions.OfficialKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => $"{key} is not a setting; known are {string.Join(", ", ActivityOptions.OfficialKeys)}.");
}
