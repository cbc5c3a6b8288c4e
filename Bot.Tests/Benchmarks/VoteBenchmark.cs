using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using NodaTime;

namespace Bot.Tests.Benchmarks;

/// <summary>What a counted, durable vote costs, beside what a web server alone costs and what the store alone can commit.</summary>
/// <remarks>Bot and floor are processes of their own: their processor time holds nothing of the load, which this process makes.</remarks>
internal static class VoteBenchmark
{
    private const double GoalMicroseconds = 443;
    private const double GoalShare = 0.8;

    /// <summary>Measures, kills the bot and counts the roll.</summary>
    /// <exception cref="WrongAnswerException">A vote was refused, lost or doubled.</exception>
    public static async Task RunAsync(BenchStore store, TextWriter output, CancellationToken cancellationToken)
    {
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var place = await BenchPlace.OfAsync(store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await BenchNetwork.SeedAsync(tables, sink.Address, SystemClock.Instance.GetCurrentInstant(), cancellationToken);
            return true;
        });
        await using var bot = await ServerProcess.StartBotAsync([place.Setting, "--ExampleNetwork:Enabled=false"], cancellationToken);
        await using var floor = await ServerProcess.StartBareKestrelAsync(cancellationToken);
        var voters = VoteClient.ForAll(sink.Address);
        var rounds = await MeasureAsync(store, bot, voters, floor, Echoes(sink.Address), cancellationToken);
        Write(store, rounds, output);
        await bot.KillAsync();
        var verified = await place.WithAsync(tables => VerifyAsync(tables, voters, cancellationToken));
        await output.WriteLineAsync(verified + string.Create(CultureInfo.InvariantCulture, $" The channel's card was brought up to date {sink.Updates} times meanwhile."));
        await output.WriteLineAsync();
    }

    private static SameClient[] Echoes(Uri serviceUrl) =>
        [.. Enumerable.Range(0, LoadGenerator.InFlight).Select(client => new SameClient(BenchNetwork.Vote(client, VoteOption.Yes, serviceUrl), comesBack: true))];

    private static async Task<(Measurement Floor, Measurement Store, Measurement Bot)> MeasureAsync(
        BenchStore store, ServerProcess bot, VoteClient[] voters, ServerProcess floor, SameClient[] echoes, CancellationToken cancellationToken)
    {
        using var alone = await BenchPlace.OfAsync(store, cancellationToken);
        return await alone.WithAsync(async tables =>
        {
            var load = await StoreLoad.SeedAsync(tables, LoadGenerator.InFlight, cancellationToken);
            await LoadGenerator.RunAsync(floor, echoes, LoadGenerator.WarmUp, cancellationToken);
            await load.RunAsync(reads: true, LoadGenerator.WarmUp, cancellationToken);
            await LoadGenerator.RunAsync(bot, voters, LoadGenerator.WarmUp, cancellationToken);
            var (floors, stores, bots) = (new List<Measurement>(), new List<Measurement>(), new List<Measurement>());
            for (var round = 0; round < LoadGenerator.Rounds; round++)
            {
                floors.Add(await LoadGenerator.RunAsync(floor, echoes, LoadGenerator.Round, cancellationToken));
                stores.Add(await load.RunAsync(reads: true, LoadGenerator.Round, cancellationToken));
                bots.Add(await LoadGenerator.RunAsync(bot, voters, LoadGenerator.Round, cancellationToken));
            }

            return (Measurement.Of(floors), Measurement.Of(stores), Measurement.Of(bots));
        });
    }

    private static void Write(BenchStore store, (Measurement Floor, Measurement Store, Measurement Bot) rounds, TextWriter output)
    {
        output.WriteLine($"Votes on {store}: {BenchNetwork.Voters} voters, {LoadGenerator.InFlight} in flight, {LoadGenerator.Rounds} rounds of {LoadGenerator.Round.TotalSeconds:F0} s each, in turns");
        Measurement.WriteHead(output);
        rounds.Floor.Write(output, "bare Kestrel giving the same body back");
        rounds.Store.Write(output, "store alone: row read, replaced, committed");
        rounds.Bot.Write(output, "bot: vote counted and durable");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A vote costs {rounds.Bot.ProcessorMicroseconds:F0} µs of processor time (goal: below {GoalMicroseconds}); {rounds.Bot.PerSecond / rounds.Store.PerSecond:P0} of what the store alone can commit (goal: {GoalShare:P0})."));
    }

    /// <summary>Compares the roll, read after the bot was killed, with what was confirmed to the voters.</summary>
    private static async Task<string> VerifyAsync(ITableStore tables, VoteClient[] clients, CancellationToken cancellationToken)
    {
        var roll = (await new BallotStore(tables).RollAsync(BenchNetwork.Id, BenchNetwork.Ballot, cancellationToken)).Select(entry => entry.Value).ToList();
        var confirmed = clients.SelectMany(client => client.Acknowledged).ToDictionary(vote => BenchNetwork.VoterOf(vote.Key), vote => vote.Value);
        var wrong = roll.Where(entry => !confirmed.TryGetValue(entry.Voter, out var vote) ? entry.Vote is not null : entry.Vote != vote).ToList();
        var tally = Tally.Of(roll);
        if (wrong.Count > 0 || tally.Cast != confirmed.Count || tally.Entitled != BenchNetwork.Voters || confirmed.Count != BenchNetwork.Voters)
        {
            throw new WrongAnswerException(
                $"The roll holds {tally.Cast} votes of {tally.Entitled}, {confirmed.Count} voters were told theirs counts, {wrong.Count} of them another one.");
        }

        return $"Bot killed, then counted: {tally.Cast} votes of {tally.Entitled} voters, each the one last confirmed.";
    }
}
