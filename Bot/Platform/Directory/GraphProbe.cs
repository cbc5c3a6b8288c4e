using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Directory;

/// <summary>What a token for Graph says.</summary>
/// <param name="Trouble">The kind of failure where there was none to be had; null when there was.</param>
/// <param name="Roles">The permissions it bears. Those given by Exchange's own <i>RBAC for Applications</i> are not among them.</param>
internal sealed record GraphFinding(string? Trouble, IReadOnlyList<string> Roles);

/// <summary>Asks for a token for Graph and reads what it allows; Graph itself is not asked.</summary>
internal sealed class GraphProbe(IOptions<GraphOptions> options, GraphCredential credential)
{
    /// <summary>What the calendar needs, given in Entra for all mailboxes.</summary>
    public const string AllCalendars = "Calendars.ReadWrite";

    /// <summary>What mail needs, given in Entra for all mailboxes.</summary>
    public const string AllMail = "Mail.Send";

    /// <summary>What files need.</summary>
    public const string ChosenSites = "Sites.Selected";

    /// <summary>Whether Graph is switched on.</summary>
    public bool IsOn => options.Value.Enabled;

    /// <summary>Whether documents are to be stored.</summary>
    public bool StoresFiles => options.Value.Drive.Length > 0;

    /// <summary>Looks.</summary>
    public async Task<GraphFinding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await credential(options.Value).GetTokenAsync(new TokenRequestContext([GraphOptions.Public.AbsoluteUri + ".default"]), cancellationToken);
            return new GraphFinding(null, RolesOf(token.Token));
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or IOException or UnauthorizedAccessException)
        {
            return new GraphFinding(failure.GetType().Name, []);
        }
    }

    /// <summary>The token is for Graph to judge; a look into it helps whoever set it up, and nothing depends on it.</summary>
    private static List<string> RolesOf(string token)
    {
        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.') is [_, var body, _] ? body : string.Empty));
            return payload.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind is JsonValueKind.Array ? [.. roles.EnumerateArray().Select(role => role.ToString())] : [];
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return [];
        }
    }
}
