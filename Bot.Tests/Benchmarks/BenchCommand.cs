using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>The command line of the benchmark: <c>bench [votes|questions|tokens|store|start|all] [--store sqlite|azurite]</c>.</summary>
internal static class BenchCommand
{
    private const string Usage = "bench [votes|questions|tokens|store|start|all] [--store sqlite|azurite]";

    /// <summary>Runs what is named; <c>all</c> when nothing is.</summary>
    /// <returns>0; 1 when a measured answer was wrong; 2 when the words are not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [BareKestrel.Word, .. var sink])
        {
            await BareKestrel.RunAsync(sink is [var address] ? new Uri(address) : null);
            return 0;
        }

        if (Read(args) is not var (what, store))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            await RunAsync(what, store, Console.Out, CancellationToken.None);
            return 0;
        }
        catch (WrongAnswerException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    private static (string What, BenchStore? Store)? Read(string[] args) => args switch
    {
        [] => ("all", null),
        ["--store", var store] => Named("all", store),
        [var what] when IsKnown(what) => (what, null),
        [var what, "--store", var store] when IsKnown(what) => Named(what, store),
        _ => null,
    };

    private static (string What, BenchStore? Store)? Named(string what, string store) =>
        Enum.TryParse<BenchStore>(store, ignoreCase: true, out var named) && Enum.IsDefined(named) ? (what, named) : null;

    private static bool IsKnown(string what) => what is "votes" or "questions" or "tokens" or "store" or "start" or "all";

    private static async Task RunAsync(string what, BenchStore? store, TextWriter output, CancellationToken cancellationToken)
    {
        var isAll = what == "all";
        if (isAll || what == "store")
        {
            await TableStoreBenchmark.RunAsync(output, cancellationToken);
        }

        foreach (var one in store is { } named ? [named] : isAll ? Enum.GetValues<BenchStore>() : [BenchStore.Sqlite])
        {
            if (isAll || what == "votes")
            {
                await VoteBenchmark.RunAsync(one, output, cancellationToken);
            }

            if (isAll || what == "questions")
            {
                await QuestionBenchmark.RunAsync(one, output, cancellationToken);
            }
        }

        if (isAll || what == "tokens")
        {
            await TokenBenchmark.RunAsync(output, cancellationToken);
        }

        if (isAll || what == "start")
        {
            await StartBenchmark.RunAsync(output, cancellationToken);
        }
    }
}
