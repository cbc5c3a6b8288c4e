using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Backups;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>A network that is removed is gone, whatever was kept of it and whenever the order dies; every other network keeps every row.</summary>
public class NetworkRemovalTests
{
    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A row of every kind the bot is known to keep. A new kind that is listed is tried here by itself.</summary>
    [Theory]
    [InlineData(Store.Sqlite, false)]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.AzureTables, true)]
    public async Task Network_WithARowOfEveryKind_LeavesTheStoreAsIfItHadNeverBeen(Store store, bool isBeside)
    {
        await using var talk = await Talk.StartAsync(store);
        var tables = talk.Get<ITableStore>();
        // The only network so far is the one that stays.
        var stays = await talk.NetworkAsync();
        var tenant = isBeside ? stays.Tenant : "another-tenant";
        var before = await Leaver.AllAsync(tables);
        var leaves = stays with
        {
            Network = stays.Network with { Id = NetworkId.Further(new string('a', 32)) }, Tenant = tenant,
            Accounts = stays.Accounts.Append(new KeyValuePair<PersonId, Account>(new PersonId("amina"), new Account("29:second", null))).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value),
        };
        Assert.True(isBeside ? await new NetworkStore(tables, talk.Time).TryCreateBesideAsync(leaves, Cancellation) : await new NetworkStore(tables, talk.Time).TryCreateAsync(leaves, Cancellation));
        var made = await FillAsync(tables, leaves.Network.Id.Value, tenant, isBeside);
        Assert.InRange(made, 55, 200);

        var (code, output, _) = await Leaver.OrderAsync(talk, "remove", "--network", leaves.Network.Id.Value, "--confirm", leaves.Network.Name);

        Assert.Equal(0, code);
        Assert.Contains("Deleted for good", output, StringComparison.Ordinal);
        Assert.Equal(before, await Leaver.AllAsync(tables));
        Assert.Equal(stays.Network.Name, (await new NetworkStore(tables, talk.Time).FindByTenantAsync(stays.Tenant, Cancellation))!.Network.Name);
    }

    /// <summary>Dies at each write, before it and after it, and is given again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Remove_DyingAtAnyWrite_IsGoneOnWith(bool isWritten)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var (file, _) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        var example = await talk.NetworkAsync();
        var other = example with { Network = example.Network with { Id = new NetworkId("n-other"), Name = "Ein anderes" }, Tenant = "another-tenant" };
        var failing = 0;
        for (var hasFailed = true; hasFailed;)
        {
            failing++;
            using var folder = new TemporaryFolder();
            using var inner = await Vault.EmptyAsync(folder);
            Assert.True(await new NetworkStore(inner, talk.Time).TryCreateAsync(other, Cancellation));
            var before = await Leaver.AllAsync(inner);
            await Vault.RestoreAsync(inner, file);

            var faults = new StoreFaults();
            faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
            hasFailed = await Record.ExceptionAsync(() => RemoveAsync(new FaultyTableStore(inner, faults), example.Network.Name)) is not null;
            if (hasFailed)
            {
                var isLeft = (await Leaver.AllAsync(inner)).Keys.Any(key => key.Contains(Talk.Network.Value, StringComparison.Ordinal));
                if (isLeft)
                {
                    await RemoveAsync(inner, example.Network.Name);
                }
            }

            Assert.Equal(before, await Leaver.AllAsync(inner));
        }

        Assert.InRange(failing, 12, 200);
    }

    /// <summary>Nothing is seen of a network half of which is gone.</summary>
    [Fact]
    public async Task Remove_DyingInTheMiddle_LeavesNothingThatIsAnswered()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var tables = talk.Get<ITableStore>();
        talk.Faults.Count(failBefore: 6);
        var name = (await talk.NetworkAsync()).Network.Name;

        await Assert.ThrowsAnyAsync<IOException>(() => RemoveAsync(tables, name));

        Assert.Null(await new NetworkStore(tables, talk.Time).FindAsync(Talk.Network, Cancellation));
        var wrong = await Leaver.OrderAsync(talk, "remove", "--network", Talk.Network.Value, "--confirm", "Ein anderes");
        Assert.Equal(2, wrong.Code);
        var again = await Leaver.OrderAsync(talk, "remove", "--network", Talk.Network.Value, "--confirm", name);
        Assert.Equal(0, again.Code);
        Assert.Contains("begun and not finished", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain((await Leaver.AllAsync(tables)).Keys, key => key.Contains(Talk.Network.Value, StringComparison.Ordinal));
    }

    /// <summary>What somebody was called is in no byte of the data file and its log any more.</summary>
    [Fact]
    public async Task Remove_OnTheEmbeddedStore_LeavesNoNameInTheFile()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var name = (await talk.NetworkAsync()).Network.Name;
        string[] known = [name, "Amina", "Finanzen", ExampleSnapshot.Tenant];
        Assert.All(known, word => Assert.Contains(word, Bytes(talk), StringComparison.Ordinal));

        Assert.Equal(0, (await Leaver.OrderAsync(talk, "remove", "--network", Talk.Network.Value, "--confirm", name)).Code);

        Assert.All(known, word => Assert.DoesNotContain(word, Bytes(talk), StringComparison.Ordinal));
        Assert.DoesNotContain(Talk.Network.Value, Bytes(talk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bündnis musterstadt")]
    [InlineData(" ")]
    [InlineData("musterstadt")]
    public async Task Remove_NotExactlyConfirmed_DeletesNothing(string confirmed)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var before = await Leaver.AllAsync(talk.Get<ITableStore>());

        var (code, _, errors) = await Leaver.OrderAsync(talk, "remove", "--network", Talk.Network.Value, "--confirm", confirmed);

        Assert.Equal(LeaveOrders.WrongWords, code);
        Assert.Contains("letter by letter", errors, StringComparison.Ordinal);
        Assert.Equal(before, await Leaver.AllAsync(talk.Get<ITableStore>()));
    }

    [Fact]
    public async Task Remove_WithoutConfirming_ShowsWhatWouldGoAndDeletesNothing()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        var before = await Leaver.AllAsync(talk.Get<ITableStore>());

        var (code, output, _) = await Leaver.OrderAsync(talk, "remove", "--network", Talk.Network.Value);

        Assert.Equal(0, code);
        Assert.Contains((await talk.NetworkAsync()).Network.Name, output, StringComparison.Ordinal);
        Assert.Contains("  meetings: meeting: 1", output, StringComparison.Ordinal);
        Assert.Contains("  resolutions: entry: 2", output, StringComparison.Ordinal);
        Assert.Contains("  conversations: personal: ", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was deleted", output, StringComparison.Ordinal);
        Assert.Equal(before, await Leaver.AllAsync(talk.Get<ITableStore>()));
    }

    [Theory]
    [InlineData("remove", "order networks")]
    [InlineData("remove", "There is no network", "--network", "nowhere")]
    [InlineData("remove", "There is no network", "--network", "nowhere", "--confirm", "nowhere")]
    [InlineData("remove", "needs a value", "--network")]
    [InlineData("export", "order networks", "--to", "x")]
    [InlineData("export", "Say where", "--network", "musterstadt")]
    [InlineData("export", "There is no network", "--network", "nowhere", "--to", "x")]
    [InlineData("export", "is de or en", "--network", "musterstadt", "--to", "x", "--language", "fr")]
    public async Task Orders_WrongWords_AreRefusedWithTwo(string order, string said, params string[] words)
    {
        await using var talk = await Talk.StartAsync();
        var before = await Leaver.AllAsync(talk.Get<ITableStore>());

        var (code, _, errors) = await Leaver.OrderAsync(talk, order, words);

        Assert.Equal(LeaveOrders.WrongWords, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Equal(before, await Leaver.AllAsync(talk.Get<ITableStore>()));
    }

    private static async Task RemoveAsync(ITableStore tables, string name)
    {
        var removal = new NetworkRemoval(tables, new NetworkStore(tables, TimeProvider.System));
        var plan = await removal.PlanAsync(Talk.Network, Cancellation);
        Assert.True(await removal.IsNamedAsync(Talk.Network, plan, name, Cancellation));
        await removal.RunAsync(Talk.Network, plan, name, Cancellation);
    }

    /// <summary>Stores a row of each listed kind for a network, as far as it has none yet. What a tenant shares with its other networks is left out where there are some.</summary>
    private static async Task<int> FillAsync(ITableStore tables, string network, string tenant, bool isBeside)
    {
        var made = 0;
        foreach (var kind in KeptRows.All.Where(kind => !IsOfTheNetworkItself(kind) && !(isBeside && IsShared(kind))))
        {
            var (partition, key) = (kind.PartitionOf(network, tenant), string.Join('|', kind.Key.Split('|').Select(part => part is "*" or "" ? "x" : part)) + "|y");
            partition = kind.Table switch
            {
                DeliveryLedger.Table when kind.Partition == "pace|" => $"pace|{network}|ballot|b",
                _ => partition.EndsWith('|') ? partition + "x" : partition,
            };
            key = kind.Table == DueTable.Table ? $"20990318T190000Z|meeting|{network}|m|x" : kind.Partition.StartsWith("tenant|", StringComparison.Ordinal) && kind.Key == "chosen" ? "chosen|z" : key;
            var row = RowFormat.NewRow(partition, key);
            // Those by whose columns it is known whose they are.
            row["Network"] = network;
            row["ExpiresAt"] = DateTimeOffset.UnixEpoch;
            await tables.SubmitTransactionAsync(kind.Table, [TableTransactionAction.Upsert(row)], Cancellation);
            made++;
        }

        if (isBeside)
        {
            // How somebody is reached whom only this network knows.
            await tables.SubmitTransactionAsync(ConversationBook.Table, [TableTransactionAction.Upsert(RowFormat.NewRow(tenant, KeyPart.Of(ConversationBook.PersonalKey("29:second"))))], Cancellation);
        }

        return made;
    }

    /// <summary>The example has those already, and they are read as a whole.</summary>
    private static bool IsOfTheNetworkItself(KeptRows kind) => kind.Table == TableNames.Networks && (kind.Partition == "{0}" || (kind.Partition == "tenant|{1}" && kind.Key == "network") || kind.Partition.StartsWith("restore|", StringComparison.Ordinal));

    private static bool IsShared(KeptRows kind) => kind.Partition == "setup|{1}" || (kind.Table == ConversationBook.Table && kind.Key != "waiting");

    private static string Bytes(Talk talk) => string.Concat(Directory.GetFiles(talk.DataFolder, "tables.db*").Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new BinaryReader(file);
        return Encoding.UTF8.GetString(reader.ReadBytes((int)file.Length));
    }));
}
