using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Accounts of people who say that they belong and whom the network does not know yet: <c>newcomer|network / key</c>.</summary>
internal sealed class NewcomerStore(ITableStore tables)
{
    /// <summary>The newcomer, or null when there is none.</summary>
    public async Task<Stored<Newcomer>?> FindAsync(NetworkId network, string key, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), key, cancellationToken) is { } row ? new Stored<Newcomer>(Read(row), row.ETag) : null;

    /// <summary>Those who wait for a coordinator's word, the longest waiting first. Whose account has become known in another way, as by an admission, waits no more.</summary>
    public async Task<IReadOnlyList<Newcomer>> OpenAsync(NetworkSnapshot network, Instant now, CancellationToken cancellationToken)
    {
        var open = new List<Newcomer>();
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(Partition(network.Network.Id)), cancellationToken))
        {
            if (Read(row) is var newcomer && newcomer.IsOpenAt(now) && network.PersonOf(newcomer.Account) is null)
            {
                open.Add(newcomer);
            }
        }

        return [.. open.OrderBy(newcomer => newcomer.AskedAt).ThenBy(newcomer => newcomer.Key, System.StringComparer.Ordinal)];
    }

    /// <summary>Stores a newcomer.</summary>
    /// <returns>False when there is one of that account already; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, Newcomer newcomer, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Add(Row(network, newcomer))], cancellationToken) is TransactionResult.Committed;

    /// <summary>Stores what has become of a newcomer, if it is still as it was read.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<Newcomer> newcomer, CancellationToken cancellationToken)
    {
        var row = Row(network, newcomer.Value);
        row.ETag = newcomer.ETag;
        return await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Takes a newcomer away, if it is still as it was read.</summary>
    /// <returns>False when it changed since, or is gone.</returns>
    public async Task<bool> TryRemoveAsync(NetworkId network, Stored<Newcomer> newcomer, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition(network), newcomer.Value.Key) { ETag = newcomer.ETag };
        return await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Delete(row)], cancellationToken) is TransactionResult.Committed;
    }

    private static string Partition(NetworkId network) => "newcomer|" + network.Value;

    private static TableEntity Row(NetworkId network, Newcomer newcomer)
    {
        var row = RowFormat.NewRow(Partition(network), newcomer.Key);
        (row["TeamsId"], row["AadObjectId"], row["Name"]) = (newcomer.Account.TeamsId, newcomer.Account.AadObjectId, newcomer.Name);
        (row["AskedAt"], row["DismissedAt"]) = (newcomer.AskedAt.ToDateTimeOffset(), newcomer.DismissedAt?.ToDateTimeOffset());
        return row;
    }

    private static Newcomer Read(TableEntity row) => new(
        row.RowKey, new Account(row.GetString("TeamsId"), row.GetString("AadObjectId")), row.Text("Name"), row.Moment("AskedAt"), row.MomentOrNull("DismissedAt"));
}
