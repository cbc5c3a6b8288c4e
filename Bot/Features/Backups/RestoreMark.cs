using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>How far a restore has come.</summary>
internal enum RestoreState
{
    /// <summary>What was there before is being taken away.</summary>
    Clearing,

    /// <summary>Nothing of the network is left; its rows are being written. Until its head is written nobody sees any of them.</summary>
    Writing,
}

/// <summary>The mark of a restore that is not done: <c>restore|network / state</c> in the table of networks.</summary>
/// <param name="Print">From which file.</param>
/// <param name="State">How far it has come.</param>
internal sealed record RestoreMark(string Print, RestoreState State)
{
    private const string Key = "state";

    /// <summary>The mark that stands; null when no restore of the network is under way.</summary>
    public static async Task<RestoreMark?> FindAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), Key, cancellationToken) is { } row
            ? new RestoreMark(row.Text("Print"), row.Named<RestoreState>("State"))
            : null;

    /// <summary>Sets the mark.</summary>
    public async Task SetAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), Key);
        (row["Print"], row["State"]) = (Print, State.ToString());
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Takes the mark away: the restore is done.</summary>
    public static Task RemoveAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(Partition(network), Key)], cancellationToken);

    /// <summary>The partition in which a restore or a removal of a network marks how far it has come.</summary>
    public static string Partition(NetworkId network) => NetworkHoldings.RestoreLead + "|" + network.Value;
}
