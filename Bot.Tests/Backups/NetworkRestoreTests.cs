using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Backups;
using Bot.Platform.Sealing;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>A network comes back whole from its backup, or nobody sees anything of it.</summary>
public class NetworkRestoreTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Network_Replaced_IsAsItWasAndGoesOn(Store store)
    {
        await using var talk = await WorldAsync(store);
        var tables = talk.Get<ITableStore>();
        var before = await Vault.HeldAsync(tables);
        var (file, summary) = await Vault.BackUpAsync(tables);
        await RecordAsync(tables, talk, "danach");
        var sent = talk.Traffic.Sent;

        var restored = await Vault.RestoreAsync(tables, file, replaces: true);

        Assert.Null(restored.Fault);
        Assert.Equal((2, summary.Rows), (restored.Resolutions, restored.Contents.Rows));
        Assert.Equal(before, await Vault.HeldAsync(tables));
        await talk.RestartAsync();
        await talk.SettleAsync();
        Assert.Equal(sent, talk.Traffic.Sent);
        await talk.AtAsync(2027, 1, 12, 17);
        Assert.True(talk.Traffic.Sent > sent, "Nobody was reminded of the meeting.");
        var reminded = talk.Traffic.Sent;
        await talk.SettleAsync();
        Assert.Equal(reminded, talk.Traffic.Sent);
    }

    [Fact]
    public async Task Register_ChangedBeforeTheBackup_IsNamedAfterRestoring()
    {
        await using var talk = await WorldAsync();
        var tables = talk.Get<ITableStore>();
        var row = (await Vault.AllAsync(tables)).First(found => found.Table == TableNames.Resolutions && found.Row.RowKey.StartsWith("entry|", StringComparison.Ordinal)).Row;
        row["Title"] = "anders";
        await tables.SubmitTransactionAsync(TableNames.Resolutions, [TableTransactionAction.Update(row)], TestContext.Current.CancellationToken);
        var (file, _) = await Vault.BackUpAsync(tables);
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);

        Assert.Equal(RegisterFault.Changed, (await Vault.RestoreAsync(store, file)).Fault?.Fault);
    }

    [Fact]
    public async Task WhatMustNotComeBack_IsNotInTheFile()
    {
        await using var talk = await WorldAsync();
        var tables = talk.Get<ITableStore>();
        var network = await talk.NetworkAsync();
        var addresses = talk.Get<CalendarAddressStore>();
        var secret = await addresses.MakeAsync(new CalendarAddress(Talk.Network, new PersonId("amina"), "de", talk.Time.Now), "form", TestContext.Current.CancellationToken);
        await talk.Get<SetupCodeStore>().MakeAsync(network.Tenant, talk.Time.Now, TestContext.Current.CancellationToken);
        await talk.SaysAsync("amina", "etwas Unverstandenes");
        var (file, _) = await Vault.BackUpAsync(tables);
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);

        await Vault.RestoreAsync(store, file);

        Assert.Null(await new CalendarAddressStore(store).FindAsync(secret!, TestContext.Current.CancellationToken));
        var rows = await Vault.AllAsync(store);
        Assert.DoesNotContain(rows, found => found.Table is TableNames.Calendars or TableNames.Messages or TableNames.Lists || found.Row.PartitionKey.StartsWith("setup|", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, found => found.Row.RowKey.Contains("|message|", StringComparison.Ordinal));
        Assert.Contains(rows, found => found.Table == "conversations" && found.Row.RowKey.StartsWith("personal|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Network_ThatIsThere_IsReplacedOnlyWhenThatIsSaid()
    {
        await using var talk = await WorldAsync();
        var tables = talk.Get<ITableStore>();
        var (file, _) = await Vault.BackUpAsync(tables);
        await RecordAsync(tables, talk, "danach");
        var before = await Vault.HeldAsync(tables);

        var refused = await Assert.ThrowsAsync<BackupException>(() => Vault.RestoreAsync(tables, file));

        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Vault.HeldAsync(tables));
    }

    [Fact]
    public async Task Passphrase_Wrong_ChangesNothing()
    {
        await using var talk = await WorldAsync();
        var (file, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);

        await Assert.ThrowsAsync<SealedFileException>(() => Vault.RestoreAsync(store, file, passphrase: "ein anderer Satz"));
        file[^1] ^= 1;
        await Assert.ThrowsAsync<SealedFileException>(() => Vault.RestoreAsync(store, file));

        Assert.Empty(await Vault.AllAsync(store));
    }

    [Theory]
    [InlineData("M{\"Format\":2,\"Network\":\"n\",\"Name\":\"N\",\"Tenant\":\"t\",\"MadeAt\":\"2027-01-01T00:00:00+00:00\",\"Bot\":\"9.0.0\"}", "version 9.0.0")]
    [InlineData("M|P[\"foreign\",\"n\"]|E0", "table 'foreign'")]
    [InlineData("M|P[\"meetings\",\"other\"]|R{\"k\":\"x\",\"c\":{}}|E1", "not the network's")]
    [InlineData("M|P[\"networks\",\"tenant,t\"]|R{\"k\":\"network\",\"c\":{\"Network\":\"n\"}}|E1", "not the network's")]
    [InlineData("M|P[\"meetings\",\"n\"]|R{\"k\":\"x\",\"c\":{\"Format\":2}}|E1", "format 2")]
    [InlineData("M|P[\"meetings\",\"n\"]|R{\"k\":\"x\",\"c\":{}}|E2", "rows are missing")]
    [InlineData("M|P[\"meetings\",\"n\"]|R{\"k\":\"x\",\"c\":{}}", "rows are missing")]
    [InlineData("M|X", "kind 88")]
    [InlineData("P[\"meetings\",\"n\"]|E0", "does not begin")]
    [InlineData("M|P[1]|E0", "cannot be read")]
    public async Task File_NotWrittenByThisBot_IsRefusedBeforeAnythingIsWritten(string records, string said)
    {
        using var file = new MemoryStream();
        using (var writer = new SealedWriter(file, Vault.Passphrase, iterations: 1))
        {
            foreach (var record in records.Split('|'))
            {
                var manifest = new BackupManifest(1, "n", "N", "t", DateTimeOffset.UnixEpoch, "9.0.0").ToBytes();
                writer.Write(record == "M" ? [(byte)'M', .. manifest] : Encoding.UTF8.GetBytes(record.Replace("tenant,t", "tenant|t", StringComparison.Ordinal)));
            }

            writer.Complete();
        }

        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);

        Assert.Contains(said, (await Assert.ThrowsAsync<BackupException>(() => Vault.RestoreAsync(store, file.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Empty(await Vault.AllAsync(store));
    }

    [Fact]
    public async Task SecondNetwork_FoundedAloneInItsTenantToo_IsRefused()
    {
        await using var talk = await WorldAsync();
        var (file, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);
        var other = await talk.NetworkAsync() is var snapshot ? snapshot with { Network = snapshot.Network with { Id = new NetworkId("n-other") } } : null;
        Assert.True(await new NetworkStore(store, TimeProvider.System).TryCreateAsync(other!, TestContext.Current.CancellationToken));

        Assert.Contains("n-other", (await Assert.ThrowsAsync<BackupException>(() => Vault.RestoreAsync(store, file))).Message, StringComparison.Ordinal);
    }

    /// <summary>Dies at each write, before it and after it: nobody sees half a network, and the same file brings all of it when it is tried again.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Restore_DyingAtAnyWrite_IsGoneOnWith(bool isWritten, bool replaces)
    {
        await using var talk = await WorldAsync();
        var expected = await Vault.HeldAsync(talk.Get<ITableStore>());
        var (file, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        await talk.SaysAsync("amina", "TOP Beirat: Danach");
        var (later, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        var failing = 0;
        for (var hasFailed = true; hasFailed;)
        {
            failing++;
            using var folder = new TemporaryFolder();
            using var inner = await Vault.EmptyAsync(folder);
            if (replaces)
            {
                await Vault.RestoreAsync(inner, later);
            }

            var faults = new StoreFaults();
            faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            hasFailed = await Record.ExceptionAsync(() => Vault.RestoreAsync(new FaultyTableStore(inner, faults), file, replaces)) is not null;

            // Whoever looks meanwhile sees the network as it was, as it will be, or none.
            if (await new NetworkStore(inner, TimeProvider.System).FindByTenantAsync(TenantOf(talk), TestContext.Current.CancellationToken) is not null)
            {
                Assert.Contains((await Vault.HeldAsync(inner)).Count(row => !row.Key.StartsWith("due ", StringComparison.Ordinal)), (int[])[Count(expected), Count(expected) + 1, Count(expected) + 2]);
            }

            var isDone = (await Vault.AllAsync(inner)).All(found => !found.Row.PartitionKey.StartsWith("restore|", StringComparison.Ordinal));
            await Vault.RestoreAsync(inner, file, replaces: replaces || isDone);
            Assert.Equal(expected, await Vault.HeldAsync(inner));
            Assert.DoesNotContain(await Vault.AllAsync(inner), found => found.Row.PartitionKey.StartsWith("restore|", StringComparison.Ordinal));
        }

        Assert.InRange(failing, 15, 200);
    }

    [Fact]
    public async Task Restore_BegunFromAnotherFile_IsNotMixed()
    {
        await using var talk = await WorldAsync();
        var (one, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        var (other, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        using var folder = new TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);
        var faults = new StoreFaults();
        faults.Count(failBefore: 6);
        await Assert.ThrowsAnyAsync<IOException>(() => Vault.RestoreAsync(new FaultyTableStore(store, faults), one));

        Assert.Contains("another file", (await Assert.ThrowsAsync<BackupException>(() => Vault.RestoreAsync(store, other))).Message, StringComparison.Ordinal);
        Assert.Null((await Vault.RestoreAsync(store, one)).Fault);
    }

    private static int Count(SortedDictionary<string, string> rows) => rows.Count(row => !row.Key.StartsWith("due ", StringComparison.Ordinal));

    private static string TenantOf(Talk talk) => Bot.Features.ExampleNetwork.ExampleSnapshot.Tenant;

    /// <summary>A meeting everybody is invited to, a running ballot, and two resolutions.</summary>
    internal static async Task<Talk> WorldAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus", "katrin");
        await talk.SaysAsync("amina", "TOP Beirat: Finanzen");
        await RecordAsync(talk.Get<ITableStore>(), talk, "eins");
        await RecordAsync(talk.Get<ITableStore>(), talk, "zwei");
        return talk;
    }

    internal static Task<ResolutionEntry> RecordAsync(ITableStore tables, Talk talk, string subject) => new ResolutionStore(tables).RecordAsync(
        Talk.Network,
        new ResolutionDraft("Beschluss " + subject, "Text", new CommitteeId("plenum"), Verdict.Accepted, new Tally(5, 1, 1, 1, null, 8, 0), MajorityRule.Default.ToCode(), new LocalDate(2026, 11, 20), talk.Time.Now, subject),
        TestContext.Current.CancellationToken);
}
