using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Benchmarks;

/// <summary>What the embedded store alone can commit.</summary>
internal static class TableStoreBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    /// <summary>Prints commits per second and processor time per commit of the embedded store at 1, 16, 64 and 256 in flight.</summary>
    /// <remarks>"replace" is one conditional replace; "vote" is one point read and one conditional replace, as casting a vote does.
    /// The processor time includes the load, which is a loop in the same process.</remarks>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder(isOnDisk: true);
        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        await output.WriteLineAsync("SQLite store alone, one row per voter, durable commits");
        Measurement.WriteHead(output);
        foreach (var inFlight in new[] { 1, 16, 64, 256 })
        {
            var load = await StoreLoad.SeedAsync(store, inFlight, cancellationToken);
            foreach (var reads in new[] { false, true })
            {
                await load.RunAsync(reads, WarmUp, cancellationToken);
                var measured = await load.RunAsync(reads, Measured, cancellationToken);
                measured.Write(output, string.Create(CultureInfo.InvariantCulture, $"{inFlight,3} in flight: {(reads ? "row read and replaced" : "row replaced")}"));
            }
        }

        await output.WriteLineAsync();
    }
}
