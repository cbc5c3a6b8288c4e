using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Attacks;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>No table and no partition is forgotten when a network is backed up.</summary>
public class NetworkHoldingsTests
{
    /// <summary>Whoever adds a table has to say here whose its partitions are, and whether a backup holds them.</summary>
    [Fact]
    public void Tables_AllThatThereAre_AreKnown()
    {
        var named = typeof(TableNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(
            named.Concat([ConversationBook.Table, DeliveryLedger.Table, DueTable.Table]).Order(StringComparer.Ordinal), NetworkHoldings.Tables.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("networks", "n1", "network", "n1")]
    [InlineData("networks", "power|n1", "x", "n1")]
    [InlineData("networks", "tenant|t", "network", "")]
    [InlineData("networks", "setup|t", "code|x", "")]
    [InlineData("networks", "restore|n1", "state", "")]
    [InlineData("networks", "store", "mark", "")]
    [InlineData("ballots", "n1|b", "ballot", "n1")]
    [InlineData("ballots", "running|n1", "b", "n1")]
    [InlineData("ballots", "unsettled|n1", "b", "n1")]
    [InlineData("ballots", "meeting|n1|m", "b", "n1")]
    [InlineData("deliveries", "n1|meeting|m", "invitation|x", "n1")]
    [InlineData("deliveries", "pace|n1|ballot|b", "cards", "n1")]
    [InlineData("due", "due", "20270318T190000Z|meeting|n1|m|x", "n1")]
    [InlineData("due", "due", "odd", null)]
    [InlineData("conversations", "t", "personal|x", "")]
    [InlineData("new", "n1", "x", null)]
    public void Owner_OfEachKindOfPartition_IsItsNetwork(string table, string partition, string row, string? owner) =>
        Assert.Equal(owner, NetworkHoldings.OwnerOf(table, new TableEntity(partition, row)));

    /// <summary>A network with everything that dialogues can make: a partition that is called in a way nobody said here belongs to nobody, and this is red.</summary>
    /// <summary>Whatever is listed as kept in a network's own partitions is known to be the network's, so that no backup leaves it out.</summary>
    [Fact]
    public void Rows_ListedAsKept_AreTheNetworks()
    {
        var own = KeptRows.All.Where(rows => rows.Partition.Contains("{0}", StringComparison.Ordinal) && !rows.Partition.StartsWith(NetworkHoldings.RestoreLead, StringComparison.Ordinal));

        Assert.Empty(own.Where(rows => NetworkHoldings.OwnerOf(rows.Table, new TableEntity(rows.PartitionOf("n1", "t") + (rows.Partition.EndsWith('|') ? "x" : string.Empty), "x")) != "n1").Select(rows => rows.Table + " " + rows.Partition));
    }

    [Fact]
    public async Task Rows_OfALivingNetwork_AreAllItsOwnOrItsTenants()
    {
        await using var talk = await HiddenCircle.WorldAsync(exists: true);
        await talk.SaysAsync("katrin", "Interessent: Moscheeverein, Religionsgemeinschaften, nachfassen 3.2.2028");
        Assert.Contains(await Vault.AllAsync(talk.Get<ITableStore>()), found => found.Row.RowKey.StartsWith("prospect|", System.StringComparison.Ordinal));

        var strays = (await Vault.AllAsync(talk.Get<ITableStore>()))
            .Where(found => NetworkHoldings.OwnerOf(found.Table, found.Row) is not ("" or ExampleNetwork)).Select(found => $"{found.Table} {found.Row.PartitionKey} {found.Row.RowKey}");

        Assert.Empty(strays);
        var (file, summary) = await Vault.BackUpAsync(talk.Get<ITableStore>());
        Assert.Empty(summary.Unknown);
        Assert.True(summary.Rows > 150, $"{summary.Rows} rows");

        using var folder = new TestSupport.TemporaryFolder();
        using var store = await Vault.EmptyAsync(folder);
        var restored = await Vault.RestoreAsync(store, file);
        Assert.Null(restored.Fault);
        Assert.True(restored.Resolutions > 0);
        Assert.Equal(await Vault.HeldAsync(talk.Get<ITableStore>()), await Vault.HeldAsync(store));
    }

    private const string ExampleNetwork = "musterstadt";
}
