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
    private const int GoalTrips = 2;

    /// <summary>Rounds of secret votes are warmed up less: the same code was run before.</summary>
    private static readonly TimeSpan ShortWarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Enough ballots for the fastest: of 300 votes each.</summary>
    private static int SecretBallotsOn(BenchStore store) => store == BenchStore.Sqlite ? 240 : 80;

    /// <summary>Measures, kills the bot and counts rolls and papers.</summary>
    /// <exception cref="WrongAnswerException">A vote was refused, lost or doubled.</exception>
    public static async Task RunAsync(BenchStore store, TextWriter output, CancellationToken cancellationToken)
    {
        var trips = await VoteTrips.CountAsync(store, cancellationToken);
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var place = await BenchPlace.OfAsync(store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await BenchNetwork.SeedAsync(tables, sink.Address, SystemClock.Instance.GetCurrentInstant(), cancellationToken, SecretBallotsOn(store));
            return true;
        });
        await using var bot = await ServerProcess.StartBotAsync([place.Setting, "--ExampleNetwork:Enabled=false"], cancellationToken);
        await using var floor = await ServerProcess.StartBareKestrelAsync(cancellationToken);
        var voters = VoteClient.ForAll(sink.Address);
        var secret = SecretVoteClient.ForAll(SecretBallotsOn(store), sink.Address);
        var rounds = await MeasureAsync(store, bot, voters, secret, floor, Echoes(sink.Address), cancellationToken);
        Write(store, rounds, trips, output);
        await bot.KillAsync();
        var verified = await place.WithAsync(tables => VerifyAsync(tables, voters, cancellationToken));
        var papers = await place.WithAsync(tables => VerifySecretAsync(tables, secret, cancellationToken));
        await output.WriteLineAsync(verified + " " + papers + string.Create(CultureInfo.InvariantCulture, $" The channel's cards were brought up to date {sink.Updates} times meanwhile."));
        await output.WriteLineAsync();
    }

    private static SameClient[] Echoes(Uri serviceUrl) =>
        [.. Enumerable.Range(0, LoadGenerator.InFlight).Select(client => new SameClient(BenchNetwork.Vote(client, VoteOption.Yes, serviceUrl), comesBack: true))];

    private static async Task<Rounds> MeasureAsync(
        BenchStore store, ServerProcess bot, VoteClient[] voters, SecretVoteClient[] secret, ServerProcess floor, SameClient[] echoes, CancellationToken cancellationToken)
    {
        using var alone = await BenchPlace.OfAsync(store, cancellationToken);
        return await alone.WithAsync(async tables =>
        {
            var load = await StoreLoad.SeedAsync(tables, LoadGenerator.InFlight, cancellationToken);
            await LoadGenerator.RunAsync(floor, echoes, LoadGenerator.WarmUp, cancellationToken);
            await load.RunAsync(reads: true, LoadGenerator.WarmUp, cancellationToken);
            await LoadGenerator.RunAsync(bot, voters, LoadGenerator.WarmUp, cancellationToken);
            await load.RunAsync(reads: true, ShortWarmUp, cancellationToken, addsPaper: true);
            await LoadGenerator.RunAsync(bot, secret, ShortWarmUp, cancellationToken);
            var rounds = new List<Rounds>();
            for (var round = 0; round < LoadGenerator.Rounds; round++)
            {
                rounds.Add(new Rounds(
                    await LoadGenerator.RunAsync(floor, echoes, LoadGenerator.Round, cancellationToken),
                    await load.RunAsync(reads: true, LoadGenerator.Round, cancellationToken),
                    await LoadGenerator.RunAsync(bot, voters, LoadGenerator.Round, cancellationToken),
                    await load.RunAsync(reads: true, LoadGenerator.Round, cancellationToken, addsPaper: true),
                    await LoadGenerator.RunAsync(bot, secret, LoadGenerator.Round, cancellationToken)));
            }

            return Rounds.Of(rounds);
        });
    }

    private static void Write(BenchStore store, Rounds rounds, (double Open, double Secret) trips, TextWriter output)
    {
        output.WriteLine($"Votes on {store}: {BenchNetwork.Voters} voters, {LoadGenerator.InFlight} in flight, {LoadGenerator.Rounds} rounds of {LoadGenerator.Round.TotalSeconds:F0} s each, in turns");
        Measurement.WriteHead(output);
        rounds.Floor.Write(output, "bare Kestrel giving the same body back");
        rounds.Store.Write(output, "store alone: row read, replaced, committed");
        rounds.Bot.Write(output, "bot: vote by name, counted and durable");
        rounds.StoreWithPaper.Write(output, "store alone: the same with a paper beside it");
        rounds.BotInSecret.Write(output, "bot: secret vote, counted and durable");
        WriteGoals(output, "A vote by name", rounds.Bot, rounds.Store, trips.Open);
        WriteGoals(output, "A secret vote", rounds.BotInSecret, rounds.StoreWithPaper, trips.Secret);
    }

    private static void WriteGoals(TextWriter output, string what, Measurement bot, Measurement store, double trips) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {bot.ProcessorMicroseconds:F0} µs of processor time (goal: below {GoalMicroseconds}); {bot.PerSecond / store.PerSecond:P0} of what the store alone can commit (goal: {GoalShare:P0}); {trips:F2} storage calls (goal: at most {GoalTrips})."));

    /// <summary>Compares rolls and papers, read after the bot was killed, with what was confirmed.</summary>
    private static async Task<string> VerifySecretAsync(ITableStore tables, SecretVoteClient[] clients, CancellationToken cancellationToken)
    {
        var store = new BallotStore(tables);
        var ballots = clients.SelectMany(client => client.Acknowledged).GroupBy(vote => vote.Ballot).ToList();
        foreach (var ballot in ballots)
        {
            var id = BenchNetwork.SecretBallot(ballot.Key);
            var voted = (await store.RollAsync(BenchNetwork.Id, id, cancellationToken)).Count(line => line.Value is { HasVoted: true, Paper: null });
            var papers = (await store.PapersAsync(BenchNetwork.Id, id, cancellationToken)).Select(paper => paper.Code).Order(StringComparer.Ordinal);
            if (voted != ballot.Count() || !papers.SequenceEqual(ballot.Select(vote => vote.Option.ToString()).Order(StringComparer.Ordinal)))
            {
                throw new WrongAnswerException($"Ballot {id} holds {voted} lines with a vote; {ballot.Count()} voters were told theirs counts.");
            }
        }

        return $"{ballots.Sum(ballot => ballot.Count())} secret votes in {ballots.Count} ballots, each with its paper.";
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

    /// <summary>What is compared, each measured in turn.</summary>
    private sealed record Rounds(Measurement Floor, Measurement Store, Measurement Bot, Measurement StoreWithPaper, Measurement BotInSecret)
    {
        public static Rounds Of(IReadOnlyCollection<Rounds> all) => new(
            Measurement.Of([.. all.Select(one => one.Floor)]), Measurement.Of([.. all.Select(one => one.Store)]), Measurement.Of([.. all.Select(one => one.Bot)]),
            Measurement.Of([.. all.Select(one => one.StoreWithPaper)]), Measurement.Of([.. all.Select(one => one.BotInSecret)]));
    }
}
