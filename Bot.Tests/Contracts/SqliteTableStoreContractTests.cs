using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Contracts;

/// <summary>The contract, kept by the embedded store.</summary>
public sealed class SqliteTableStoreContractTests : TableStoreContract
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override Task<ITableStore> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ITableStore>(new SqliteTableStore(folder.Path, TimeProvider.System));
}
