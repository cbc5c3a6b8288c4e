using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Fuzzing;

/// <summary>The command line of the fuzzer: <c>fuzz [--bodies 100000] [--seed N]</c>, or <c>fuzz --again FILE</c> for a body that was written out.</summary>
internal static class FuzzCommand
{
    private const string Usage = "fuzz [--bodies 100000] [--seed N] | fuzz --again FILE";

    private const int Steps = 10;

    private const int MostWritten = 50;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 when a body was answered as none may be; 2 when the words are not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--again", var path])
        {
            return await AgainAsync(path, Console.Out, CancellationToken.None);
        }

        if (Read(args) is not var (bodies, seed))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        return await RunAsync(bodies, seed, Console.Out, CancellationToken.None);
    }

    /// <summary>Posts so many bodies and tells what came of it.</summary>
    public static async Task<int> RunAsync(int bodies, int seed, TextWriter output, CancellationToken cancellationToken)
    {
        await using var run = new FuzzRun();
        await run.WarmUpAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        var looks = new FuzzFigures[Steps];
        for (var step = 0; step < Steps; step++)
        {
            await run.PostAsync(seed, (int)((long)bodies * step / Steps), (int)((long)bodies * (step + 1) / Steps), cancellationToken);
            looks[step] = run.Look();
            await output.WriteLineAsync(FormattableString.Invariant($"{(long)bodies * (step + 1) / Steps,8} bodies: {looks[step]}"));
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        await output.WriteLineAsync(FormattableString.Invariant($"seed {seed}: {bodies} bodies in {took.TotalSeconds:0} s, {bodies / took.TotalSeconds:0} a second"));
        await output.WriteLineAsync("statuses " + string.Join(' ', run.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}={one.Value}")));
        await output.WriteLineAsync(FormattableString.Invariant($"slowest {run.Slowest.Took.TotalMilliseconds:0} ms: number {run.Slowest.Body?.Index}, {run.Slowest.Body?.Kind}, {run.Slowest.Body?.Bytes.Length} bytes"));
        return await TellAsync(run, seed, output, cancellationToken);
    }

    private static async Task<int> TellAsync(FuzzRun run, int seed, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var (body, why) in run.Failures.Take(MostWritten))
        {
            await output.WriteLineAsync($"{why}: {await body.WriteAsync(Environment.CurrentDirectory, seed, why, cancellationToken)} ({body.Kind})");
        }

        foreach (var error in run.Log.Errors)
        {
            await output.WriteLineAsync(error);
        }

        await output.WriteLineAsync($"{run.Failures.Count} failures, {run.Log.Count} errors logged");
        return run.Failures.IsEmpty && run.Log.Count == 0 ? 0 : 1;
    }

    private static async Task<int> AgainAsync(string path, TextWriter output, CancellationToken cancellationToken)
    {
        await using var run = new FuzzRun();
        await run.WarmUpAsync(cancellationToken);
        var status = await run.PostAsync(await FuzzBody.ReadAsync(path, cancellationToken), cancellationToken);
        await output.WriteLineAsync($"status {status}");
        return await TellAsync(run, seed: 0, output, cancellationToken);
    }

    internal static (int Bodies, int Seed)? Read(string[] args)
    {
        var (bodies, seed) = (100_000, 1);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || args[i] is not ("--bodies" or "--seed"))
            {
                return null;
            }

            (bodies, seed) = args[i] == "--bodies" ? (number, seed) : (bodies, number);
        }

        return (bodies, seed);
    }
}
