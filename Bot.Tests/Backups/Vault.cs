using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Backups;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>Backups as the tests make and restore them: in memory, and with one iteration, since how slow that is is not what they are about.</summary>
internal static class Vault
{
    public const string Passphrase = "fünf Wörter die niemand errät";

    /// <summary>A backup of the example's network.</summary>
    public static async Task<(byte[] File, BackupSummary Summary)> BackUpAsync(ITableStore tables, NetworkId? network = null)
    {
        using var file = new MemoryStream();
        using var writer = new SealedWriter(file, Passphrase, iterations: 1);
        var backup = new NetworkBackup(tables, new NetworkStore(tables, TimeProvider.System), TimeProvider.System);
        var summary = await backup.WriteAsync(network ?? Talk.Network, writer, TestContext.Current.CancellationToken);
        writer.Complete();
        return (file.ToArray(), summary);
    }

    /// <summary>Restores a backup.</summary>
    public static Task<RestoreSummary> RestoreAsync(ITableStore tables, byte[] file, bool replaces = false, string passphrase = Passphrase) =>
        new NetworkRestore(tables, new NetworkStore(tables, TimeProvider.System), new ResolutionStore(tables))
            .RunAsync(() => new MemoryStream(file), passphrase, replaces ? _ => Task.CompletedTask : null, TestContext.Current.CancellationToken);

    /// <summary>Every row of the store that a backup of the example's network holds, as it stands.</summary>
    public static async Task<SortedDictionary<string, string>> HeldAsync(ITableStore tables)
    {
        var network = (await new NetworkStore(tables, TimeProvider.System).FindAsync(Talk.Network, TestContext.Current.CancellationToken))!;
        var conversations = NetworkHoldings.ConversationsOf(network);
        var held = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, row) in await AllAsync(tables))
        {
            if (NetworkHoldings.IsHeld(table, row, Talk.Network, conversations) && NetworkHoldings.OwnerOf(table, row) is not null && IsOfAHeldTable(table))
            {
                held[$"{table} {row.PartitionKey} {row.RowKey}"] = JsonSerializer.Serialize(new SortedDictionary<string, object>((IDictionary<string, object>)new Dictionary<string, object>(row.Properties), StringComparer.Ordinal));
            }
        }

        return held;
    }

    /// <summary>Every row of the store.</summary>
    public static async Task<List<(string Table, TableEntity Row)>> AllAsync(ITableStore tables)
    {
        var all = new List<(string, TableEntity)>();
        foreach (var table in NetworkHoldings.Tables)
        {
            await foreach (var row in tables.ScanAsync(table, string.Empty, TestContext.Current.CancellationToken))
            {
                all.Add((table, row));
            }
        }

        return all;
    }

    /// <summary>A store with its tables and nothing in them.</summary>
    public static async Task<Bot.Platform.Tables.Sqlite.SqliteTableStore> EmptyAsync(TemporaryFolder folder)
    {
        var store = new Bot.Platform.Tables.Sqlite.SqliteTableStore(folder.Path, TimeProvider.System);
        foreach (var table in NetworkHoldings.Tables)
        {
            await store.CreateTableIfNotExistsAsync(table, TestContext.Current.CancellationToken);
        }

        return store;
    }

    private static bool IsOfAHeldTable(string table) => System.Linq.Enumerable.Contains(NetworkHoldings.HeldTables, table);
}
