using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The agendas of meetings, in the partition of the network's meetings: <c>item|meeting|001</c> for each item, <c>item|meeting|order</c> for their order, and
/// <c>wait|committee|meeting|001</c> for what waits for a committee's next meeting.</summary>
/// <remarks>Whatever changes the order or adds an item also replaces the order's row on the version that was read, whatever changes an item its row: of two at once one reads
/// again, and none is lost.</remarks>
internal sealed class AgendaStore(ITableStore tables)
{
    private const string OrderKey = "order";

    private const int Readings = 5;

    /// <summary>The agenda of a meeting, in order.</summary>
    public async Task<Agenda> OfAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken) =>
        (await LoadAsync(network, meeting, cancellationToken)).Agenda;

    /// <summary>The agenda of a meeting with the versions of its rows. Read again while its order names an item that was not there yet when the items were read.</summary>
    public async Task<StoredAgenda> LoadAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        for (var reading = 1; ; reading++)
        {
            var (items, rows, order) = (new List<AgendaItem>(), new Dictionary<int, ETag>(), default(TableEntity));
            await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"item|{meeting.Id}|"), cancellationToken))
            {
                if (row.RowKey.EndsWith(OrderKey, StringComparison.Ordinal))
                {
                    order = row;
                    continue;
                }

                var item = AgendaItemRow.Read(row);
                items.Add(item);
                rows[item.Number] = row.ETag;
            }

            var numbers = order is null ? [] : ReadOrder(order);
            if (reading == Readings || numbers.All(rows.ContainsKey))
            {
                return new StoredAgenda(Agenda.Of(meeting, items, numbers), order?.ETag, rows);
            }
        }
    }

    /// <summary>Stores a changed agenda, and whatever else must be stored with it or not at all.</summary>
    /// <param name="network">The network.</param>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="besides">Further changes in the partition of the network's meetings.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when somebody else changed one of the rows since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(
        NetworkId network, StoredAgenda before, Agenda after, IEnumerable<TableTransactionAction> besides, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [.. ChangesOf(network, before, after), .. besides];
        return actions.Count == 0 || await tables.SubmitTransactionAsync(TableNames.Meetings, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>What has to be written so that an agenda is as it is to be: nothing for what is so already.</summary>
    public static IEnumerable<TableTransactionAction> ChangesOf(NetworkId network, StoredAgenda before, Agenda after)
    {
        var standing = before.Agenda.Items.Concat(before.Agenda.Withdrawn).ToDictionary(item => item.Number);
        foreach (var item in after.Items.Concat(after.Withdrawn).Where(item => !standing.TryGetValue(item.Number, out var same) || same != item))
        {
            var row = RowFormat.NewRow(network.Value, Key(after.Meeting.Id, item.Number.ToString("000", CultureInfo.InvariantCulture)));
            AgendaItemRow.Write(row, item);
            row.ETag = before.Rows.GetValueOrDefault(item.Number);
            yield return before.Rows.ContainsKey(item.Number) ? TableTransactionAction.Update(row) : TableTransactionAction.Add(row);
        }

        if (before.Order is null || !before.Agenda.Items.Select(item => item.Number).SequenceEqual(after.Items.Select(item => item.Number)))
        {
            var row = RowFormat.NewRow(network.Value, Key(after.Meeting.Id, OrderKey));
            row["Order"] = string.Join(',', after.Items.Select(item => item.Number.ToString(CultureInfo.InvariantCulture)));
            row.ETag = before.Order ?? default;
            yield return before.Order is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        }
    }

    /// <summary>What waits for a committee's next meeting, at most so many: the items, and how they are taken away.</summary>
    public async Task<IReadOnlyList<(AgendaItem Item, TableTransactionAction Taken)>> WaitingAsync(
        NetworkId network, CommitteeId committee, int most, CancellationToken cancellationToken)
    {
        var waiting = new List<(AgendaItem, TableTransactionAction)>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"wait|{committee}|") with { Take = most }, cancellationToken))
        {
            waiting.Add((AgendaItemRow.Read(row), TableTransactionAction.Delete(row)));
        }

        return waiting;
    }

    /// <summary>Has an item wait for a committee's next meeting.</summary>
    /// <param name="network">The network.</param>
    /// <param name="committee">For whose meeting.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="item">As it will stand there.</param>
    public static TableTransactionAction Wait(NetworkId network, CommitteeId committee, ItemLink from, AgendaItem item)
    {
        var row = RowFormat.NewRow(network.Value, $"wait|{committee}|{from.Meeting}|{from.Number.ToString("000", CultureInfo.InvariantCulture)}");
        AgendaItemRow.Write(row, item);
        return TableTransactionAction.Upsert(row);
    }

    /// <summary>The same at once. Repeating it has it wait once.</summary>
    public Task WaitAsync(NetworkId network, CommitteeId committee, ItemLink from, AgendaItem item, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Meetings, [Wait(network, committee, from, item)], cancellationToken);

    private static string Key(MeetingId meeting, string item) => $"item|{meeting}|{item}";

    private static int[] ReadOrder(TableEntity row) =>
        [.. row.Text("Order").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>The row of an item in another state, everything else as it is stored, on the version that was read: for whoever stores something together with it.
    /// Null when there is none.</summary>
    public async Task<TableEntity?> RowInStateAsync(NetworkId network, MeetingId meeting, int number, AgendaItemState state, CancellationToken cancellationToken)
    {
        var key = Key(meeting, number.ToString("000", CultureInfo.InvariantCulture));
        if (await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, key, cancellationToken) is not { } row)
        {
            return null;
        }

        row["State"] = state.ToString();
        return row;
    }
}
