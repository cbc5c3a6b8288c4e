using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>The mark of a removal that is not done: <c>restore|network / removal</c> in the table of networks. With it an interrupted removal is gone on with when the network's head is gone already.</summary>
/// <param name="NameHash">SHA-256 of the network's name, by which the name given again is compared; the name itself is not to be kept.</param>
/// <param name="Tenant">The tenant it lived in.</param>
internal sealed record RemovalMark(string NameHash, string Tenant)
{
    private const string Key = "removal";

    /// <summary>A mark for a network of this name.</summary>
    public static RemovalMark Of(string name, string tenant) => new(HashOf(name), tenant);

    /// <summary>Whether this is the network's name, letter by letter.</summary>
    public bool IsOf(string name) => string.Equals(NameHash, HashOf(name), StringComparison.Ordinal);

    /// <summary>The mark that stands; null when no removal of the network is under way.</summary>
    public static async Task<RemovalMark?> FindAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, RestoreMark.Partition(network), Key, cancellationToken) is { } row
            ? new RemovalMark(row.Text("Print"), row.Text("Tenant"))
            : null;

    /// <summary>Sets the mark.</summary>
    public async Task SetAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(RestoreMark.Partition(network), Key);
        (row["Print"], row["Tenant"]) = (NameHash, Tenant);
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Takes the mark away, and that of a restore that was never finished: the removal is done.</summary>
    public static async Task RemoveAsync(ITableStore tables, NetworkId network, CancellationToken cancellationToken)
    {
        await RestoreMark.RemoveAsync(tables, network, cancellationToken);
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(RestoreMark.Partition(network), Key)], cancellationToken);
    }

    private static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
