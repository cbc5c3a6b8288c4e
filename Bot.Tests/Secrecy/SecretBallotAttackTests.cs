using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Secrecy;

/// <summary>An attacker gets everything of secret ballots of 20 with known choices: all rows of all tables with the store's own time stamps, the store's files, the log of the whole process at its
/// most talkative, all messages, all requests and answers with their sizes and times. After the count no way of using it finds more than blind dealing; where something is left to find, the same
/// ways do find it.</summary>
public sealed class SecretBallotAttackTests
{
    /// <summary>Of 400 voters 138 are found by blind dealing, with a standard deviation of 9.7: a strategy that finds 187, one voter in eight more than chance, is caught.</summary>
    private const int OnSqlite = 20;

    private const int OnAzurite = 10;

    [Theory]
    [InlineData(Store.Sqlite, OnSqlite)]
    [InlineData(Store.AzureTables, OnAzurite)]
    public async Task Attack_AfterTheCount_FindsNoMoreThanChance(Store store, int ballots)
    {
        await using var scene = await SecretScene.StartAsync(store);
        var odds = Strategies.All.Keys.ToDictionary(name => name, _ => new Odds(), StringComparer.Ordinal);
        for (var seed = 1; seed <= ballots; seed++)
        {
            var (evidence, chosen) = await BallotAsync(scene, seed);

            Assert.DoesNotContain(evidence.Rows, row => row.Row.StartsWith("paper|", StringComparison.Ordinal));
            Assert.DoesNotContain(evidence.Files, file => file.Bytes.Contains("paper|", StringComparison.Ordinal));
            Assert.NotEmpty(evidence.Log);
            Assert.All([EvidenceTelemetry.Metric, EvidenceTelemetry.Trace], kind => Assert.Contains(evidence.Telemetry, line => line.Category.StartsWith(kind, StringComparison.Ordinal)));
            Assert.DoesNotContain(evidence.Log, line => line.Text.Contains("Request starting", StringComparison.Ordinal) || line.Text.Contains("Request finished", StringComparison.Ordinal));
            Attack(odds, evidence, chosen, seed);
        }

        Report(odds);
        Assert.Equal([], odds.Where(entry => Math.Abs(entry.Value.Deviations) >= Odds.Limit).Select(entry => $"{entry.Key}: {entry.Value.Hits} hits, {entry.Value.Deviations:F1} deviations"));
    }

    /// <summary>What the README says it does not protect from: whoever reads the store while voting is open.</summary>
    [Theory]
    [InlineData(Store.Sqlite, "papers in order of time stamps, voters in order of votes", "papers and roll lines of nearest time stamps", "files: papers and roll lines of the same commit")]
    [InlineData(Store.AzureTables, "papers in order of time stamps, voters in order of votes", "papers and roll lines of nearest time stamps")]
    public Task Attack_BeforeTheCount_FindsEverybody(Store store, params string[] strategies) =>
        FindsAsync(store, (scene, _) => scene.EndAsync(counts: false), change: null, strategies);

    [Fact]
    public Task Attack_OnFilesThatKeepWhatWasRemoved_FindsEverybody() => FindsAsync(
        Store.Sqlite,
        (scene, _) =>
        {
            scene.Talk.Faults.ForgetsNothing = true;
            return scene.EndAsync();
        },
        change: null,
        ["files: papers and roll lines of the same commit"]);

    [Fact]
    public Task Attack_OnButtonsOfUnequalLength_FindsThoseWhoPressed() => FindsAsync(
        Store.Sqlite, (scene, _) => scene.EndAsync(), data => data.Remove("even"), ["length of what was pressed"], typing: 0);

    /// <summary>Wherever the part that stores a vote would say what is on it, it is found.</summary>
    [Theory]
    [InlineData("metric", "words in the metrics at the moment of the vote")]
    [InlineData("size", "numbers in the metrics at the moment of the vote")]
    [InlineData("trace", "words in the traces at the moment of the vote")]
    [InlineData("exception", "words in exceptions at the moment of the vote")]
    [InlineData("scope", "words in the log at the moment of the vote")]
    [InlineData("value", "words in the log at the moment of the vote")]
    public Task Attack_OnAChoiceThatLeaks_FindsEverybody(string place, string strategy) =>
        FindsAsync(Store.Sqlite, (scene, _) => scene.EndAsync(), change: null, [strategy], before: scene => scene.Talk.Faults.OnWrite = LeakIn(scene, place));

    private static Action<IReadOnlyList<TableTransactionAction>> LeakIn(SecretScene scene, string place)
    {
        var logger = scene.Talk.Get<ILoggerFactory>().CreateLogger("planted");
        return actions =>
        {
            if (actions.Select(action => action.Entity).FirstOrDefault(row => row.RowKey.StartsWith("paper|", StringComparison.Ordinal))?.GetString("Paper")?.Trim() is { } choice)
            {
                Leak(logger, place, choice);
            }
        };
    }

    private static void Leak(ILogger logger, string place, string choice)
    {
        KeyValuePair<string, object?>[] told = [new("Choice", choice)], nothing = [];
        switch (place)
        {
            case "metric":
                Planted.Counter.Add(1, KeyValuePair.Create<string, object?>("choice", choice));
                break;
            case "size":
                Planted.Counter.Add(1_000_000 * Array.IndexOf(Enum.GetNames<VoteOption>(), choice));
                break;
            case "trace":
                using (var activity = Planted.Source.StartActivity("cast"))
                {
                    activity?.SetTag("choice", choice);
                }

                break;
            case "exception":
                Assert.IsType<InvalidOperationException>(Record.Exception(() => int.Parse("0", CultureInfo.InvariantCulture) == 0 ? throw new InvalidOperationException($"The paper says {choice}.") : 1));
                break;
            case "scope":
                using (logger.BeginScope(told))
                {
                    logger.Log(LogLevel.Debug, default, nothing, null, Stored);
                }

                break;
            default:
                logger.Log(LogLevel.Debug, default, told, null, Stored);
                break;
        }
    }

    private static string Stored(KeyValuePair<string, object?>[] state, Exception? exception) => "Stored.";

    /// <summary>A meter and a source of activities as a careless part would have them.</summary>
    private static class Planted
    {
        public static readonly ActivitySource Source = new("planted");

        private static readonly Meter Meter = new("planted");

        public static readonly Counter<long> Counter = Meter.CreateCounter<long>("papers");
    }

    [Fact]
    public async Task Attack_OnFingerprintsOfMessages_FindsThoseWhoTyped()
    {
        await using var scene = await SecretScene.StartAsync(Store.Sqlite);
        var odds = new Odds();
        for (var seed = 1; seed <= 3; seed++)
        {
            var (evidence, chosen) = await BallotAsync(scene, seed, typing: 100);
            var typed = evidence.Requests.Where(request => request.PressedBytes is null).Select(request => (request.At, Word(chosen[IndexOf(request.Voter)]))).ToList();
            var leaky = evidence with
            {
                Rows = [.. evidence.Rows, .. typed.Select(one => new SeenRow(
                    TableNames.Messages, Talk.Network.Value, "x", one.At.ToDateTimeOffset(), $"{{\"Text\":\"{HeardMessage.Fingerprint(one.Item2)}\"}}"))],
            };
            odds.Add(chosen, Strategies.All["fingerprints of messages by trying words"](leaky, Sorted(chosen), new Random(seed)));
        }

        Assert.True(odds.Deviations > Odds.Limit, $"{odds.Deviations:F1}");
    }

    [Fact]
    public async Task Votes_InASecretBallot_AreCountedAsCast()
    {
        await using var scene = await SecretScene.StartAsync(Store.Sqlite);
        var ballot = await scene.OpenAsync();
        var chosen = Choices(new Random(5));
        await scene.VoteAsync(chosen, new Random(5));
        await scene.EndAsync();
        var tally = (await scene.RecordAsync(ballot)).Result!.Tally;
        Assert.Equal((8, 7, 5, 0), (tally.Yes, tally.No, tally.Abstain, tally.NotVoted));
    }

    private static async Task FindsAsync(
        Store store, Func<SecretScene, BallotId, Task> end, Action<System.Text.Json.Nodes.JsonObject>? change, IReadOnlyList<string> strategies, int typing = 33,
        Action<SecretScene>? before = null)
    {
        await using var scene = await SecretScene.StartAsync(store);
        before?.Invoke(scene);
        var odds = Strategies.All.Keys.ToDictionary(name => name, _ => new Odds(), StringComparer.Ordinal);
        for (var seed = 1; seed <= 3; seed++)
        {
            var ballot = await scene.OpenAsync();
            var chosen = Choices(new Random(seed));
            await scene.VoteAsync(chosen, new Random(seed), typing, change);
            await end(scene, ballot);
            Attack(odds, await scene.SeizeAsync(ballot), chosen, seed);
            await scene.Talk.SettleAsync();
        }

        Report(odds);
        Assert.All(strategies, name => Assert.True(odds[name].Deviations > Odds.Limit, $"{name}: {odds[name].Hits} hits, {odds[name].Deviations:F1} deviations"));
    }

    private static async Task<(Evidence Evidence, VoteOption[] Chosen)> BallotAsync(SecretScene scene, int seed, int typing = 33)
    {
        var ballot = await scene.OpenAsync();
        var random = new Random(seed);
        var chosen = Choices(random);
        await scene.VoteAsync(chosen, random, typing);
        await scene.EndAsync();
        return (await scene.SeizeAsync(ballot), chosen);
    }

    private static void Attack(Dictionary<string, Odds> odds, Evidence evidence, VoteOption[] chosen, int seed)
    {
        foreach (var (index, (name, strategy)) in Strategies.All.Index())
        {
            odds[name].Add(chosen, strategy(evidence, Sorted(chosen), new Random((seed * 7919) + index)));
        }
    }

    private static void Report(Dictionary<string, Odds> odds) => TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', odds.Select(entry =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Value.Hits,5} of {entry.Value.Mean,6:F1} by chance, {entry.Value.Deviations,5:F1} deviations: {entry.Key}"))));

    /// <summary>Eight for, seven against, five abstain, whoever they are.</summary>
    private static VoteOption[] Choices(Random random) =>
    [
        .. Enumerable.Repeat(VoteOption.Yes, 8).Concat(Enumerable.Repeat(VoteOption.No, 7)).Concat(Enumerable.Repeat(VoteOption.Abstain, 5)).OrderBy(_ => random.Next()),
    ];

    private static VoteOption[] Sorted(VoteOption[] chosen) => [.. chosen.Order()];

    private static int IndexOf(string voter) => SecretScene.Names.ToList().IndexOf(voter);

    private static string Word(VoteOption option) => option switch { VoteOption.Yes => "Ja", VoteOption.No => "Nein", _ => "Enthaltung" };
}
