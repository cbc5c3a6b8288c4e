using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Directory;

/// <summary>Refuses to start with settings of Graph that cannot work or would be dangerous, each named in one line.</summary>
internal sealed class GraphOptionsValidator(IHostEnvironment environment) : IValidateOptions<GraphOptions>
{
    private const int LongestTimeout = 60;

    /// <summary>What OneDrive and SharePoint take in no name.</summary>
    private const string Forbidden = "\"*:<>?\\|";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = (options.Enabled ? Needed(options) : []).Concat(Dangerous(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Needed(GraphOptions options)
    {
        if (!Guid.TryParse(options.TenantId, out _))
        {
            yield return "Graph:TenantId must be the GUID of the tenant whose calendar is used.";
        }

        if (!Guid.TryParse(options.ClientId, out _))
        {
            yield return "Graph:ClientId must be the GUID of the app registration or of the user-assigned managed identity.";
        }

        if (Domain(options.Organizer) is null)
        {
            yield return "Graph:Organizer must be the mail address of the mailbox in whose calendar meetings stand.";
        }

        if (options.ClientSecretFile is { Length: > 0 } && !File.Exists(options.ClientSecretFile))
        {
            yield return "Graph:ClientSecretFile names a file that is not there.";
        }
    }

    private IEnumerable<string> Dangerous(GraphOptions options)
    {
        if (options.Address is not null && !(environment.IsDevelopment() && options.Address is { IsAbsoluteUri: true, IsLoopback: true }))
        {
            yield return "Graph:Address may only be an address of this machine, and only in Development: tokens are sent there.";
        }

        if (options.TimeoutSeconds is < 1 or > LongestTimeout)
        {
            yield return $"Graph:TimeoutSeconds must be from 1 to {LongestTimeout}.";
        }

        if (options.Folder.Split('/').Any(part => part.Trim().Length == 0 || part is "." or ".." || part.Any(Forbidden.Contains)))
        {
            yield return "Graph:Folder must be folder names separated by /, without \" * : < > ? \\ |.";
        }

        if (options.Drive.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('!' or '-' or '_' or '.')))
        {
            yield return "Graph:Drive must be the id of a drive, such as b!AbC-12.";
        }
    }

    /// <summary>The whole rule of an address is the network's; here it is enough that it names a mailbox and cannot turn the path of a request.</summary>
    private static string? Domain(string address) =>
        address.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain] && domain.Contains('.', StringComparison.Ordinal)
        && address.All(character => char.IsAsciiLetterOrDigit(character) || character is '@' or '.' or '-' or '_' or '+' or '#')
            ? domain
            : null;
}
