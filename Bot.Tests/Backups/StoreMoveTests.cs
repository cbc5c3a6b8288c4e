using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Backups;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Rest;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using Xunit;
using BotProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.Backups;

/// <summary>Everything of one store gets into another, once, or the old one goes on.</summary>
public class StoreMoveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Move_IntoAzureTablesAndBack_LeavesEveryRowAsItWas()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var tables = talk.Get<ITableStore>();
        await AddEveryTypeAsync(tables);
        var before = await StorePrint.OfAsync(tables, Cancellation);
        var account = TableConnectionString.Parse(await Azurite.RequireEmptyAccountAsync(Cancellation));
        var azure = new RestTableStore(account, new TableClientOptions(), TimeProvider.System, NullLogger<RestTableStore>.Instance);
        using var folder = new TemporaryFolder();
        using var home = new SqliteTableStore(folder.Path, TimeProvider.System);

        Assert.Equal(before, await MoveAsync(tables, azure));
        Assert.Equal(before, await MoveAsync(azure, home));

        Assert.Equal(before, await StorePrint.OfAsync(home, Cancellation));
        Assert.True(before.Sum(print => print.Rows) > 50);
        Assert.Equal(
            [StoreMarkState.Moved, StoreMarkState.Moved, null],
            [(await StoreMark.FindAsync(tables, Cancellation))?.State, (await StoreMark.FindAsync(azure, Cancellation))?.State, (await StoreMark.FindAsync(home, Cancellation))?.State]);
    }

    /// <summary>There and back: what was left behind there before counts nowhere, and is written over.</summary>
    [Fact]
    public async Task Move_BackIntoTheStoreItCameFrom_TakesWhatWasThereAway()
    {
        using var rig = await Rig.StartAsync();
        await MoveAsync(rig.Old, rig.New);
        await PutAsync(rig.New, "musterstadt", "added");
        await rig.New.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Remove("musterstadt", "row|3")], Cancellation);

        var moved = await MoveAsync(rig.New, rig.Old);

        Assert.Equal(await StorePrint.OfAsync(rig.Old, Cancellation), moved);
        Assert.Null(await StoreMark.FindAsync(rig.Old, Cancellation));
        Assert.Null(await rig.Old.GetEntityIfExistsAsync(TableNames.Meetings, "musterstadt", "row|3", Cancellation));
    }

    /// <summary>A process that dies before or after any write of the move: both stores are marked or the old one works, and the same order ends it.</summary>
    [Fact]
    public async Task Move_DyingAtAnyWrite_IsGoneOnWithByTheSameOrder()
    {
        var (dies, ended) = (0, false);
        while (!ended)
        {
            dies++;
            foreach (var isAfter in new[] { false, true })
            {
                using var rig = await Rig.StartAsync();
                var expected = await StorePrint.OfAsync(rig.Old, Cancellation);
                var faults = new StoreFaults();
                faults.Count(isAfter ? 0 : dies, isAfter ? dies : 0);
                try
                {
                    await MoveAsync(new FaultyTableStore(rig.Old, faults), new FaultyTableStore(rig.New, faults));
                    ended = true;
                }
                catch (IOException)
                {
                    var (old, @new) = (await StoreMark.FindAsync(rig.Old, Cancellation), await StoreMark.FindAsync(rig.New, Cancellation));
                    var (worksOld, worksNew) = (old is null, @new is null && await HoldsAsync(rig.New));
                    Assert.False(worksOld && worksNew, $"After write {dies} bots could work on both stores.");
                    if (!(old is { State: StoreMarkState.Moved } && @new is null))
                    {
                        await MoveAsync(rig.Old, rig.New);
                    }
                }

                Assert.Equal(expected, await StorePrint.OfAsync(rig.New, Cancellation));
                Assert.Equal(StoreMarkState.Moved, (await StoreMark.FindAsync(rig.Old, Cancellation))?.State);
                Assert.Null(await StoreMark.FindAsync(rig.New, Cancellation));
            }
        }

        Assert.True(dies > 6, $"{dies} writes only");
    }

    [Fact]
    public async Task Move_IntoAStoreThatHoldsSomething_IsRefusedAndChangesNothing()
    {
        using var rig = await Rig.StartAsync();
        await PutAsync(rig.New, "other", "x");

        Assert.Contains("not empty (table meetings)", (await Assert.ThrowsAsync<BackupException>(() => MoveAsync(rig.Old, rig.New))).Message, StringComparison.Ordinal);
        Assert.Contains("not empty", (await Assert.ThrowsAsync<BackupException>(() => MoveAsync(rig.Old, rig.Old))).Message, StringComparison.Ordinal);
        Assert.Null(await StoreMark.FindAsync(rig.Old, Cancellation));
        Assert.NotNull(await rig.New.GetEntityIfExistsAsync(TableNames.Meetings, "other", "x", Cancellation));
    }

    [Fact]
    public async Task Move_OfAStoreThatWasMoved_IsRefused()
    {
        using var rig = await Rig.StartAsync();
        await MoveAsync(rig.Old, rig.New);
        using var folder = new TemporaryFolder();
        using var third = new SqliteTableStore(folder.Path, TimeProvider.System);

        Assert.Contains("were moved to new", (await Assert.ThrowsAsync<BackupException>(() => MoveAsync(rig.Old, third))).Message, StringComparison.Ordinal);
        Assert.Contains("were moved to new", (await Assert.ThrowsAsync<MarkedStoreException>(() => StoreMark.RefuseAsync(rig.Old, Cancellation))).Message, StringComparison.Ordinal);
    }

    /// <summary>A bot that knows nothing of marks goes on writing while the rows are copied.</summary>
    [Fact]
    public async Task Move_WhileSomebodyWrites_IsNoMoveUntilNobodyDoes()
    {
        using var rig = await Rig.StartAsync();
        var faults = new StoreFaults();
        var isDone = false;
        faults.OnScan = async (table, _) =>
        {
            if (table == TableNames.Meetings && !isDone)
            {
                isDone = true;
                await PutAsync(rig.Old, "aaa", "late");
            }
        };

        var refused = await Assert.ThrowsAsync<BackupException>(() => MoveAsync(new FaultyTableStore(rig.Old, faults), rig.New));

        Assert.Contains("meetings (", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreMarkState.Arriving, (await StoreMark.FindAsync(rig.New, Cancellation))?.State);
        await MoveAsync(rig.Old, rig.New);
        Assert.NotNull(await rig.New.GetEntityIfExistsAsync(TableNames.Meetings, "aaa", "late", Cancellation));
    }

    [Fact]
    public async Task Cancel_BeforeTheEnd_LetsBotsWorkOnTheOldStoreOnly()
    {
        using var rig = await Rig.StartAsync();
        var faults = new StoreFaults();
        faults.Count(failBefore: 5);
        await Assert.ThrowsAsync<IOException>(() => MoveAsync(new FaultyTableStore(rig.Old, faults), new FaultyTableStore(rig.New, faults)));

        await Assert.ThrowsAsync<BackupException>(() => StoreMove.CancelAsync(rig.New, Cancellation));
        Assert.Equal(StoreMarkState.Leaving, (await StoreMove.CancelAsync(rig.Old, Cancellation))?.State);

        await StoreMark.RefuseAsync(rig.Old, Cancellation);
        await Assert.ThrowsAsync<MarkedStoreException>(() => StoreMark.RefuseAsync(rig.New, Cancellation));
        Assert.Null(await StoreMove.CancelAsync(rig.Old, Cancellation));
    }

    [Fact]
    public async Task Sweep_OnAStoreThatIsLeft_EndsTheBotAndTheNextOneToo()
    {
        using var rig = await Rig.StartAsync();
        var time = new SettableTime(Instant.FromUtc(2027, 1, 4, 9, 0));
        var due = new DueTable(rig.Old, new SweepSignal(), time);
        await due.LookAgainAsync(Subjects.WholeStore, Cancellation);
        await new StoreMark("m", StoreMarkState.Leaving, "new", time.Now).SetAsync(rig.Old, Cancellation);

        foreach (var _ in new[] { 1, 2 })
        {
            var lifetime = new Mock<IHostApplicationLifetime>();
            await new StopOnMarkedStore(rig.Old, lifetime.Object, NullLogger<StopOnMarkedStore>.Instance).LookAsync(Subjects.WholeStore, time.GetUtcNow(), Cancellation);
            lifetime.Verify(told => told.StopApplication(), Times.Once());
        }

        await StoreMove.CancelAsync(rig.Old, Cancellation);
        var going = new Mock<IHostApplicationLifetime>(MockBehavior.Strict);
        Assert.Null(await new StopOnMarkedStore(rig.Old, going.Object, NullLogger<StopOnMarkedStore>.Instance).LookAsync(Subjects.WholeStore, time.GetUtcNow(), Cancellation));
    }

    /// <summary>The real program: moves, does not start on what was left, starts on nothing half there.</summary>
    [Fact]
    public async Task Program_MovesAFolder_AndRefusesTheOldOne()
    {
        using var folder = new TemporaryFolder();
        var (old, @new) = (Path.Combine(folder.Path, "old"), Path.Combine(folder.Path, "new"));
        using (var store = new SqliteTableStore(old, TimeProvider.System))
        {
            await store.CreateTableIfNotExistsAsync(TableNames.Meetings, Cancellation);
            await PutAsync(store, "musterstadt", "x");
        }

        var moved = await BotProcess.RunAsync(folder.Path, "Production", ["move", "--to", @new, "--stopped", "--Tables:DataFolder=" + old], Cancellation);
        var started = await BotProcess.RunAsync(folder.Path, "Development", ["--urls=http://127.0.0.1:0", "--Playground:Enabled=false", "--Tables:DataFolder=" + old], Cancellation);

        Assert.True(moved.ExitCode == 0, string.Join('\n', moved.Errors));
        Assert.Contains("Moved 1 rows of 1 tables to " + @new, moved.Output[0], StringComparison.Ordinal);
        Assert.Equal(1, started.ExitCode);
        Assert.Contains("were moved to " + @new, string.Join('\n', started.Errors), StringComparison.Ordinal);
        using var arrived = new SqliteTableStore(@new, TimeProvider.System);
        Assert.NotNull(await arrived.GetEntityIfExistsAsync(TableNames.Meetings, "musterstadt", "x", Cancellation));
    }

    private static Task<System.Collections.Generic.IReadOnlyList<TablePrint>> MoveAsync(ITableStore from, ITableStore to) =>
        new StoreMove(from, to, TimeProvider.System).RunAsync("old", "new", TimeSpan.Zero, Cancellation);

    private static async Task<bool> HoldsAsync(ITableStore store) => (await StorePrint.OfAsync(store, Cancellation)).Any(print => print.Rows > 0);

    private static Task<TransactionResult> PutAsync(SqliteTableStore tables, string partition, string row) =>
        tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Upsert(new TableEntity(partition, row) { ["Format"] = 1 })], Cancellation);

    private static Task<TransactionResult> AddEveryTypeAsync(ITableStore tables) => tables.SubmitTransactionAsync(
        TableNames.Meetings,
        [
            TableTransactionAction.Add(new TableEntity("ž ünï🦉", "every type")
            {
                ["Text"] = "Grüße\n\"", ["Empty"] = string.Empty, ["Int"] = -1, ["Long"] = 5L, ["True"] = true, ["One"] = 1.0, ["Minus"] = -0.0, ["Not"] = double.NaN,
                ["At"] = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1234567), ["Id"] = Guid.Parse("6f2c1c1e-0d52-4b5e-9a6b-1c2d3e4f5a6b"), ["Bytes"] = new byte[] { 0, 255 },
            }),
        ],
        Cancellation);

    /// <summary>Two stores in folders of their own, the old one with rows in some tables and partitions.</summary>
    private sealed class Rig : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        private Rig() =>
            (Old, New) = (new SqliteTableStore(Path.Combine(folder.Path, "old"), TimeProvider.System), new SqliteTableStore(Path.Combine(folder.Path, "new"), TimeProvider.System));

        public SqliteTableStore Old { get; }

        public SqliteTableStore New { get; }

        public static async Task<Rig> StartAsync()
        {
            var rig = new Rig();
            foreach (var table in NetworkHoldings.Tables)
            {
                await rig.Old.CreateTableIfNotExistsAsync(table, Cancellation);
                await rig.New.CreateTableIfNotExistsAsync(table, Cancellation);
            }

            for (var row = 0; row < 5; row++)
            {
                await PutAsync(rig.Old, "musterstadt", $"row|{row}");
                await PutAsync(rig.Old, $"partition{row}", "x");
            }

            return rig;
        }

        public void Dispose()
        {
            Old.Dispose();
            New.Dispose();
            folder.Dispose();
        }
    }
}
