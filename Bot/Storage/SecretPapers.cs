using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The papers of a secret ballot in the ballot's partition, as rows <c>paper|random</c> that hold what was chosen and nothing else. They stay only until
/// they are counted: the store's own time stamp of such a row is that of its voter's line, and goes with it. All rows of a ballot are of the same length, so that what is
/// sent to the store does not tell by its size what was chosen.</summary>
internal static class SecretPapers
{
    /// <summary>What row keys of papers begin with.</summary>
    public const string Prefix = "paper|";

    private const int KeyBytes = 16;

    private const int BatchSize = 100;

    /// <summary>A row for a paper, under a key nobody can guess or compute.</summary>
    /// <param name="partition">The ballot's.</param>
    /// <param name="paper">What was chosen.</param>
    /// <param name="form">The form of the ballot's papers, which says how long the longest is.</param>
    public static TableEntity NewRow(string partition, BallotPaper paper, PaperForm form)
    {
        var row = RowFormat.NewRow(partition, Prefix + RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true));
        row["Paper"] = paper.Code.PadRight(form.LongestCode);
        return row;
    }

    /// <summary>All papers there are.</summary>
    public static async Task<IReadOnlyList<BallotPaper>> ReadAsync(ITableStore tables, string partition, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(tables, partition, cancellationToken)).Select(row => new BallotPaper(row.Text("Paper").TrimEnd(' ')))];

    /// <summary>Removes them all, and has the store forget them. Returns when none is left, also when another instance removes them at the same time; repeating it
    /// after a crash completes it.</summary>
    public static async Task RemoveAsync(ITableStore tables, string partition, CancellationToken cancellationToken)
    {
        while (await RowsAsync(tables, partition, cancellationToken) is { Count: > 0 } left)
        {
            foreach (var batch in left.Chunk(BatchSize))
            {
                // A batch of which another instance has removed a row already is refused as a whole; what is left of it is read again.
                await tables.SubmitTransactionAsync(TableNames.Ballots, [.. batch.Select(TableTransactionAction.Delete)], cancellationToken);
            }
        }

        await tables.ForgetRemovedAsync(cancellationToken);
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
