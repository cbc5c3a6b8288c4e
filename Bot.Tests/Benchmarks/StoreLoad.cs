using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Tests.Benchmarks;

/// <summary>Commits to a store without a bot in between: the upper bound of votes per second.</summary>
internal sealed class StoreLoad
{
    private const string Table = "storealone";
    private const int VotersEach = 300;

    private readonly ITableStore store;
    private readonly TableEntity[][] rows;

    private StoreLoad(ITableStore store, TableEntity[][] rows)
    {
        this.store = store;
        this.rows = rows;
    }

    /// <summary>Writes the rows: for each in flight a partition of its own.</summary>
    public static async Task<StoreLoad> SeedAsync(ITableStore tables, int inFlight, CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        var ballots = new List<TableEntity[]>();
        for (var client = 0; client < inFlight; client++)
        {
            ballots.Add(await SeedAsync(tables, string.Create(CultureInfo.InvariantCulture, $"ballot-{client}"), cancellationToken));
        }

        return new StoreLoad(tables, [.. ballots]);
    }

    /// <summary>Commits until the time is over.</summary>
    /// <param name="reads">Whether each row is read before it is replaced, as a vote does.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends it earlier.</param>
    /// <param name="addsPaper">Whether each commit adds a row too, as a secret vote does.</param>
    public async Task<Measurement> RunAsync(bool reads, TimeSpan duration, CancellationToken cancellationToken, bool addsPaper = false)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var milliseconds = await Task.WhenAll(rows.Select(mine => Task.Run(() => CommitAsync(mine, reads, addsPaper, clock, duration, cancellationToken), cancellationToken)));
        return new Measurement(clock.Elapsed, Environment.CpuUsage.TotalTime - processor, [.. milliseconds.SelectMany(each => each).Order()]);
    }

    /// <summary>One client that votes again and again, each time for another of its voters.</summary>
    private async Task<List<double>> CommitAsync(TableEntity[] mine, bool reads, bool addsPaper, Stopwatch clock, TimeSpan duration, CancellationToken cancellationToken)
    {
        var milliseconds = new List<double>();
        for (var turn = 0; clock.Elapsed is var began && began < duration; turn++)
        {
            var known = mine[turn % mine.Length];
            var row = reads ? (await store.GetEntityIfExistsAsync(Table, known.PartitionKey, known.RowKey, cancellationToken))! : known;
            row["Choice"] = turn % 2 == 0 ? "yes" : "no";
            TableTransactionAction[] actions = addsPaper ? [TableTransactionAction.Update(row), TableTransactionAction.Add(Paper(row.PartitionKey))] : [TableTransactionAction.Update(row)];
            var result = await store.SubmitTransactionAsync(Table, actions, cancellationToken);
            known.ETag = ((TransactionResult.Committed)result).ETags[0];
            milliseconds.Add((clock.Elapsed - began).TotalMilliseconds);
        }

        return milliseconds;
    }

    private static async Task<TableEntity[]> SeedAsync(ITableStore tables, string partition, CancellationToken cancellationToken)
    {
        var ballot = Enumerable.Range(0, VotersEach).Select(voter => Seat(partition, voter)).ToArray();
        foreach (var hundred in ballot.Chunk(100))
        {
            var result = await tables.SubmitTransactionAsync(Table, [.. hundred.Select(TableTransactionAction.Upsert)], cancellationToken);
            foreach (var (row, etag) in hundred.Zip(((TransactionResult.Committed)result).ETags))
            {
                row.ETag = etag;
            }
        }

        return ballot;
    }

    private static TableEntity Paper(string partition) => new(partition, "paper|" + Guid.NewGuid().ToString("N")) { ["Format"] = 1, ["Paper"] = "Abstain" };

    /// <summary>A row of the size a voter's seat has.</summary>
    private static TableEntity Seat(string partition, int voter) => new(partition, string.Create(CultureInfo.InvariantCulture, $"voter-{voter:000}"))
    {
        ["Format"] = 1,
        ["Organization"] = "Verein für Demokratie und Vielfalt e. V.",
        ["Representative"] = "29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ8xG3cXo",
        ["EntitledBecause"] = "Representative",
        ["Choice"] = "none",
        ["CastAt"] = DateTimeOffset.UnixEpoch,
    };
}
