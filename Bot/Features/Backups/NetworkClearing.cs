using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>Takes the rows of one network out of the store, what no backup holds as well.</summary>
internal static class NetworkClearing
{
    /// <summary>Its head first: from then on nobody sees the network any more. Repeating it is harmless.</summary>
    public static Task<TransactionResult> RemoveHeadAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(network.Value, NetworkRows.Head)], cancellationToken);

    /// <summary>Everything else that is the network's own. What says where people can be reached belongs to their tenant and stays.</summary>
    /// <returns>How many rows were found and removed.</returns>
    public static async Task<int> RemoveRowsAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var table in NetworkHoldings.Tables)
        {
            var load = new RowLoad(tables, cancellationToken);
            await foreach (var row in tables.ScanAsync(table, string.Empty, cancellationToken))
            {
                if (NetworkHoldings.OwnerOf(table, row) == network.Value)
                {
                    removed++;
                    await load.AddAsync(table, TableTransactionAction.Remove(row.PartitionKey, row.RowKey));
                }
            }

            await load.EndAsync();
        }

        return removed;
    }
}
