using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two thousand are entitled and all vote within the minute their ballot lasts, some twice, some too late, at three instances on one Azurite.</summary>
public sealed class LoadTests
{
    private const int Voters = 2000;

    private const string Counted = "Ihre Stimme ist gez";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ballot_OfTwoThousandWithinAMinute_CountsEveryAcknowledgedVoteOnce()
    {
        await using var load = await LoadedBallot.StartAsync(Voters, instances: 3, Cancellation);
        foreach (var secrecy in new[] { BallotSecrecy.Open, BallotSecrecy.Secret })
        {
            await VoteAsync(load, secrecy);
        }
    }

    private static async Task VoteAsync(LoadedBallot load, BallotSecrecy secrecy)
    {
        var id = new BallotId("load-" + secrecy.ToString().ToLowerInvariant());
        await load.OpenAsync(id, secrecy, Cancellation);
        var before = load.Conflicts;
        var random = new Random(4);
        var choices = Enumerable.Range(0, Voters).Select(_ => (VoteOption)random.Next(3)).ToArray();

        // A tenth press twice, the second time at another instance at the same moment. A hundred are late.
        var voters = Enumerable.Range(0, Voters - 100).OrderBy(_ => random.Next()).ToList();
        List<(int Voter, VoteOption Option)> once = [.. voters.Where(voter => voter % 10 > 0).Select(voter => (voter, choices[voter]))];
        List<(int Voter, VoteOption Option)> twice = [.. voters.Where(voter => voter % 10 == 0).SelectMany(voter => Enumerable.Repeat((voter, choices[voter]), 2))];
        var clock = Stopwatch.StartNew();
        List<string> answers = [.. await load.VoteAsync(id, once, Cancellation)];

        // Voters never meet; only the two presses of one voter can.
        Assert.Equal(before, load.Conflicts);
        answers.AddRange(await load.VoteAsync(id, twice, Cancellation));
        Assert.InRange(load.Conflicts - before, 0, twice.Count / 2);
        var took = clock.Elapsed;
        var updates = load.Updates;
        List<(int Voter, VoteOption Option)> votes = [.. once, .. twice];
        var acknowledged = votes.Zip(answers).Where(pair => pair.Second.Contains(Counted, StringComparison.Ordinal)).Select(pair => pair.First.Voter).Distinct().ToHashSet();
        Assert.Equal(Voters - 100, acknowledged.Count);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        load.End();
        var late = await load.VoteAsync(id, [.. Enumerable.Range(Voters - 100, 100).Select(voter => (voter, VoteOption.Yes))], Cancellation);
        Assert.All(late, answer => Assert.Contains("endete am", answer, StringComparison.Ordinal));
        await load.SettleAsync(Cancellation);

        var (record, roll) = await load.StoredAsync(id, Cancellation);
        var tally = record.Result!.Tally;
        int Chosen(VoteOption option) => acknowledged.Count(voter => choices[voter] == option);
        Assert.Equal((Chosen(VoteOption.Yes), Chosen(VoteOption.No), Chosen(VoteOption.Abstain), 100), (tally.Yes, tally.No, tally.Abstain, tally.NotVoted));
        Assert.Equal(acknowledged.Select(LoadedBallot.VoterOf).Order(Comparer), roll.Where(line => line.HasVoted).Select(line => line.Voter).Order(Comparer));

        Assert.Equal(0, await load.PacesAsync(id, Cancellation));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{secrecy}: {votes.Count} presses in {took.TotalSeconds:F1} s, {votes.Count / took.TotalSeconds:F0} a second; {load.Conflicts - before} conflicts, the count in three instances included; {updates.Count} updates of the card"));
        Pace(updates, took);
    }

    private static Comparer<VoterId> Comparer { get; } = Comparer<VoterId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    /// <summary>The instances share one pace: not one update every two seconds each, but one in all. Turns are taken two seconds apart; what is then read for the card takes its time, so that
    /// single updates may come closer together.</summary>
    private static void Pace(IReadOnlyList<TimeSpan> updates, TimeSpan took)
    {
        Assert.InRange(updates.Count, 1, (int)(took.TotalSeconds / 2) + 2);
    }
}
