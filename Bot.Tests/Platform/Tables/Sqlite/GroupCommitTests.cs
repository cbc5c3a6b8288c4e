using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables.Sqlite;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Tables.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);
    private readonly GroupCommit commits;

    public GroupCommitTests() => commits = new GroupCommit(new RowWriter(folder.File("tables.db"), TimeProvider.System));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        commits.Dispose();
        folder.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task Write_OneOfAGroupThrows_OnlyItsCallerHearsOfIt()
    {
        using var writerIsBusy = new ManualResetEventSlim();
        var first = commits.WriteAsync(_ => Wait(writerIsBusy), Cancellation);
        var good = commits.WriteAsync(writer => Add(writer, "good"), Cancellation);
        var bad = commits.WriteAsync<bool>(_ => throw new InvalidDataException("bad"), Cancellation);
        var alsoGood = commits.WriteAsync(writer => Add(writer, "alsogood"), Cancellation);

        writerIsBusy.Set();

        await Task.WhenAll(first, good, alsoGood);
        await Assert.ThrowsAsync<InvalidDataException>(() => bad);
        using var reader = new RowReader(folder.File("tables.db"));
        Assert.NotNull(reader.FindTable("good"));
        Assert.NotNull(reader.FindTable("alsogood"));
    }

    [Fact]
    public async Task Write_CancelledWhileItWaits_IsNotWritten()
    {
        using var writerIsBusy = new ManualResetEventSlim();
        using var cancelled = new CancellationTokenSource();
        var first = commits.WriteAsync(_ => Wait(writerIsBusy), Cancellation);
        var waiting = commits.WriteAsync(writer => Add(writer, "waiting"), cancelled.Token);

        await cancelled.CancelAsync();
        writerIsBusy.Set();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        using var reader = new RowReader(folder.File("tables.db"));
        Assert.Null(reader.FindTable("waiting"));
    }

    [Fact]
    public async Task Write_OfWorkThatBecameDurable_IsSeenByReadersAtOnce()
    {
        await commits.WriteAsync(writer => Add(writer, "meetings"), Cancellation);

        using var reader = new RowReader(folder.File("tables.db"));
        Assert.NotNull(reader.FindTable("meetings"));
    }

    private static bool Wait(ManualResetEventSlim until)
    {
        until.Wait(Cancellation);
        return true;
    }

    private static bool Add(RowWriter writer, string table)
    {
        writer.AddTable(OrdinalText.Encode(table));
        return true;
    }
}
