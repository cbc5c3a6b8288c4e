using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Benchmarks;

/// <summary>Which store is measured.</summary>
internal enum BenchStore
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>Azure Table storage, played by a real Azurite.</summary>
    Azurite,
}

/// <summary>A place for rows, to be opened by the benchmark and by the measured bot.</summary>
internal sealed class BenchPlace : IDisposable
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);
    private readonly string? connectionString;

    private BenchPlace(string? connectionString) => this.connectionString = connectionString;

    /// <summary>The setting by which the bot finds it.</summary>
    public string Setting => connectionString is { } azurite ? "--Tables:ConnectionString=" + azurite : "--Tables:DataFolder=" + folder.Path;

    /// <summary>An empty SQLite folder, or an empty account of the one Azurite of this process.</summary>
    public static async Task<BenchPlace> OfAsync(BenchStore store, CancellationToken cancellationToken) =>
        new(store == BenchStore.Azurite ? await Azurite.RequireEmptyAccountAsync(cancellationToken) : null);

    /// <summary>Opens the store beside the bot's own door.</summary>
    public async Task<T> WithAsync<T>(Func<ITableStore, Task<T>> use)
    {
        if (connectionString is { } azurite)
        {
            return await use(new RestTableStore(
                TableConnectionString.Parse(azurite), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance));
        }

        using var file = new SqliteTableStore(folder.Path, TimeProvider.System);
        return await use(file);
    }

    public void Dispose() => folder.Dispose();
}
