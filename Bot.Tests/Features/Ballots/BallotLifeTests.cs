using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Features.Ballots.CastVote;
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

/// <summary>A ballot lives through anything: two instances whose clocks differ, votes, changes, requests for secrecy, early ends, deaths at any write, late votes between two steps of the count. A simple
/// model says what must come out: acknowledged is counted once, refused is not, everybody on the roll is somewhere, a result never changes, and nobody sees it while there are papers.</summary>
public sealed class BallotLifeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, 400)]
    [InlineData(Store.AzureTables, 40)]
    public async Task Life_OfAnyBallot_IsAsTheModelSays(Store store, int stories)
    {
        using var folder = new TemporaryFolder();
        var tables = await OpenAsync(store, folder);
        using var file = tables as IDisposable;
        await new TableCreation(tables).StartingAsync(Cancellation);
        Prop.ForAll(LifeStory.Any, story => LiveAsync(tables, story).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(stories).WithReplay(Seed, 1));
    }

    /// <summary>The same stories each time, so that a change is judged by itself; other ones by the environment variable.</summary>
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("STORIES_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed) ? seed : 20261126;

    /// <summary>While one instance counts a secret ballot, another whose clock is behind ends it: what was counted cannot be stored on the head that was read, so no paper may go.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Life_EndedByTheChairWhileItIsCounted_LosesNoPaper(Store store)
    {
        using var folder = new TemporaryFolder();
        var tables = await OpenAsync(store, folder);
        using var file = tables as IDisposable;
        await new TableCreation(tables).StartingAsync(Cancellation);
        for (var write = 1; write <= 6; write++)
        {
            List<LifeCommand> commands = [new LifeCommand.Pass(25)];
            commands.AddRange(Enumerable.Range(0, LifeStory.Voters - 1).Select(voter => new LifeCommand.Vote(0, voter, voter < 4 ? VoteOption.Yes : VoteOption.No, Death.None)));
            commands.AddRange([new LifeCommand.Pass(57), new LifeCommand.Look(0, Death.None, 0, new LifeCommand.Close(1), write)]);
            await LiveAsync(tables, new LifeStory(BallotSecrecy.Secret, CanChangeVote: true, Skew: 15, commands));
        }
    }

    private static async Task<ITableStore> OpenAsync(Store store, TemporaryFolder folder) => store == Store.Sqlite
        ? new SqliteTableStore(folder.Path, TimeProvider.System)
        : new RestTableStore(
            TableConnectionString.Parse(await Azurite.RequireEmptyAccountAsync(Cancellation)), new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);

    private static async Task LiveAsync(ITableStore tables, LifeStory story)
    {
        var life = await Life.BeginAsync(tables, story);
        foreach (var command in story.Commands)
        {
            await life.DoAsync(command);
        }

        await life.EndAsync();
    }

    /// <summary>The ballot, its instances and the model beside it.</summary>
    private sealed class Life(ITableStore tables, BallotId id, LifeModel model, LifeInstance[] instances)
    {
        public static async Task<Life> BeginAsync(ITableStore tables, LifeStory story)
        {
            var id = new BallotId("life" + Guid.NewGuid().ToString("N"));
            LifeInstance[] instances = [new(tables, new SettableTime(Start), id), new(tables, new SettableTime(Start - Duration.FromSeconds(story.Skew)), id)];
            var opens = Start + Duration.FromSeconds(LifeStory.OpensAfter);
            var ballot = new Ballot(id, opens, opens + Duration.FromSeconds(LifeStory.LastsFor), MajorityRule.Default, null)
            {
                Secrecy = story.Secrecy, CanChangeVote = story.CanChangeVote, SecrecyBy = story.Secrecy == BallotSecrecy.OnRequest ? SecrecyRule.OnRequestOf(2) : SecrecyRule.Never,
            };
            var roll = Enumerable.Range(0, LifeStory.Voters).Select(voter => RollEntry.Open(
                LifeInstance.VoterOf(voter), [LifeInstance.PersonOf(voter)], EntitlementReason.MemberOrganization, voter == LifeStory.Voters - 1 ? Exclusion.ConflictOfInterest : null)).ToList();
            var motion = new Motion(MotionKind.General, new("plenum"), "Frage", "case");
            await instances[0].Ballots.OpenAsync(LifeInstance.Network, new BallotRecord(ballot, motion, null), roll, Cancellation);
            return new Life(tables, id, new LifeModel(story), instances);
        }

        public async Task DoAsync(LifeCommand command)
        {
            switch (command)
            {
                case LifeCommand.Pass pass:
                    Array.ForEach(instances, instance => instance.Time.Now += Duration.FromSeconds(pass.Seconds));
                    break;
                case LifeCommand.Restart restart:
                    instances[restart.Instance] = new LifeInstance(tables, instances[restart.Instance].Time, id);
                    break;
                case LifeCommand.Vote vote:
                    await VoteAsync(vote);
                    break;
                case LifeCommand.Ask ask:
                    await AskAsync(ask);
                    break;
                case LifeCommand.Close close:
                    await CloseAsync(close.Instance);
                    break;
                case LifeCommand.Look look:
                    await LookAsync(look);
                    break;
            }

            await HoldsAsync();
        }

        /// <summary>Everything heals, time passes, and the ballot is counted.</summary>
        public async Task EndAsync()
        {
            Array.ForEach(instances, instance => instance.Time.Now += Duration.FromSeconds(200));
            for (var look = 0; look < 5; look++)
            {
                await instances[look % 2].LookAsync(Cancellation);
            }

            await HoldsAsync();
            var counted = await RecordAsync();
            Assert.True(counted.IsCounted);
            model.Holds(counted.Result!);
            Assert.Equal(model.Requests, counted.Ballot.SecrecyRequests);
            var roll = await instances[0].Ballots.RollAsync(LifeInstance.Network, id, Cancellation);
            Assert.All(roll, line => Assert.True(line.Value is { Frozen: true, AsksForSecrecy: false }));
            for (var voter = 0; voter < LifeStory.Voters; voter++)
            {
                Assert.IsType<CastVoteResult.Refused>(await instances[voter % 2].VoteAsync(voter, VoteOption.Yes, Cancellation));
            }

            await instances[1].LookAsync(Cancellation);
            Assert.Equal(counted.Result, (await RecordAsync()).Result);
        }

        private async Task VoteAsync(LifeCommand.Vote vote)
        {
            var instance = instances[vote.Instance];
            Arm(instance, vote.Death, 1);
            var takes = model.Takes(vote.Voter, vote.Option, Now(vote.Instance));
            try
            {
                var result = await instance.VoteAsync(vote.Voter, vote.Option, Cancellation);
                Assert.True(takes is null || takes == result is CastVoteResult.Counted, $"{vote} at {Now(vote.Instance)}: {result}");
                if (result is CastVoteResult.Counted)
                {
                    model.Vote(vote.Voter, vote.Option);
                }
            }
            catch (IOException) when (vote.Death == Death.Before)
            {
            }
            catch (IOException)
            {
                // The first write is that of the vote, unless the ballot was still to be settled: then it is that.
                await LearnAsync(vote);
            }

            Arm(instance, Death.None, 0);
        }

        /// <summary>The voter was told nothing. What is stored counts; the roll says whether anything is.</summary>
        private async Task LearnAsync(LifeCommand.Vote vote)
        {
            var line = (await instances[0].Ballots.FindEntryAsync(LifeInstance.Network, id, LifeInstance.VoterOf(vote.Voter), Cancellation))!.Value.Value;
            if (line.HasVoted && (line.Vote is null || line.Vote == vote.Option))
            {
                Assert.NotEqual(false, model.Takes(vote.Voter, vote.Option, Now(vote.Instance)));
                model.Vote(vote.Voter, vote.Option);
            }
        }

        private async Task AskAsync(LifeCommand.Ask ask)
        {
            var instance = instances[ask.Instance];
            await SeenAsync();
            Arm(instance, ask.Death, 1);
            var takes = model.TakesRequest(ask.Voter, Now(ask.Instance));
            try
            {
                Assert.Equal(takes, await instance.AskAsync(ask.Voter, Cancellation) is Outcome<BallotRecord>.Done);
                if (takes)
                {
                    model.Ask(ask.Voter);
                }
            }
            catch (IOException) when (takes)
            {
                if (ask.Death == Death.After)
                {
                    model.Ask(ask.Voter);
                }
            }

            Arm(instance, Death.None, 0);
        }

        private async Task CloseAsync(int number)
        {
            var now = Now(number);
            var isClosed = await instances[number].CloseAsync(Cancellation);
            Assert.True(!isClosed || (now >= LifeStory.OpensAfter && now < model.EndsAt));
            model.EndsAt = isClosed ? now : model.EndsAt;
        }

        private async Task LookAsync(LifeCommand.Look look)
        {
            var instance = instances[look.Instance];
            Arm(instance, look.Death, look.At);
            model.MayBeFrozen |= Now(look.Instance) >= model.EndsAt;
            var writes = 0;
            instance.Faults.BeforeWrite = async _ =>
            {
                if (++writes == look.MeanwhileAt && look.Meanwhile is { } meanwhile && meanwhile.Instance != look.Instance)
                {
                    await DoAsync(meanwhile);
                }
            };
            try
            {
                await instance.LookAsync(Cancellation);
            }
            catch (IOException) when (look.Death != Death.None)
            {
                instances[look.Instance] = new LifeInstance(tables, instance.Time, id);
            }

            instance.Faults.BeforeWrite = null;
            Arm(instance, Death.None, 0);
        }

        private async Task HoldsAsync()
        {
            if (await SeenAsync() is { IsCounted: true } counted)
            {
                Assert.Empty(await instances[0].Ballots.PapersAsync(LifeInstance.Network, id, Cancellation));
                model.Holds(counted.Result!);
            }
        }

        /// <summary>The ballot as it is stored; whether it is settled may have been found out in the middle of a look.</summary>
        private async Task<BallotRecord> SeenAsync()
        {
            var record = await RecordAsync();
            if (model.Secrecy == BallotSecrecy.OnRequest && record.Ballot.Secrecy != BallotSecrecy.OnRequest)
            {
                model.Settled(record.Ballot.Secrecy);
            }

            return record;
        }

        private async Task<BallotRecord> RecordAsync() => (await instances[0].Ballots.FindAsync(LifeInstance.Network, id, Cancellation))!.Value.Value;

        private int Now(int instance) => (int)(instances[instance].Time.Now - Start).TotalSeconds;

        private static void Arm(LifeInstance instance, Death death, int write) =>
            instance.Faults.Count(death == Death.Before ? write : 0, death == Death.After ? write : 0);
    }
}
