using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Features.Backups;

/// <summary>Writes or removes many rows: as many as fit in a batch, several batches at once.</summary>
internal sealed class RowLoad(ITableStore tables, CancellationToken cancellationToken)
{
    private const int AtOnce = 16;

    private readonly List<TableTransactionAction> batch = [];

    private readonly List<Task> under = [];

    private string table = string.Empty;

    private long bytes;

    /// <summary>Takes the next action; it is done by the time <see cref="EndAsync"/> returns.</summary>
    public async Task AddAsync(string into, TableTransactionAction action)
    {
        var size = TransactionSize.UpperBound(action);
        var isFull = batch.Count == TableLimits.Actions || bytes + size > TableLimits.TransactionBytes;
        if (batch.Count > 0 && (isFull || into != table || batch[0].Entity.PartitionKey != action.Entity.PartitionKey))
        {
            await SendAsync();
        }

        (table, bytes) = (into, bytes + size);
        batch.Add(action);
    }

    /// <summary>Sends what is left and waits for all.</summary>
    public async Task EndAsync()
    {
        if (batch.Count > 0)
        {
            await SendAsync();
        }

        await Task.WhenAll(under);
        under.Clear();
    }

    private async Task SendAsync()
    {
        if (under.Count == AtOnce)
        {
            var done = await Task.WhenAny(under);
            under.Remove(done);
            await done;
        }

        under.Add(SubmitAsync(table, [.. batch]));
        batch.Clear();
        bytes = 0;
    }

    /// <summary>A removal meets a conflict where the row went meanwhile; then the others of its batch are removed one by one.</summary>
    private async Task SubmitAsync(string into, IReadOnlyList<TableTransactionAction> actions)
    {
        if (await tables.SubmitTransactionAsync(into, actions, cancellationToken) is TransactionResult.Conflicted && actions.Count > 1)
        {
            foreach (var action in actions)
            {
                await tables.SubmitTransactionAsync(into, [action], cancellationToken);
            }
        }
    }
}
