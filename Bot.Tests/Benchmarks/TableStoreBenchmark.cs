using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Benchmarks;

/// <summary>What the embedded store alone can commit: the upper bound of votes per second.</summary>
public static class TableStoreBenchmark
{
    private const string Table = "Votes";
    private const int Voters = 300;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    /// <summary>Prints commits per second and processor time per commit at 1, 16, 64 and 256 in flight.</summary>
    /// <remarks>"replace" is one conditional replace; "vote" is one point read and one conditional replace, as casting a vote does.</remarks>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await store.CreateTableIfNotExistsAsync(Table, cancellationToken);
        await output.WriteLineAsync("SQLite store, one row per voter, durable commits");
        await output.WriteLineAsync("in flight  work     commits/s  CPU µs/commit  p50 ms  p99 ms");
        foreach (var inFlight in new[] { 1, 16, 64, 256 })
        {
            foreach (var reads in new[] { false, true })
            {
                await MeasureAsync(store, inFlight, reads, WarmUp, cancellationToken);
                var (commits, processor, latencies) = await MeasureAsync(store, inFlight, reads, Measured, cancellationToken);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{inFlight,9}  {(reads ? "vote" : "replace"),-7}  {commits / Measured.TotalSeconds,9:F0}  {processor.TotalMicroseconds / commits,13:F1}  {latencies[commits / 2],6:F2}  {latencies[commits * 99 / 100],6:F2}"));
            }
        }
    }

    private static async Task<(int Commits, TimeSpan Processor, double[] Latencies)> MeasureAsync(
        ITableStore store, int inFlight, bool reads, TimeSpan duration, CancellationToken cancellationToken)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(client =>
            Task.Run(() => VoteAsync(store, client, reads, clock, duration, cancellationToken), cancellationToken)));
        var all = latencies.SelectMany(each => each).Order().ToArray();
        return (all.Length, Environment.CpuUsage.TotalTime - processor, all);
    }

    /// <summary>One client that votes again and again, each time for another of its voters.</summary>
    private static async Task<double[]> VoteAsync(
        ITableStore store, int client, bool reads, Stopwatch clock, TimeSpan duration, CancellationToken cancellationToken)
    {
        var partition = string.Create(CultureInfo.InvariantCulture, $"ballot-{client}");
        var rows = await SeedAsync(store, partition, cancellationToken);
        var latencies = new System.Collections.Generic.List<double>();
        for (var turn = 0; clock.Elapsed < duration; turn++)
        {
            var began = clock.Elapsed;
            var row = rows[turn % Voters];
            row = reads ? (await store.GetEntityIfExistsAsync(Table, partition, row.RowKey, cancellationToken))! : row;
            row["Choice"] = turn % 2 == 0 ? "yes" : "no";
            var result = await store.SubmitTransactionAsync(Table, [TableTransactionAction.Update(row)], cancellationToken);
            row.ETag = ((TransactionResult.Committed)result).ETags[0];
            latencies.Add((clock.Elapsed - began).TotalMilliseconds);
        }

        return [.. latencies];
    }

    private static async Task<TableEntity[]> SeedAsync(ITableStore store, string partition, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, Voters).Select(voter => Seat(partition, voter)).ToArray();
        foreach (var hundred in rows.Chunk(100))
        {
            var result = await store.SubmitTransactionAsync(Table, [.. hundred.Select(TableTransactionAction.Upsert)], cancellationToken);
            foreach (var (row, etag) in hundred.Zip(((TransactionResult.Committed)result).ETags))
            {
                row.ETag = etag;
            }
        }

        return rows;
    }

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
