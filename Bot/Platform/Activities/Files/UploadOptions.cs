using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities.Files;

/// <summary>Where the bot may put files.</summary>
internal sealed class UploadOptions
{
    public const string Section = "Files";

    /// <summary>Domains, on top of those of the cloud, below which the bot may put files: <c>sharepoint.com</c> allows <c>contoso-my.sharepoint.com</c>,
    /// not <c>evilsharepoint.com</c>. Only for a tenant with a domain of its own.</summary>
    public IList<string> UploadDomains { get; } = [];
}

/// <summary>Stops the start when a domain is none.</summary>
internal sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options)
    {
        var faults = options.UploadDomains
            .Where(domain => Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            .Select(domain => $"{UploadOptions.Section}:{nameof(UploadOptions.UploadDomains)} holds '{domain}', which is no whole domain.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
