using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>Memory of this process: what is alive before and after, and the most there was in between, garbage included.</summary>
internal sealed class MemoryWatch
{
    private readonly long before = Alive();
    private readonly long residentBefore = Environment.WorkingSet;
    private long peak;
    private long residentPeak;

    /// <summary>Looks four times a second until told to stop.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            residentPeak = Math.Max(residentPeak, Environment.WorkingSet);
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Writes what was seen.</summary>
    public Task WriteAsync(TextWriter output) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"memory: alive {Mega(before):F1} MB before, {Mega(Alive()):F1} MB after; heap at most {Mega(peak):F1} MB, garbage included; resident {Mega(residentBefore):F0} MB before, at most {Mega(residentPeak):F0} MB"));

    private static double Mega(long bytes) => bytes / 1048576.0;

    private static long Alive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
