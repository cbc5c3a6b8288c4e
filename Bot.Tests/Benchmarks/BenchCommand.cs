using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>The command line of the benchmark: <c>bench [votes|questions|tokens|store|start|all] [--store sqlite|azurite]</c>, or <c>bench announce [recipients [speed]]</c>.</summary>
internal static class BenchCommand
{
    private const string Usage = "bench [votes|questions|tokens|store|start|all] [--store sqlite|azurite], or bench announce [recipients [speed of the clock]]";

    /// <summary>Runs what is named; <c>all</c> when nothing is.</summary>
    /// <returns>0; 1 when a measured answer was wrong; 2 when the words are not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [BareKestrel.Word])
        {
            await BareKestrel.RunAsync();
            return 0;
        }

        if (args is [ConnectorRole.Word, var fast])
        {
            await ConnectorRole.RunAsync(int.Parse(fast, CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is ["announce", ..] && ReadAnnounce(args) is var (recipients, speed))
        {
            await AnnounceBenchmark.RunAsync(recipients, speed, Console.Out, CancellationToken.None);
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

    /// <summary>Whether the words ask for a measurement.</summary>
    internal static bool IsUnderstood(string[] args) => args is ["announce", ..] ? ReadAnnounce(args) is not null : Read(args) is not null;

    /// <summary>Ten thousand recipients on a clock ten times as fast, unless told otherwise.</summary>
    private static (int Recipients, int Speed)? ReadAnnounce(string[] args) => args switch
    {
        [_] => (10_000, 10),
        [_, var recipients] when IsNumber(recipients) => (Number(recipients), 10),
        [_, var recipients, var speed] when IsNumber(recipients) && IsNumber(speed) => (Number(recipients), Number(speed)),
        _ => null,
    };

    private static bool IsNumber(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

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

        foreach (var one in store is { } named ? [named] : isAll || what == "votes" ? Enum.GetValues<BenchStore>() : [BenchStore.Sqlite])
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
