using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Platform.Telemetry;

namespace Bot.Storage;

/// <summary>Ballots and their rolls. One partition a ballot: <c>ballot</c>, a row <c>roll|voter</c> for everyone on the roll, so that
/// two voters never meet on one version, and while a secret ballot runs its papers (<see cref="SecretPapers"/>). Partitions of their own list the ballots
/// that are running, <c>running|network</c>, those that ended without deciding anything for good, <c>unsettled|network</c>, and those taken in a meeting,
/// <c>meeting|network|id</c>.</summary>
internal sealed class BallotStore(ITableStore tables)
{
    /// <summary>Row key of the head, which makes it a ballot.</summary>
    public const string Head = "ballot";

    private const int BatchSize = 100;

    /// <summary>For how many voters at most one person can ask for secrecy in one step; with the head they fill a batch.</summary>
    public const int MostAsking = BatchSize - 1;

    /// <summary>Opens a ballot: first the running list, then the roll, last the head, which makes it a ballot. Repeating it after a
    /// crash completes it; a roll or head that stands already stays as it is.</summary>
    public async Task OpenAsync(NetworkId network, BallotRecord record, IReadOnlyCollection<RollEntry> roll, CancellationToken cancellationToken)
    {
        var running = ListRow(RunningPartition(network), record);
        await tables.SubmitTransactionAsync(TableNames.Ballots, [TableTransactionAction.Upsert(running)], cancellationToken);
        if (record.Ballot.Meeting is { } meeting)
        {
            var taken = RowFormat.NewRow(MeetingPartition(network, meeting), record.Ballot.Id.Value);
            await tables.SubmitTransactionAsync(TableNames.Ballots, [TableTransactionAction.Upsert(taken)], cancellationToken);
        }

        foreach (var chunk in roll.Chunk(BatchSize))
        {
            var rows = chunk.Select(entry => TableTransactionAction.Add(EntryRow(network, record.Ballot.Id, entry))).ToList();
            await tables.SubmitTransactionAsync(TableNames.Ballots, rows, cancellationToken);
        }

        var head = RowFormat.NewRow(Partition(network, record.Ballot.Id), Head);
        BallotRow.WriteHead(head, record);
        await tables.SubmitTransactionAsync(TableNames.Ballots, [TableTransactionAction.Add(head)], cancellationToken);
    }

    /// <summary>The ballot, or null when there is none.</summary>
    public async Task<Stored<BallotRecord>?> FindAsync(NetworkId network, BallotId id, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Ballots, Partition(network, id), Head, cancellationToken);
        return row is null ? null : new Stored<BallotRecord>(BallotRow.ReadHead(row), row.ETag);
    }

    /// <summary>Every ballot there is, in no order; reads all rows of the network's ballots. For exports.</summary>
    public async Task<IReadOnlyList<BallotRecord>> AllAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var all = new List<BallotRecord>();
        await foreach (var row in tables.ScanAsync(TableNames.Ballots, network.Value + "|", cancellationToken))
        {
            if (row.RowKey == Head)
            {
                all.Add(BallotRow.ReadHead(row));
            }
        }

        return all;
    }

    /// <summary>The ballots neither counted nor void, oldest identity first.</summary>
    public async Task<IReadOnlyList<BallotRecord>> RunningAsync(NetworkId network, CancellationToken cancellationToken) =>
        [.. (await ListedAsync(network, RunningPartition(network), cancellationToken)).Where(record => record is { IsCounted: false, Ballot.Voided: null })];

    /// <summary>The ballots that wait for a tie to be decided, or that may be repeated.</summary>
    public async Task<IReadOnlyList<BallotRecord>> UnsettledAsync(NetworkId network, CancellationToken cancellationToken) =>
        [.. (await ListedAsync(network, UnsettledPartition(network), cancellationToken)).Where(record => record.IsUnsettled)];

    /// <summary>The ballot of one of the network's committees. A ballot of a committee that is kept from whoever asks is none, and costs as many reads as none.</summary>
    public async Task<Stored<BallotRecord>?> FindAsync(Network network, BallotId ballot, CancellationToken cancellationToken) =>
        await FindAsync(network.Id, ballot, cancellationToken) is { } found && network.Committee(found.Value.Motion.Committee) is not null ? found : null;

    /// <summary>The running ballots of the network's committees. Those of committees that are kept from whoever asks are not even read.</summary>
    public async Task<IReadOnlyList<BallotRecord>> RunningAsync(Network network, CancellationToken cancellationToken) =>
        [.. (await ListedAsync(network.Id, RunningPartition(network.Id), cancellationToken, network)).Where(record => record is { IsCounted: false, Ballot.Voided: null })];

    /// <summary>The same of those that wait for a tie to be decided, or that may be repeated.</summary>
    public async Task<IReadOnlyList<BallotRecord>> UnsettledAsync(Network network, CancellationToken cancellationToken) =>
        [.. (await ListedAsync(network.Id, UnsettledPartition(network.Id), cancellationToken, network)).Where(record => record.IsUnsettled)];

    /// <summary>The ballots taken in a meeting, void ones too, in no order. Costs one query and a look at each. Of those opened before they were listed nothing is known here.</summary>
    public Task<IReadOnlyList<BallotRecord>> InMeetingAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken) =>
        ListedAsync(network, MeetingPartition(network, meeting), cancellationToken);

    /// <summary>The voter's line on the roll, or null when the voter is not on it.</summary>
    public async Task<Stored<RollEntry>?> FindEntryAsync(NetworkId network, BallotId ballot, VoterId voter, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Ballots, Partition(network, ballot), EntryKey(voter), cancellationToken);
        return row is null ? null : new Stored<RollEntry>(BallotRow.ReadEntry(row), row.ETag);
    }

    /// <summary>Stores a line with a vote if it is still as it was read; a secret paper beside it, in the same step, so that there are always as many
    /// papers as have voted.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ballot">The ballot.</param>
    /// <param name="entry">The line with the vote, and the version it was read in.</param>
    /// <param name="paper">The choice; on the line already where the ballot is taken by name.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>False when the line changed since; nothing was written.</returns>
    public async Task<bool> TryCastAsync(NetworkId network, Ballot ballot, Stored<RollEntry> entry, BallotPaper paper, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [Replacement(network, ballot.Id, entry)];
        if (ballot.IsSecret)
        {
            actions.Add(TableTransactionAction.Add(SecretPapers.NewRow(Partition(network, ballot.Id), paper, ballot.Form)));
        }

        if (await tables.SubmitTransactionAsync(TableNames.Ballots, actions, cancellationToken) is not TransactionResult.Committed)
        {
            return false;
        }

        Measures.Votes.Add(1);
        return true;
    }

    /// <summary>The papers of a secret ballot that have not been put into piles yet.</summary>
    public Task<IReadOnlyList<BallotPaper>> PapersAsync(NetworkId network, BallotId ballot, CancellationToken cancellationToken) =>
        SecretPapers.ReadAsync(tables, Partition(network, ballot), cancellationToken);

    /// <summary>Removes the papers of a secret ballot that was counted, from the store's files too; the counts stay.</summary>
    public Task RemovePapersAsync(NetworkId network, BallotId ballot, CancellationToken cancellationToken) =>
        SecretPapers.RemoveAsync(tables, Partition(network, ballot), cancellationToken);

    /// <summary>Stores requests for secrecy: the changed lines of one person's voters and the head, each on the version it was read in, in one step, so that none is
    /// overlooked when the head is settled.</summary>
    /// <returns>False when one of them changed since; nothing was written.</returns>
    public async Task<bool> TryAskAsync(
        NetworkId network, Stored<BallotRecord> head, IReadOnlyCollection<Stored<RollEntry>> entries, CancellationToken cancellationToken)
    {
        var actions = entries.Select(entry => Replacement(network, head.Value.Ballot.Id, entry)).Append(Replacement(network, head)).ToList();
        return await tables.SubmitTransactionAsync(TableNames.Ballots, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Has the store forget what was replaced on rolls and heads, such as who asked for secrecy.</summary>
    public Task ForgetReplacedAsync(CancellationToken cancellationToken) => tables.ForgetRemovedAsync(cancellationToken);

    /// <summary>Stores several changed lines together, at most 100, if all are still as they were read.</summary>
    /// <returns>False when one changed since; nothing was written.</returns>
    public async Task<bool> TrySaveEntriesAsync(
        NetworkId network, BallotId ballot, IReadOnlyCollection<Stored<RollEntry>> entries, CancellationToken cancellationToken)
    {
        var rows = entries.Select(entry => Replacement(network, ballot, entry)).ToList();
        return await tables.SubmitTransactionAsync(TableNames.Ballots, rows, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>The whole roll.</summary>
    public async Task<IReadOnlyList<Stored<RollEntry>>> RollAsync(NetworkId network, BallotId ballot, CancellationToken cancellationToken)
    {
        var roll = new List<Stored<RollEntry>>();
        await foreach (var row in tables.QueryAsync(TableNames.Ballots, RowRange.WithPrefix(Partition(network, ballot), "roll|"), cancellationToken))
        {
            roll.Add(new Stored<RollEntry>(BallotRow.ReadEntry(row), row.ETag));
        }

        return roll;
    }

    /// <summary>Stores a changed head if it is still as it was read.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<BallotRecord> record, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Ballots, [Replacement(network, record)], cancellationToken) is TransactionResult.Committed;

    /// <summary>Takes a counted or void ballot off the running list.</summary>
    public Task RemoveRunningAsync(NetworkId network, BallotId ballot, CancellationToken cancellationToken) =>
        TakeOffAsync(RunningPartition(network), ballot, cancellationToken);

    /// <summary>Puts an ended ballot on the list of the unsettled, or takes it off, as it is now.</summary>
    public Task ListUnsettledAsync(NetworkId network, BallotRecord record, CancellationToken cancellationToken) => record.IsUnsettled
        ? tables.SubmitTransactionAsync(
            TableNames.Ballots, [TableTransactionAction.Upsert(ListRow(UnsettledPartition(network), record))], cancellationToken)
        : TakeOffAsync(UnsettledPartition(network), record.Ballot.Id, cancellationToken);

    private async Task<IReadOnlyList<BallotRecord>> ListedAsync(NetworkId network, string partition, CancellationToken cancellationToken, Network? shown = null)
    {
        var listed = new List<BallotRecord>();
        await foreach (var row in tables.QueryAsync(TableNames.Ballots, RowRange.All(partition), cancellationToken))
        {
            // Of ballots listed before version 0.5 only the ballot itself tells whose it is.
            var isShown = shown is null || row.GetString("Committee") is not { } committee || shown.Committee(new CommitteeId(committee)) is not null;
            if (isShown && await FindAsync(network, new BallotId(row.RowKey), cancellationToken) is { Value: var record } && (shown is null || shown.Committee(record.Motion.Committee) is not null))
            {
                listed.Add(record);
            }
        }

        return listed;
    }

    private Task<TransactionResult> TakeOffAsync(string partition, BallotId ballot, CancellationToken cancellationToken) => tables.SubmitTransactionAsync(
        TableNames.Ballots, [TableTransactionAction.Remove(partition, ballot.Value)], cancellationToken);

    private static TableTransactionAction Replacement(NetworkId network, BallotId ballot, Stored<RollEntry> entry)
    {
        var row = EntryRow(network, ballot, entry.Value);
        row.ETag = entry.ETag;
        return TableTransactionAction.Update(row);
    }

    private static TableTransactionAction Replacement(NetworkId network, Stored<BallotRecord> head)
    {
        var row = RowFormat.NewRow(Partition(network, head.Value.Ballot.Id), Head);
        BallotRow.WriteHead(row, head.Value);
        row.ETag = head.ETag;
        return TableTransactionAction.Update(row);
    }

    private static TableEntity EntryRow(NetworkId network, BallotId ballot, RollEntry entry)
    {
        var row = RowFormat.NewRow(Partition(network, ballot), EntryKey(entry.Voter));
        BallotRow.WriteEntry(row, entry);
        return row;
    }

    private static string Partition(NetworkId network, BallotId ballot) => network.Value + "|" + ballot.Value;

    private static TableEntity ListRow(string partition, BallotRecord record)
    {
        var row = RowFormat.NewRow(partition, record.Ballot.Id.Value);
        row["Committee"] = record.Motion.Committee.Value;
        return row;
    }

    private static string RunningPartition(NetworkId network) => "running|" + network.Value;

    private static string UnsettledPartition(NetworkId network) => "unsettled|" + network.Value;

    private static string MeetingPartition(NetworkId network, MeetingId meeting) => "meeting|" + network.Value + "|" + meeting.Value;

    private static string EntryKey(VoterId voter) => "roll|" + voter.Value;
}
