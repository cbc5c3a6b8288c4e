using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Features.Ballots;
using Bot.Features.Ballots.CastVote;
using Bot.Features.Ballots.CountBallot;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Ballots;

/// <summary>Splitting a stream of votes over instances never matters: first votes, changes, the same press twice at once, papers that are not valid, late votes, over one to four instances on one
/// store, every order of their store calls. Each voter is told what they would be told by one instance that takes one vote after the other, and the count is the same.</summary>
public sealed class SplitStreamTests
{
    private static readonly Instant Opens = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly Instant Ends = Opens + Duration.FromHours(1);

    private static readonly NetworkSnapshot Snapshot = ExampleSnapshot.Create();

    /// <summary>The same streams each time; other ones by the environment variable.</summary>
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("STORIES_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed) ? seed : 20261126;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, 300)]
    [InlineData(Store.AzureTables, 15)]
    public async Task Votes_SplitOverInstancesInAnyOrder_CountAsByOneInstance(Store store, int streams)
    {
        using var folder = new TemporaryFolder();
        ITableStore tables = store == Store.Sqlite
            ? new SqliteTableStore(folder.Path, TimeProvider.System)
            : new RestTableStore(
                TableConnectionString.Parse(await Azurite.RequireEmptyAccountAsync(Cancellation)), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
        using var file = tables as IDisposable;
        await new TableCreation(tables).StartingAsync(Cancellation);
        Prop.ForAll(VoteStream.Any, stream => HoldsAsync(tables, stream).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(streams).WithReplay(Seed, 1));
    }

    private static async Task HoldsAsync(ITableStore tables, VoteStream stream)
    {
        var (one, several) = (await Run.OpenAsync(tables, stream), await Run.OpenAsync(tables, stream));
        await one.InOrderAsync();
        await several.InterleavedAsync();
        Assert.Equal(one.Told, several.Told);

        var (alone, split) = (await one.CountAsync(), await several.CountAsync());
        Assert.Equal(alone.Result, split.Result);
        Assert.Equal(Counts(alone), Counts(split));

        // Result, not voted and excluded are the roll.
        var told = one.Told.Count(answers => answers.Value.Contains("Counted", StringComparison.Ordinal));
        var (cast, notVoted, excluded) = split.Result is { Tally: var tally } ? (tally.Cast, tally.NotVoted, tally.Excluded) : (split.Count!.Cast, split.Count.NotVoted, split.Count.Excluded);
        Assert.Equal((told, VoteStream.Voters - 1 - told, 1), (cast, notVoted, excluded));
        Assert.True(split.Count is not { } count || count.IsTooFew(stream.IsSecret) || count.Piles.Sum(pile => pile.Papers) == told);
    }

    private static string Counts(BallotRecord record) => record.Count is { } count
        ? string.Join(' ', count.Piles.Select(pile => $"{pile.Paper.Code}:{pile.Papers}")) + $" {count.Cast} {count.NotVoted} {count.Excluded}"
        : string.Empty;

    /// <summary>A ballot on which a stream is voted.</summary>
    private sealed class Run(VoteStream stream, Interleaving tables, BallotId id)
    {
        private readonly CastVoteHandler[] instances = [.. Enumerable.Range(0, stream.Parts).Select(_ => InstanceOn(tables))];
        private readonly Dictionary<int, List<string>> told = [];

        /// <summary>What each voter was told, in no order: of a press that came twice at once either may have been first.</summary>
        public SortedDictionary<int, string> Told => new(told.ToDictionary(voter => voter.Key, voter => string.Join(' ', voter.Value.Order(StringComparer.Ordinal))));

        public static async Task<Run> OpenAsync(ITableStore store, VoteStream stream)
        {
            var id = new BallotId("split" + Guid.NewGuid().ToString("N"));
            var ballot = new Ballot(id, Opens, Ends, MajorityRule.Default, null)
            {
                Secrecy = stream.IsSecret ? BallotSecrecy.Secret : BallotSecrecy.Open, CanChangeVote = stream.CanChangeVote, Form = stream.Form,
            };
            var roll = Enumerable.Range(0, VoteStream.Voters).Select(voter => RollEntry.Open(
                LifeInstance.VoterOf(voter), [LifeInstance.PersonOf(voter)], EntitlementReason.MemberOrganization, voter == VoteStream.Voters - 1 ? Exclusion.ConflictOfInterest : null)).ToList();
            await new BallotStore(store).OpenAsync(Snapshot.Network.Id, new BallotRecord(ballot, new Motion(MotionKind.General, new("plenum"), "Frage", "case"), null), roll, Cancellation);
            return new Run(stream, new Interleaving(store), id);
        }

        /// <summary>One instance takes one vote after the other.</summary>
        public async Task InOrderAsync()
        {
            foreach (var press in stream.Presses)
            {
                await CastAsync(press, 0);
                if (press.Again is not null)
                {
                    await CastAsync(press, 0);
                }
            }
        }

        /// <summary>All instances take their votes at the same time; nobody presses again before being answered, except twice at once.</summary>
        public async Task InterleavedAsync()
        {
            var waiting = stream.Presses.GroupBy(press => press.Voter).Select(presses => new Queue<Press>(presses)).ToList();
            var lanes = new List<(Interleaving.Lane Lane, int Voter)>();
            for (var turn = 0; ; turn++)
            {
                lanes.RemoveAll(lane => lane.Lane.IsDone);
                var free = waiting.Where(presses => presses.Count > 0 && lanes.TrueForAll(lane => lane.Voter != presses.Peek().Voter)).ToList();
                if (lanes.Count + free.Count == 0)
                {
                    return;
                }

                var next = stream.Order[turn % stream.Order.Count] % (lanes.Count + free.Count);
                if (next < lanes.Count)
                {
                    await lanes[next].Lane.StepAsync();
                    continue;
                }

                var press = free[next - lanes.Count].Dequeue();
                foreach (var instance in new[] { press.Instance, press.Again }.OfType<int>())
                {
                    lanes.Add((await tables.BeginAsync(() => CastAsync(press, instance)), press.Voter));
                }
            }
        }

        /// <summary>What it comes to.</summary>
        public async Task<BallotRecord> CountAsync()
        {
            var time = new SettableTime(Ends);
            await new BallotCounting(new BallotStore(tables), new DueTable(tables, new SweepSignal(), time)).CountAsync(Snapshot.Network.Id, id, Ends, Cancellation);
            return (await new BallotStore(tables).FindAsync(Snapshot.Network.Id, id, Cancellation))!.Value.Value;
        }

        private async Task CastAsync(Press press, int instance)
        {
            var command = new CastVoteCommand(id, LifeInstance.VoterOf(press.Voter), LifeInstance.PersonOf(press.Voter), press.Paper, press.IsLate ? Ends : Ends - Duration.FromTicks(1));
            var answer = await instances[instance].HandleAsync(Snapshot.Network, command, Cancellation) switch
            {
                CastVoteResult.Counted => "Counted",
                CastVoteResult.Refused refused => refused.Why.Code.ToString(),
                var other => other.ToString(),
            };
            lock (told)
            {
                (told.TryGetValue(press.Voter, out var answers) ? answers : told[press.Voter] = []).Add(answer);
            }
        }

        private static CastVoteHandler InstanceOn(Interleaving tables)
        {
            var ballots = new BallotStore(tables);
            return new CastVoteHandler(new BallotViews(ballots, new AdmissionStore(tables), new ExpulsionStore(tables), new SecrecySettling(ballots, new SettableTime(Opens))), ballots);
        }
    }
}
