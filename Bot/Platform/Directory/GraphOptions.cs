using System;
using System.IO;

namespace Bot.Platform.Directory;

/// <summary>How the bot reaches Microsoft Graph: calendar, mail and files of the organization's tenant. Off unless switched on.</summary>
internal sealed class GraphOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Graph";

    /// <summary>Where Graph is.</summary>
    public static readonly Uri Public = new("https://graph.microsoft.com");

    /// <summary>Whether the bot uses Graph at all. Without it nothing of Graph is even loaded.</summary>
    public bool Enabled { get; set; }

    /// <summary>The tenant whose calendar, mail and files are used, a GUID. Networks of other tenants get none of it.</summary>
    public string TenantId { get; set; } = string.Empty;

    /// <summary>The app registration that has the permissions, a GUID; without <see cref="ClientSecretFile"/> the client id of a user-assigned managed identity.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>A file that holds nothing but the app registration's secret, read anew for every token; without it the bot is a managed identity.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The mailbox in whose calendar meetings stand and from which mail is sent: its address.</summary>
    public string Organizer { get; set; } = string.Empty;

    /// <summary>Whether each meeting gets a Teams link.</summary>
    public bool TeamsLink { get; set; } = true;

    /// <summary>The drive documents are stored in, such as that of the team's files; empty for none.</summary>
    public string Drive { get; set; } = string.Empty;

    /// <summary>The folder in it, parts separated by <c>/</c>; created when it is not there.</summary>
    public string Folder { get; set; } = "Koordinationsbot";

    /// <summary>How long one request may take, seconds.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Another place than Graph, for tests: this machine only, in Development only.</summary>
    public Uri? Address { get; set; }

    /// <summary>Whether Graph is used for networks of that tenant.</summary>
    public bool Serves(string tenant) => Enabled && string.Equals(tenant, TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The app's secret as it stands in its file now.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string ReadSecret() => File.ReadAllText(ClientSecretFile!).TrimEnd('\r', '\n');
}
