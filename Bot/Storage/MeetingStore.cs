using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Meetings. One partition a network: <c>meeting|id</c>, <c>day|date|committee</c> (the order of days,
/// and the guard that a committee meets at most once a day), <c>off|date|meeting</c> (the order of the cancelled), together with what <see cref="AgendaStore"/>, <see cref="AttendanceStore"/>, <see cref="ReplyStore"/> and <see cref="SessionStore"/> keep of them.</summary>
internal sealed class MeetingStore(ITableStore tables)
{
    /// <summary>The meeting, or null when there is none.</summary>
    public async Task<Stored<Meeting>?> FindAsync(NetworkId network, MeetingId id, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, MeetingKey(id), cancellationToken);
        return row is null ? null : new Stored<Meeting>(MeetingRow.Read(row), row.ETag);
    }

    /// <summary>The meeting of one of the network's committees. A meeting of a committee that is kept from whoever asks is none, and costs as many reads as none.</summary>
    /// <param name="network">The network as far as whoever asks may know of it.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Stored<Meeting>?> FindAsync(Network network, MeetingId id, CancellationToken cancellationToken) =>
        await FindAsync(network.Id, id, cancellationToken) is { } found && network.Committee(found.Value.Committee) is not null ? found : null;

    /// <summary>Meetings of the network's committees on or after a day, in order of days. Those of committees that are kept from whoever asks are not even read.</summary>
    /// <param name="network">The network as far as whoever asks may know of it.</param>
    /// <param name="day">The first day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Meeting> FromAsync(Network network, LocalDate day, CancellationToken cancellationToken) => ListedAsync(network, "day", day, cancellationToken);

    /// <summary>The same of cancelled meetings, in order of the days they would have been on.</summary>
    /// <inheritdoc cref="FromAsync(Network, LocalDate, CancellationToken)"/>
    public IAsyncEnumerable<Meeting> CancelledFromAsync(Network network, LocalDate day, CancellationToken cancellationToken) => ListedAsync(network, "off", day, cancellationToken);

    /// <summary>Meetings of all committees on or after a day, in order of days.</summary>
    public async IAsyncEnumerable<Meeting> FromAsync(
        NetworkId network, LocalDate day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, From(network, "day", day), cancellationToken))
        {
            if (await FindAsync(network, new MeetingId(row.Text("Meeting")), cancellationToken) is { } found)
            {
                yield return found.Value;
            }
        }
    }

    /// <summary>All meetings of a network that were ever called, the cancelled among them, in no order that means anything.</summary>
    public async IAsyncEnumerable<Meeting> AllAsync(NetworkId network, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, "meeting|"), cancellationToken))
        {
            yield return MeetingRow.Read(row);
        }
    }

    /// <summary>Cancelled meetings of all committees that would have been on or after a day, in order of days. Of those cancelled before version 0.3 nothing is known here.</summary>
    public async IAsyncEnumerable<Meeting> CancelledFromAsync(
        NetworkId network, LocalDate day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, From(network, "off", day), cancellationToken))
        {
            if (await FindAsync(network, new MeetingId(row.Text("Meeting")), cancellationToken) is { } found)
            {
                yield return found.Value;
            }
        }
    }

    /// <summary>The committee's meeting on that day, or null.</summary>
    public async Task<Meeting?> OnDayAsync(NetworkId network, CommitteeId committee, LocalDate day, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, DayKey(day, committee), cancellationToken);
        return row is null ? null : (await FindAsync(network, new MeetingId(row.Text("Meeting")), cancellationToken))?.Value;
    }

    /// <summary>Stores a new meeting, unless the committee already meets that day.</summary>
    /// <param name="network">The network.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <param name="guard">A row of the same partition on whose version it was decided, such as whose turn it is to lead; null for none.</param>
    /// <param name="gate">The committee's gate, which is open; null where nobody can end the committee meanwhile.</param>
    /// <returns>False when another meeting of the committee stands on that day, or guard or gate were changed; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken, TableEntity? guard = null, TableTransactionAction? gate = null)
    {
        var day = RowFormat.NewRow(network.Value, DayKey(meeting.Day, meeting.Committee));
        day["Meeting"] = meeting.Id.Value;
        var row = RowFormat.NewRow(network.Value, MeetingKey(meeting.Id));
        MeetingRow.Write(row, meeting);
        var result = await tables.SubmitTransactionAsync(
            TableNames.Meetings,
            [TableTransactionAction.Add(day), TableTransactionAction.Add(row), .. guard is null ? [] : new[] { TableTransactionAction.Update(guard) }, .. gate is null ? [] : new[] { gate }],
            cancellationToken);
        return result is TransactionResult.Committed;
    }

    /// <summary>Stores a changed meeting if it is still as it was read; not for one that is cancelled or moved.</summary>
    /// <returns>False when somebody else changed it since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<Meeting> meeting, CancellationToken cancellationToken)
    {
        return await tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Update(RowOf(network, meeting))], cancellationToken)
            is TransactionResult.Committed;
    }

    /// <summary>The row of a changed meeting, on the version that was read: for whoever stores something together with it.</summary>
    public static TableEntity RowOf(NetworkId network, Stored<Meeting> meeting)
    {
        var row = RowFormat.NewRow(network.Value, MeetingKey(meeting.Value.Id));
        MeetingRow.Write(row, meeting.Value);
        row.ETag = meeting.ETag;
        return row;
    }

    /// <summary>Stores a meeting that will not take place and frees its day.</summary>
    /// <returns>False when somebody else changed it since it was read.</returns>
    public async Task<bool> TryCancelAsync(NetworkId network, Stored<Meeting> cancelled, CancellationToken cancellationToken)
    {
        var row = RowOf(network, cancelled);
        var day = new TableEntity(network.Value, DayKey(cancelled.Value.Day, cancelled.Value.Committee)) { ETag = Azure.ETag.All };
        var off = RowFormat.NewRow(network.Value, $"off|{RowFormat.Write(cancelled.Value.Day)}|{cancelled.Value.Id}");
        off["Meeting"] = cancelled.Value.Id.Value;
        off["Committee"] = cancelled.Value.Committee.Value;
        var result = await tables.SubmitTransactionAsync(
            TableNames.Meetings, [TableTransactionAction.Update(row), TableTransactionAction.Delete(day), TableTransactionAction.Upsert(off)], cancellationToken);
        return result is TransactionResult.Committed;
    }

    /// <summary>Stores a meeting that has another day, time or place: its old day is freed and the new one taken in one batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="moved">As it is to be, on the version that was read.</param>
    /// <param name="from">The day it was on when it was read.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when somebody else changed the meeting since it was read, or another meeting of the committee stands on the new day; nothing was written.</returns>
    public async Task<bool> TryMoveAsync(NetworkId network, Stored<Meeting> moved, LocalDate from, CancellationToken cancellationToken)
    {
        if (moved.Value.Day == from)
        {
            return await TrySaveAsync(network, moved, cancellationToken);
        }

        var left = new TableEntity(network.Value, DayKey(from, moved.Value.Committee)) { ETag = Azure.ETag.All };
        var taken = RowFormat.NewRow(network.Value, DayKey(moved.Value.Day, moved.Value.Committee));
        taken["Meeting"] = moved.Value.Id.Value;
        var result = await tables.SubmitTransactionAsync(
            TableNames.Meetings,
            [TableTransactionAction.Update(RowOf(network, moved)), TableTransactionAction.Delete(left), TableTransactionAction.Add(taken)],
            cancellationToken);
        return result is TransactionResult.Committed;
    }

    private async IAsyncEnumerable<Meeting> ListedAsync(
        Network network, string order, LocalDate day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, From(network.Id, order, day), cancellationToken))
        {
            // The day's key ends with the committee; of those cancelled before version 0.5 only the meeting itself tells whose it was.
            var committee = order == "day" ? row.RowKey.Split('|', 3)[2] : row.GetString("Committee");
            if ((committee is null || network.Committee(new CommitteeId(committee)) is not null)
                && await FindAsync(network, new MeetingId(row.Text("Meeting")), cancellationToken) is { } found)
            {
                yield return found.Value;
            }
        }
    }

    private static RowRange From(NetworkId network, string order, LocalDate day) => new(network.Value, $"{order}|{RowFormat.Write(day)}", order + "~");

    private static string MeetingKey(MeetingId id) => "meeting|" + id.Value;

    private static string DayKey(LocalDate day, CommitteeId committee) => $"day|{RowFormat.Write(day)}|{committee}";
}
