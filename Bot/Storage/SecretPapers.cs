using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The papers of a secret ballot in the ballot's partition, as rows <c>paper|random</c> that hold what was chosen and nothing else. They stay only until
/// they are counted: the store's own time stamp of such a row is that of its voter's line, and goes with it.</summary>
internal static class SecretPapers
{
    private const string Prefix = "paper|";

    private const int KeyBytes = 16;

    private const int BatchSize = 100;

    /// <summary>A row for a paper, under a key nobody can guess or compute.</summary>
    public static TableEntity NewRow(string partition, BallotPaper paper)
    {
        var row = RowFormat.NewRow(partition, Prefix + RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true));
        row["Paper"] = paper.Code;
        return row;
    }

    /// <summary>All papers there are.</summary>
    public static async Task<IReadOnlyList<BallotPaper>> ReadAsync(ITableStore tables, string partition, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(tables, partition, cancellationToken)).Select(row => new BallotPaper(row.Text("Paper")))];

    /// <summary>Removes them all; repeating it after a crash completes it.</summary>
    public static async Task RemoveAsync(ITableStore tables, string partition, CancellationToken cancellationToken)
    {
        foreach (var batch in (await RowsAsync(tables, partition, cancellationToken)).Chunk(BatchSize))
        {
            await tables.SubmitTransactionAsync(TableNames.Ballots, [.. batch.Select(TableTransactionAction.Delete)], cancellationToken);
        }
    }

    private static async Task<List<TableEntity>> RowsAsync(ITableStore tables, string partition, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.QueryAsync(TableNames.Ballots, RowRange.WithPrefix(partition, Prefix), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
