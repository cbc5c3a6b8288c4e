using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Tasks from meetings, in the partition of the network's meetings, so that a task comes into being together with the entry that says so:
/// <c>task|head</c> with the last number given, <c>task|open|number</c> while it is to be done, <c>task|settled|number</c> afterwards. The head changes together
/// with each new task, so that numbers have no gaps.</summary>
internal sealed class TaskStore(ITableStore tables)
{
    private const string Head = "task|head", Open = "task|open|", Settled = "task|settled|", Last = "Last";

    /// <summary>The open tasks of all committees, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<MeetingTask>> OpenAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var open = new List<MeetingTask>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, Open), cancellationToken))
        {
            open.Add(MeetingTaskRow.Read(row));
        }

        return open;
    }

    /// <summary>Every task, open or not, in the order of their numbers; for exports.</summary>
    public async Task<IReadOnlyList<MeetingTask>> AllAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var all = new List<MeetingTask>(await OpenAsync(network, cancellationToken));
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, Settled), cancellationToken))
        {
            all.Add(MeetingTaskRow.Read(row));
        }

        return [.. all.OrderBy(task => task.Number)];
    }

    /// <summary>The task of that number, open or not; null when there is none.</summary>
    public async Task<Stored<MeetingTask>?> FindAsync(NetworkId network, int number, CancellationToken cancellationToken) =>
        await ReadAsync(network, Open, number, cancellationToken) ?? await ReadAsync(network, Settled, number, cancellationToken);

    /// <summary>The same for somebody who may not read every task: one they may not read is none, and costs as many reads as none.</summary>
    public async Task<Stored<MeetingTask>?> FindAsync(NetworkId network, int number, Func<MeetingTask, bool> isShown, CancellationToken cancellationToken) =>
        await ReadAsync(network, Open, number, cancellationToken) is { } open && isShown(open.Value) ? open
        : await ReadAsync(network, Settled, number, cancellationToken) is { } settled && isShown(settled.Value) ? settled
        : null;

    /// <summary>The number a new task takes, and what must be stored with it: for whoever stores something together with it.</summary>
    public async Task<(int Number, TableTransactionAction Head)> NumberAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var standing = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Head, cancellationToken);
        var number = (standing?.GetInt32(Last) ?? 0) + 1;
        var head = RowFormat.NewRow(network.Value, Head);
        head[Last] = number;
        head.ETag = standing?.ETag ?? default;
        return (number, standing is null ? TableTransactionAction.Add(head) : TableTransactionAction.Update(head));
    }

    /// <summary>A new task as it is stored.</summary>
    public static TableTransactionAction Adding(NetworkId network, MeetingTask task) => TableTransactionAction.Add(Row(network, task));

    /// <summary>What must be stored for an open task that is done or withdrawn.</summary>
    public static IReadOnlyList<TableTransactionAction> Settling(NetworkId network, Stored<MeetingTask> settled) =>
    [
        TableTransactionAction.Delete(new TableEntity(network.Value, Key(Open, settled.Value.Number)) { ETag = settled.ETag }),
        TableTransactionAction.Add(Row(network, settled.Value)),
    ];

    /// <summary>Stores that an open task is done, if it is still as it was read.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySettleAsync(NetworkId network, Stored<MeetingTask> settled, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Meetings, Settling(network, settled), cancellationToken) is TransactionResult.Committed;

    private async Task<Stored<MeetingTask>?> ReadAsync(NetworkId network, string list, int number, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(list, number), cancellationToken) is { } row
            ? new Stored<MeetingTask>(MeetingTaskRow.Read(row), row.ETag)
            : null;

    private static TableEntity Row(NetworkId network, MeetingTask task)
    {
        var row = RowFormat.NewRow(network.Value, Key(task.State == MeetingTaskState.Open ? Open : Settled, task.Number));
        MeetingTaskRow.Write(row, task);
        return row;
    }

    private static string Key(string list, int number) => list + number.ToString("000000", CultureInfo.InvariantCulture);
}
