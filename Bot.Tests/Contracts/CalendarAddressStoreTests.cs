using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Secret addresses of calendars, on both stores.</summary>
public class CalendarAddressStoreTests
{
    private static readonly PersonId Amina = new("amina");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Address_MadeReplacedAndRevoked_OpensOnlyWhileItStands(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var addresses = talk.Get<CalendarAddressStore>();
        Assert.Null(await addresses.OfAsync(Talk.Network, Amina, Cancellation));
        Assert.False(await addresses.RevokeAsync(Talk.Network, Amina, Cancellation));

        var first = await addresses.MakeAsync(Address(talk), "form-1", Cancellation);
        Assert.Matches("^[0-9a-f]{40}$", first);
        Assert.Equal(Address(talk), await addresses.FindAsync(first!, Cancellation));
        Assert.Null(await addresses.MakeAsync(Address(talk), "form-1", Cancellation));
        Assert.Equal(Address(talk), await addresses.FindAsync(first!, Cancellation));

        var second = await addresses.MakeAsync(Address(talk), "form-2", Cancellation);
        Assert.NotEqual(first, second);
        Assert.Null(await addresses.FindAsync(first!, Cancellation));
        Assert.Equal(Amina, (await addresses.FindAsync(second!, Cancellation))?.Person);

        Assert.True(await addresses.RevokeAsync(Talk.Network, Amina, Cancellation));
        Assert.Null(await addresses.FindAsync(second!, Cancellation));
        Assert.Null(await addresses.OfAsync(Talk.Network, Amina, Cancellation));
        Assert.Empty(await RowsAsync(talk, Talk.Network.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef0123456")]
    [InlineData("0123456789abcdef0123456789abcdef012345678")]
    [InlineData("0123456789ABCDEF0123456789abcdef01234567")]
    [InlineData("0123456789abcdef0123456789abcdef0123456/")]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    public async Task Find_WithWhatIsNoSecret_FindsNothing(string secret)
    {
        await using var talk = await Talk.StartAsync();
        Assert.Null(await talk.Get<CalendarAddressStore>().FindAsync(secret, Cancellation));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Make_ManyAtOnceOnTwoInstances_LeavesOneThatOpens(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var other = talk.Join();
        CalendarAddressStore[] instances = [talk.Get<CalendarAddressStore>(), (CalendarAddressStore)other.Services.GetService(typeof(CalendarAddressStore))!];
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(
            () => instances[index % 2].MakeAsync(Address(talk), "form-" + index, Cancellation), Cancellation)));
        var open = new List<string>();
        foreach (var secret in made)
        {
            open.AddRange(await instances[0].FindAsync(secret!, Cancellation) is null ? [] : [secret!]);
        }

        Assert.Single(open);
        Assert.Single(await RowsAsync(talk, Talk.Network.Value));
    }

    /// <summary>What the rows tell does not open the calendar, and no row of an older address is left.</summary>
    [Fact]
    public async Task Rows_TellNoSecret()
    {
        await using var talk = await Talk.StartAsync();
        var addresses = talk.Get<CalendarAddressStore>();
        await addresses.MakeAsync(Address(talk), "form-1", Cancellation);
        var secret = await addresses.MakeAsync(Address(talk), "form-2", Cancellation);
        var row = Assert.Single(await RowsAsync(talk, Talk.Network.Value));
        Assert.NotEqual(secret, row.GetString("Hash"));
        Assert.Null(await addresses.FindAsync(row.GetString("Hash")![..40], Cancellation));
    }

    /// <summary>A process that dies between replacing an address and forgetting what led to the older one leaves that row behind; it opens nothing.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Find_ByALeftOverOfAnOlderAddress_FindsNothing(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        var addresses = talk.Get<CalendarAddressStore>();
        var first = (await addresses.MakeAsync(Address(talk), "form-1", Cancellation))!;
        var hash = (await RowsAsync(talk, Talk.Network.Value))[0].GetString("Hash")!;
        var lead = (await talk.Get<ITableStore>().GetEntityIfExistsAsync("calendars", "address|" + hash, "address", Cancellation))!;
        var second = (await addresses.MakeAsync(Address(talk), "form-2", Cancellation))!;
        await talk.Get<ITableStore>().SubmitTransactionAsync("calendars", [TableTransactionAction.Add(lead)], Cancellation);
        Assert.Null(await addresses.FindAsync(first, Cancellation));
        Assert.NotNull(await addresses.FindAsync(second, Cancellation));
    }

    private static CalendarAddress Address(Talk talk) => new(Talk.Network, Amina, "de", talk.Time.Now);

    private static async Task<List<TableEntity>> RowsAsync(Talk talk, string partition)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync("calendars", RowRange.WithPrefix(partition, "person|"), Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
