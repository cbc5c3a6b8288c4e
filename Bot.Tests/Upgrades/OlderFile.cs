using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Samples;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Bot.Tests.Upgrades;

/// <summary>
/// The embedded store's file as an older version has left it after the same story: the example network, a meeting of the board called, an item proposed, one admission decided (3 yes, 1 no), a second one
/// before the plenary with one yes and one no; and what else that version knew of: a question, an election, a poll, a contact, a prospect, an expulsion. Each was written by that version's own process and
/// is kept as the text that makes the file again.
/// </summary>
internal static class OlderFile
{
    private const string Folder = "Bot.Tests/Upgrades/Files";

    /// <summary>Every version that landed before the present one.</summary>
    public static string[] Versions { get; } = [.. Array.ConvertAll(Directory.GetFiles(Path.Combine(SampleFiles.Root, Folder), "*.sql"), file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>Makes the file again.</summary>
    /// <returns>When the version stopped.</returns>
    public static async Task<Instant> WriteAsync(string version, string folder, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SampleFiles.Root, Folder, version + ".sql"), cancellationToken);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "tables.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellationToken);
        var first = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        return InstantPattern.General.Parse(first["-- ".Length..].TrimEnd()).GetValueOrThrow();
    }
}
