using System;
using System.IO;
using System.Threading.Tasks;
using Bot.Features.Backups;
using Bot.Platform.Hosting;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Xunit;
using Talk = Bot.Tests.Conversations.Talk;

namespace Bot.Tests.Backups;

/// <summary>A backup is the network at one moment, whatever happens while it is made.</summary>
public class NetworkBackupTests
{
    /// <summary>Somebody writes one row after another, always first the one, then the other, in tables that are read far apart. In every moment the two are at the same step, or the first is one ahead.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Backup_WhileTheNetworkIsWrittenTo_IsOfOneMoment(int mostWrites)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var tables = talk.Get<ITableStore>();
        var (written, seen) = (0, 0);
        talk.Faults.OnScan = async (_, _) =>
        {
            if (seen++ % 3 == 0 && written < mostWrites)
            {
                var step = written++;
                await StepAsync(tables, step % 2 == 0 ? TableNames.Meetings : TableNames.Resolutions, step / 2);
            }
        };

        var (file, _) = await Vault.BackUpAsync(tables);

        talk.Faults.OnScan = null;
        Assert.True(written > 30, $"{written} writes only");
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);
        await Vault.RestoreAsync(store, file);
        var (first, second) = (await StepOfAsync(store, TableNames.Meetings), await StepOfAsync(store, TableNames.Resolutions));
        Assert.True(first - second is 0 or 1, $"{first} and {second} never stood together");
        Assert.True(first > 0);
    }

    /// <summary>A resolution recorded, a partition added and one taken away after they were read.</summary>
    [Fact]
    public async Task Backup_WhatChangedAfterItWasRead_IsInItAsItIsInTheEnd()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var tables = talk.Get<ITableStore>();
        await PutAsync(tables, TableNames.Ballots, "musterstadt|gone");
        var isDone = false;
        talk.Faults.OnScan = async (table, _) =>
        {
            if (table == "due" && !isDone)
            {
                isDone = true;
                await NetworkRestoreTests.RecordAsync(tables, talk, "meanwhile");
                await PutAsync(tables, TableNames.Ballots, "musterstadt|new");
                await tables.SubmitTransactionAsync(TableNames.Ballots, [TableTransactionAction.Remove("musterstadt|gone", "x")], TestContext.Current.CancellationToken);
            }
        };

        var (file, summary) = await Vault.BackUpAsync(tables);

        Assert.True(isDone);
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);
        Assert.Equal(3, (await Vault.RestoreAsync(store, file)).Resolutions);
        var held = await Vault.HeldAsync(tables);
        Assert.Equal(held, await Vault.HeldAsync(store));
        Assert.Equal(held.Count, summary.Rows);
        Assert.Contains("ballots musterstadt|new x", held.Keys);
    }

    [Fact]
    public async Task Backup_OfANetworkThatNeverRests_IsGivenUpWithAWord()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var tables = talk.Get<ITableStore>();
        var step = 0;
        talk.Faults.OnScan = (table, _) => table == TableNames.Networks ? StepAsync(tables, TableNames.Meetings, step++) : Task.CompletedTask;

        Assert.Contains("quieter", (await Assert.ThrowsAsync<BackupException>(() => Vault.BackUpAsync(tables))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_PartitionNobodyOwns_IsTold()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        await PutAsync(talk.Get<ITableStore>(), TableNames.Meetings, "nobody-knows");

        Assert.Equal(["meetings nobody-knows"], (await Vault.BackUpAsync(talk.Get<ITableStore>())).Summary.Unknown);
    }

    [Fact]
    public async Task Orders_BackupListAndRestore_WorkOnFiles()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        using var files = new TemporaryFolder();
        var (to, secret) = (Path.Combine(files.Path, "netz.backup"), Path.Combine(files.Path, "passphrase"));
        await File.WriteAllTextAsync(secret, "ein langer Satz, den niemand kennt\n", TestContext.Current.CancellationToken);

        var listed = await OrderAsync(talk, "networks");
        var made = await OrderAsync(talk, "backup", "--to", to, "--passphrase-file", secret);
        var again = await Assert.ThrowsAsync<BackupException>(() => OrderAsync(talk, "backup", "--network", "musterstadt", "--to", to, "--passphrase-file", secret));
        var refused = await Assert.ThrowsAsync<BackupException>(() => OrderAsync(talk, "restore", "--from", to, "--passphrase-file", secret));
        var restored = await OrderAsync(talk, "restore", "--from", to, "--replace", "--passphrase-file", secret);

        Assert.StartsWith("musterstadt: ", listed, StringComparison.Ordinal);
        Assert.Contains("(musterstadt)", made, StringComparison.Ordinal);
        Assert.Contains("is there already", again.Message, StringComparison.Ordinal);
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Contains("register was verified: 2 entries", restored, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(files.Path, "netz.backup.replaced-*"));
        Assert.Empty(Directory.GetFiles(files.Path, "*.part"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(to));
        }
    }

    [Theory]
    [InlineData("kurz")]
    [InlineData("")]
    public async Task Orders_PassphraseTooShort_IsRefused(string passphrase)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        using var files = new TemporaryFolder();
        var secret = Path.Combine(files.Path, "passphrase");
        await File.WriteAllTextAsync(secret, passphrase, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<BackupException>(() => OrderAsync(talk, "backup", "--to", Path.Combine(files.Path, "b"), "--passphrase-file", secret));
        Assert.Equal([secret], Directory.GetFiles(files.Path));
    }

    [Theory]
    [InlineData("--to")]
    [InlineData("--to", "--network", "x")]
    public void Orders_ValueMissing_IsNamed(params string[] args) =>
        Assert.Contains("--to", Assert.Throws<OrderException>(() => BackupOrders.Read(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void Orders_SettingsOfTheBot_ArePassedOn()
    {
        var read = BackupOrders.Read(["--to", "x", "--Tables:DataFolder=y", "--replace"]);

        Assert.Equal(["--Tables:DataFolder=y"], read.Rest);
        Assert.True(read.Has("--replace"));
        Assert.Equal("x", read.Value("--to"));
    }

    private static async Task<string> OrderAsync(Talk talk, string order, params string[] args)
    {
        var tables = talk.Get<ITableStore>();
        var networks = new NetworkStore(tables, TimeProvider.System);
        var orders = new BackupOrders(tables, networks, new NetworkBackup(tables, networks, talk.Time), new NetworkRestore(tables, networks, new ResolutionStore(tables)), new SetupCodeStore(tables), talk.Time);
        await using var output = new StringWriter();
        Assert.Equal(0, await orders.RunAsync(order, BackupOrders.Read(args), output, TestContext.Current.CancellationToken));
        return output.ToString();
    }

    private static Task<TransactionResult> PutAsync(ITableStore tables, string table, string partition) =>
        tables.SubmitTransactionAsync(table, [TableTransactionAction.Upsert(new TableEntity(partition, "x") { ["Format"] = 1 })], TestContext.Current.CancellationToken);

    private static Task<TransactionResult> StepAsync(ITableStore tables, string table, int step) => tables.SubmitTransactionAsync(
        table, [TableTransactionAction.Upsert(new TableEntity("musterstadt", "zz-step") { ["Step"] = step })], TestContext.Current.CancellationToken);

    private static async Task<int> StepOfAsync(SqliteTableStore tables, string table) =>
        (await tables.GetEntityIfExistsAsync(table, "musterstadt", "zz-step", TestContext.Current.CancellationToken))?.GetInt32("Step") ?? -1;
}
