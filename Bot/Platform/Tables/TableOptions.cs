using System;

namespace Bot.Platform.Tables;

/// <summary>Where rows are kept: in Azure Table storage when <see cref="ConnectionString"/> or <see cref="Endpoint"/> is set, otherwise in a file.</summary>
internal sealed class TableOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Tables";

    /// <summary>An account with its key, or <c>UseDevelopmentStorage=true</c> for the emulator. A secret: keep it out of files.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The account's table address such as <c>https://account.table.core.windows.net</c>, opened with an Entra identity that has the role Storage Table Data Contributor.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The client id of a user-assigned managed identity; without it the system-assigned one, or whoever is signed in where the bot is developed.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The folder of the embedded store's file, relative to the content root. Used when neither of the others is set.</summary>
    public string DataFolder { get; set; } = "data";
}
