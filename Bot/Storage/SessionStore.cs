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
/// numbers: the second finds the number taken, reads again and tries the next.</summary>
internal sealed class SessionStore(ITableStore tables)
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
        var row = RowFormat.NewRow(network.Value, Key(meeting, entry.Number));
        SessionEntryRow.Write(row, entry);
        List<TableTransactionAction> actions = [TableTransactionAction.Add(row)];
        if (changed is { } stored)
        {
            actions.Add(TableTransactionAction.Update(MeetingStore.RowOf(network, stored)));
        }

        return await tables.SubmitTransactionAsync(TableNames.Meetings, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Replaces an entry: marked as undone, or standing again.</summary>
    /// <returns>False when somebody else changed it to something else since it was read.</returns>
    public async Task<bool> TryReplaceAsync(NetworkId network, MeetingId meeting, SessionEntry before, SessionEntry after, CancellationToken cancellationToken)
    {
        if (await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(meeting, before.Number), cancellationToken) is not { } standing
            || SessionEntryRow.Read(standing) != before)
        {
            return false;
        }

        var row = RowFormat.NewRow(network.Value, Key(meeting, after.Number));
        SessionEntryRow.Write(row, after);
        row.ETag = standing.ETag;
        return await tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed;
    }

    private static string Key(MeetingId meeting, int number) => $"entry|{meeting}|{number.ToString("0000", CultureInfo.InvariantCulture)}";
}
