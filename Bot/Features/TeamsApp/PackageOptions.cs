using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using Microsoft.Extensions.Options;

namespace Bot.Features.TeamsApp;

/// <summary>Who runs the bot, as the Teams app package and the bot's own page say it.</summary>
internal sealed class PackageOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Package";

    /// <summary>Who runs the bot; without it the package names the bot's host.</summary>
    [StringLength(PackageRequest.LongestName, MinimumLength = 1)]
    public string? DeveloperName { get; set; }

    /// <summary>An https address of a page about the bot or about who runs it; without it the bot's own page.</summary>
    public Uri? Website { get; set; }

    /// <summary>The same of a privacy notice.</summary>
    public Uri? Privacy { get; set; }

    /// <summary>The same of terms of use.</summary>
    public Uri? Terms { get; set; }
}

[OptionsValidator]
internal sealed partial class PackageOptionsRanges : IValidateOptions<PackageOptions>;

/// <summary>Refuses links Teams would refuse.</summary>
internal sealed class PackageOptionsValidator : IValidateOptions<PackageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PackageOptions options)
    {
        (string Key, Uri? Link)[] links = [(nameof(options.Website), options.Website), (nameof(options.Privacy), options.Privacy), (nameof(options.Terms), options.Terms)];
        List<string> faults = [.. links.Where(link => link.Link is { } given && !PackageRequest.IsLink(given)).Select(link => $"{PackageOptions.Section}:{link.Key} must be a whole https address such as https://example.org")];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
