using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What is noted while a meeting goes on, in the partition of the network's meetings: <c>entry|meeting|number</c>. Two who note at once take different
/// numbers: the second finds the number taken, reads again and tries the next. Whatever changes with an entry goes in the same batch.</summary>
internal sealed class SessionStore(ITableStore tables, AgendaStore agendas, TaskStore tasks)
{
    /// <summary>Everything noted of a meeting, in order.</summary>
    public async Task<SessionRecord> OfAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken)
    {
        var entries = new List<SessionEntry>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"entry|{meeting}|"), cancellationToken))
        {
            entries.Add(SessionEntryRow.Read(row));
        }

        return new SessionRecord(entries);
    }

    /// <summary>Adds an entry under its number, together with the meeting when its state changes with it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="meeting">Whose entry.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="changed">The meeting as it is after it; null when it stays as it is.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when the number was taken or the meeting changed since it was read; nothing was written.</returns>
    public async Task<bool> TryAddAsync(
        NetworkId network, MeetingId meeting, SessionEntry entry, Stored<Meeting>? changed, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [TableTransactionAction.Add(Row(network, meeting, entry))];
        if (changed is { } stored)
        {
            actions.Add(TableTransactionAction.Update(MeetingStore.RowOf(network, stored)));
        }

        return await tables.SubmitTransactionAsync(TableNames.Meetings, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Stores all a step changes, or nothing: its entry, the meeting, items of the agenda, a task.</summary>
    /// <param name="network">The network.</param>
    /// <param name="meeting">The meeting as it was read. Everything is stored on this version, so that nothing is undone in a meeting that was closed meanwhile, and nothing noted
    /// in one whose opening was taken back.</param>
    /// <param name="step">What was decided on it.</param>
    /// <param name="head">Gives the step's task its number, see <see cref="TaskStore.NumberAsync"/>; null where there is none.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when something it touches changed since it was read; nothing was written.</returns>
    public async Task<bool> TryStoreAsync(
        NetworkId network, Stored<Meeting> meeting, SessionStep step, TableTransactionAction? head, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction>();
        if (step.Task is { } task && head is not null)
        {
            actions.AddRange([head, TaskStore.Adding(network, task)]);
        }

        if (step.Before is { } before)
        {
            if (await UndoingAsync(network, meeting.Value.Id, before, step.Entry, cancellationToken) is not { } undoing)
            {
                return false;
            }

            actions.AddRange(undoing);
        }
        else
        {
            actions.Add(TableTransactionAction.Add(Row(network, meeting.Value.Id, step.Entry)));
        }

        actions.Add(TableTransactionAction.Update(MeetingStore.RowOf(network, meeting with { Value = step.Meeting ?? meeting.Value })));
        foreach (var (item, state) in step.Items)
        {
            if (await agendas.RowInStateAsync(network, meeting.Value.Id, item, state, cancellationToken) is not { } row)
            {
                return false;
            }

            actions.Add(TableTransactionAction.Update(row));
        }

        return await tables.SubmitTransactionAsync(TableNames.Meetings, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>What must be stored to undo an entry, its task with it; null when it is not as it was read any more.</summary>
    private async Task<IReadOnlyList<TableTransactionAction>?> UndoingAsync(
        NetworkId network, MeetingId meeting, SessionEntry before, SessionEntry after, CancellationToken cancellationToken)
    {
        if (await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(meeting, before.Number), cancellationToken) is not { } standing
            || SessionEntryRow.Read(standing) != before)
        {
            return null;
        }

        var row = Row(network, meeting, after);
        row.ETag = standing.ETag;
        List<TableTransactionAction> actions = [TableTransactionAction.Update(row)];
        if (before.Task is { } number && await tasks.FindAsync(network, number, cancellationToken) is { Value: { State: MeetingTaskState.Open } open } task)
        {
            actions.AddRange(TaskStore.Settling(network, task with { Value = open with { State = MeetingTaskState.Withdrawn, SettledAt = after.UndoneAt } }));
        }

        return actions;
    }

    private static TableEntity Row(NetworkId network, MeetingId meeting, SessionEntry entry)
    {
        var row = RowFormat.NewRow(network.Value, Key(meeting, entry.Number));
        SessionEntryRow.Write(row, entry);
        return row;
    }

    private static string Key(MeetingId meeting, int number) => $"entry|{meeting}|{number.ToString("0000", CultureInfo.InvariantCulture)}";
}
