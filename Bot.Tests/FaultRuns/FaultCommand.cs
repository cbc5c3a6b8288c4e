using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Benchmarks;

namespace Bot.Tests.FaultRuns;

/// <summary>The command line of the fault program: <c>faults [--kills 1000] [--store sqlite|azurite] [--instances 1|3] [--recipients 500] [--voters 200] [--seed N] [--leases waited|dated]</c>.</summary>
internal static class FaultCommand
{
    private const string Usage = "faults [--kills 1000] [--store sqlite|azurite] [--instances 1|3] [--recipients 500] [--voters 200] [--seed N] [--leases waited|dated]";

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 when something acknowledged was lost, or anything else a kill must not do; 2 when the words are not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Read(args) is not { } plan)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var verdict = await new FaultRun(plan, Console.Out).RunAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(verdict.ToString());
        return verdict.IsGood ? 0 : 1;
    }

    /// <summary>What the words ask for; null when they are not understood.</summary>
    public static FaultPlan? Read(IReadOnlyList<string> args)
    {
        var plan = new FaultPlan(Kills: 1000, BenchStore.Sqlite, Instances: 1, Recipients: 500, Voters: 200, Seed: 1);
        for (var at = 0; at < args.Count; at += 2)
        {
            if (at + 1 >= args.Count || With(plan, args[at], args[at + 1]) is not { } next)
            {
                return null;
            }

            plan = next;
        }

        return plan.Voters <= plan.Recipients ? plan : null;
    }

    private static FaultPlan? With(FaultPlan plan, string name, string value) => (name, Number(value)) switch
    {
        ("--store", _) => Enum.TryParse<BenchStore>(value, ignoreCase: true, out var store) && Enum.IsDefined(store) && Number(value) is null ? plan with { Store = store } : null,
        ("--kills", { } kills and > 0) => plan with { Kills = kills },
        ("--instances", { } instances and (1 or 3)) => plan with { Instances = instances },
        ("--recipients", { } recipients and > 0 and < 1000) => plan with { Recipients = recipients },
        ("--voters", { } voters and > 0 and < 1000) => plan with { Voters = voters },
        ("--seed", { } seed) => plan with { Seed = seed },
        ("--leases", _) when value is "waited" or "dated" => plan with { Waits = value == "waited" },
        _ => null,
    };

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What is to be done to the bot.</summary>
/// <param name="Kills">How often a process is killed.</param>
/// <param name="Store">Where it keeps its rows.</param>
/// <param name="Instances">How many run side by side.</param>
/// <param name="Recipients">How many people are told of what is announced to the plenary.</param>
/// <param name="Voters">How many organizations vote.</param>
/// <param name="Seed">Which moments and which choices; the machine's own are not repeated by it.</param>
/// <param name="Waits">Whether leases are waited for as they are. Otherwise what was left behind is dated back while no bot runs, which is all that their time would do.</param>
internal sealed record FaultPlan(int Kills, BenchStore Store, int Instances, int Recipients, int Voters, int Seed, bool Waits = true);
