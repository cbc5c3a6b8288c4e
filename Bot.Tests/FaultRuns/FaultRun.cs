using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Tests.Benchmarks;

namespace Bot.Tests.FaultRuns;

/// <summary>Votes and announcements go on while the bot's processes are killed; then it is looked at what is left of them.</summary>
internal sealed class FaultRun(FaultPlan plan, TextWriter output)
{
    private const int Told = 50;

    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(20);

    /// <summary>Runs it to its end.</summary>
    public async Task<FaultVerdict> RunAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var connector = await FaultConnector.StartAsync(cancellationToken);
        using var place = await BenchPlace.OfAsync(plan.Store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await FaultNetwork.SeedAsync(tables, plan, connector.Address, cancellationToken);
            return true;
        });
        await using var herd = new BotHerd(plan, place.Setting);
        var voters = new FaultVoters(plan, herd, connector.Address);
        var coordinator = new FaultCoordinator(plan, herd, connector);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        herd.Start();
        await herd.ListeningAsync(cancellationToken);
        var work = Task.WhenAll(voters.RunAsync(stop.Token), coordinator.RunAsync(stop.Token));
        await herd.KillAsync(plan.Kills, new Chance(plan.Seed), () => connector.IsBusy, kill => Tell(kill, voters, connector), cancellationToken);
        await stop.CancelAsync();
        await work;
        var isQuiet = await QuietAsync(place, herd, cancellationToken);
        await herd.StopAsync();
        return await place.WithAsync(tables => JudgeAsync(tables, connector, herd, voters, coordinator, isQuiet, began, cancellationToken));
    }

    private void Tell(int kill, FaultVoters voters, FaultConnector connector)
    {
        if (kill % Told == 0)
        {
            output.WriteLine($"{kill} kills, {voters.Acknowledged} votes acknowledged, {connector.Taken.Count} messages taken");
        }
    }

    /// <summary>Waits until all announcements are over.</summary>
    private async Task<bool> QuietAsync(BenchPlace place, BotHerd herd, CancellationToken cancellationToken)
    {
        if (!plan.Waits)
        {
            await herd.StopAsync();
            await place.WithAsync(async tables =>
            {
                await new FaultAudit(tables).DateBackAsync(cancellationToken);
                return true;
            });
            herd.Start();
        }

        await herd.ListeningAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < LongestQuiet)
        {
            if (await place.WithAsync(tables => new FaultAudit(tables).IsQuietAsync(cancellationToken)))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromSeconds(plan.Waits ? 5 : 0.3), TimeProvider.System, cancellationToken);
        }

        return false;
    }

    private async Task<FaultVerdict> JudgeAsync(
        ITableStore tables, FaultConnector connector, BotHerd herd, FaultVoters voters, FaultCoordinator coordinator, bool isQuiet, long began, CancellationToken cancellationToken)
    {
        var audit = new FaultAudit(tables);
        var (roll, lines) = (await audit.RollAsync(cancellationToken), await audit.LinesAsync(cancellationToken));
        var votes = roll.GroupBy(line => line.Voter).ToDictionary(line => line.Key, line => line.First().Vote);
        var (register, entries) = await audit.RegisterAsync(coordinator, cancellationToken);
        var untold = await audit.UntoldAsync(coordinator, [.. FaultNetwork.Told(plan)], lines, cancellationToken);
        var other = new List<string>();
        if (herd.EndedByItself is { } printed)
        {
            other.Add("The bot ended by itself: " + printed);
        }

        if (!isQuiet)
        {
            other.Add("Something was still under way at the end.");
        }

        var tally = Tally.Of(roll);
        var findings = new FaultFindings(
            voters.Lost(votes.GetValueOrDefault), [.. roll.GroupBy(line => line.Voter).Where(line => line.Count() > 1).Select(line => line.Key.Value)], register, untold, other);
        return new FaultVerdict(
            plan,
            TimeProvider.System.GetElapsedTime(began),
            herd.Kills.GroupBy(kill => kill.Phase).ToDictionary(phase => phase.Key, phase => phase.Count()),
            (voters.Acknowledged, voters.Unanswered, voters.ChangedMinds),
            (tally.Cast, tally.Entitled),
            (coordinator.Begun, entries),
            new FaultDeliveries(connector, lines, herd.Kills),
            findings);
    }
}
