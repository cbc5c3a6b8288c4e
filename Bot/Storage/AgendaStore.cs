using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The agendas of meetings, in the partition of the network's meetings: <c>item|meeting|number</c>.</summary>
internal sealed class AgendaStore(ITableStore tables)
{
    /// <summary>The agenda of a meeting, in order.</summary>
    public async Task<Agenda> OfAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        var items = new List<AgendaItem>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"item|{meeting.Id}|"), cancellationToken))
        {
            items.Add(AgendaItemRow.Read(row));
        }

        return new Agenda(meeting, items);
    }

    /// <summary>Stores a new agenda item under its number.</summary>
    /// <returns>False when another item took the number since the agenda was read.</returns>
    public async Task<bool> TryAddItemAsync(NetworkId network, MeetingId meeting, AgendaItem item, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, $"item|{meeting}|{item.Number.ToString("000", CultureInfo.InvariantCulture)}");
        AgendaItemRow.Write(row, item);
        return await tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Add(row)], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>The row of an item in another state, everything else as it is stored, on the version that was read: for whoever stores something together with it.
    /// Null when there is none.</summary>
    public async Task<TableEntity?> RowInStateAsync(NetworkId network, MeetingId meeting, int number, AgendaItemState state, CancellationToken cancellationToken)
    {
        var key = $"item|{meeting}|{number.ToString("000", CultureInfo.InvariantCulture)}";
        if (await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, key, cancellationToken) is not { } row)
        {
            return null;
        }

        row["State"] = state.ToString();
        return row;
    }
}
