using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>What was restored.</summary>
/// <param name="Contents">From what.</param>
/// <param name="Resolutions">Entries in the register.</param>
/// <param name="Fault">What is wrong with the register; null when it verifies.</param>
internal sealed record RestoreSummary(BackupContents Contents, int Resolutions, RegisterFinding? Fault);

/// <summary>Puts a network back from a backup, into an empty store or beside others.</summary>
/// <remarks>The whole file is read and checked before anything is written. Then, under a mark that stands until all is done: the network's head goes, so that nobody sees the network any more; its rows go;
/// the rows of the file are written, all but head and due rows; the head, from which on the network is there as a whole; the due rows, which nobody could have looked at before without finding nothing and
/// taking them away; last the tenant's row, from which on people are answered. A process that dies anywhere between leaves the mark, and the same command goes on where it was. No half of a network is ever seen.</remarks>
internal sealed class NetworkRestore(ITableStore tables, NetworkStore networks, ResolutionStore register)
{
    /// <summary>Restores.</summary>
    /// <param name="open">Opens the file from its beginning.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <param name="beforeReplacing">Called before a network that is there is taken away; null to refuse that.</param>
    /// <param name="cancellationToken">Stops it; it can be gone on with.</param>
    /// <exception cref="BackupException">Refused; nothing was changed.</exception>
    public async Task<RestoreSummary> RunAsync(Func<Stream> open, string passphrase, Func<NetworkId, Task>? beforeReplacing, CancellationToken cancellationToken)
    {
        var contents = Check(open, passphrase);
        foreach (var table in NetworkHoldings.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        var network = new NetworkId(contents.Manifest.Network);
        await RefuseSecondUnmarkedAsync(contents.Manifest, network, cancellationToken);
        if (await BeginAsync(contents, network, beforeReplacing, cancellationToken) is RestoreState.Clearing)
        {
            await ClearAsync(network, cancellationToken);
            await new RestoreMark(contents.Print, RestoreState.Writing).SetAsync(tables, network, cancellationToken);
        }

        if (!await IsThereAsync(network, cancellationToken))
        {
            await WriteAsync(open, passphrase, contents, cancellationToken);
        }

        await LoadAsync(open, passphrase, contents, (table, _) => table == DueTable.Table, cancellationToken);
        await networks.BindAsync(contents.Manifest.Tenant, network, cancellationToken);
        await RestoreMark.RemoveAsync(tables, network, cancellationToken);
        var content = await register.ContentAsync(network, cancellationToken);
        return new RestoreSummary(contents, content.Rows.Count, RegisterInspection.FirstFault(content));
    }

    private static BackupContents Check(Func<Stream> open, string passphrase)
    {
        using var file = open();
        return BackupContents.Check(file, passphrase);
    }

    /// <summary>Cards of networks that were not founded beside another do not say whose they are; two of them in one tenant could not be told apart.</summary>
    private async Task RefuseSecondUnmarkedAsync(BackupManifest manifest, NetworkId network, CancellationToken cancellationToken)
    {
        var others = (await networks.OfTenantAsync(manifest.Tenant, cancellationToken)).Where(other => other != network && !other.IsFurther).ToList();
        if (!network.IsFurther && others.Count > 0)
        {
            throw new BackupException($"The tenant {manifest.Tenant} holds the network '{others[0].Value}' already, and both were founded as the only one of their tenant. Restore this one into a store of its own.");
        }
    }

    /// <summary>Sets the mark, unless it stands from before.</summary>
    private async Task<RestoreState> BeginAsync(BackupContents contents, NetworkId network, Func<NetworkId, Task>? beforeReplacing, CancellationToken cancellationToken)
    {
        var mark = await RestoreMark.FindAsync(tables, network, cancellationToken);
        if (mark?.Print == contents.Print)
        {
            return mark.State;
        }

        if (beforeReplacing is null && mark is not null)
        {
            throw new BackupException("A restore of this network from another file was begun and not finished. Go on with that file, or add --replace to begin anew with this one.");
        }

        if (await IsThereAsync(network, cancellationToken))
        {
            if (beforeReplacing is null)
            {
                throw new BackupException($"The network '{network.Value}' ({contents.Manifest.Name}) is there already, and nothing was changed. To put the backup in its place, stop the bot and add --replace.");
            }

            await beforeReplacing(network);
        }

        await new RestoreMark(contents.Print, RestoreState.Clearing).SetAsync(tables, network, cancellationToken);
        return RestoreState.Clearing;
    }

    private async Task<bool> IsThereAsync(NetworkId network, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, network.Value, NetworkRows.Head, cancellationToken) is not null;

    /// <summary>Takes everything of the network away, what no backup holds as well, its head first. What says where people can be reached stays.</summary>
    private async Task ClearAsync(NetworkId network, CancellationToken cancellationToken)
    {
        await NetworkClearing.RemoveHeadAsync(tables, network, cancellationToken);
        await NetworkClearing.RemoveRowsAsync(tables, network, cancellationToken);
    }

    /// <summary>Writes everything but what is due, and the head when all the rest is there.</summary>
    private async Task WriteAsync(Func<Stream> open, string passphrase, BackupContents contents, CancellationToken cancellationToken)
    {
        TableEntity? head = null;
        await LoadAsync(
            open,
            passphrase,
            contents,
            (table, row) =>
            {
                var isHead = table == TableNames.Networks && row.PartitionKey == contents.Manifest.Network && row.RowKey == NetworkRows.Head;
                head = isHead ? row : head;
                return !isHead && table != DueTable.Table;
            },
            cancellationToken);
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(head ?? throw new BackupException("The file holds no head of the network. Use another copy."))], cancellationToken);
    }

    private async Task LoadAsync(Func<Stream> open, string passphrase, BackupContents contents, Func<string, TableEntity, bool> isWanted, CancellationToken cancellationToken)
    {
        using var file = open();
        var load = new RowLoad(tables, cancellationToken);
        foreach (var (table, row) in contents.RowsOf(file, passphrase).Where(read => isWanted(read.Table, read.Row)))
        {
            // Where people can be reached may be known better here than it was then.
            var isKnown = table == ConversationBook.Table && await tables.GetEntityIfExistsAsync(table, row.PartitionKey, row.RowKey, cancellationToken) is not null;
            if (!isKnown)
            {
                await load.AddAsync(table, TableTransactionAction.Upsert(row));
            }
        }

        await load.EndAsync();
    }
}
