using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Deliveries;

/// <summary>The clock is set back or forward while somebody is being told: nobody twice, and nobody only when the clock shows again what it showed.</summary>
public sealed class AnnouncerClockTests : IAsyncLifetime
{
    private const string Kind = "invitation";

    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly TemporaryFolder folder = new();
    private readonly SettableTime time = new(Noon);
    private readonly ScriptedConnector connector = new();
    private SendingBot bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DeliveryLedger Ledger => bot.Get<DeliveryLedger>();

    private int Told => connector.Calls.Count(made => made.Call == "send");

    public async ValueTask InitializeAsync()
    {
        bot = await SendingBot.StartAsync(folder.Path, time, 2, Token, connector);
        await bot.SeedAsync(DeliveryRig.Service, 2, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Announce_ClaimedByADeadInstanceBeforeTheClockWasSetBack_WaitsForOneLeaseOnly(int recipients)
    {
        await ClaimAsync();
        time.Now = Noon - Duration.FromHours(1);

        var again = await AnnounceAsync(recipients);
        Assert.Equal(time.GetUtcNow() + DeliveryLedger.Lease, again);
        Assert.Equal(recipients - 1, Told);

        time.Now += Duration.FromTimeSpan(DeliveryLedger.Lease) + Duration.FromSeconds(1);
        Assert.Null(await AnnounceAsync(recipients));
        Assert.Equal(recipients, Told);
        Assert.All(await bot.LinesAsync(Token), line => Assert.Equal(DeliveryState.Sent, line.State));
    }

    /// <summary>Whoever claimed it lives and sends meanwhile; that its lease was shortened does not keep it from noting so.</summary>
    [Fact]
    public async Task Save_LeaseShortenedMeanwhile_NotesWhatWasSent()
    {
        var (row, line) = await ClaimAsync();
        time.Now = Noon - Duration.FromHours(1);
        await AnnounceAsync(1);

        await Ledger.SaveAsync(row, line with { State = DeliveryState.Sent, ActivityId = "7" }, Token);

        time.Now += Duration.FromHours(2);
        Assert.Null(await AnnounceAsync(1));
        Assert.Equal(0, Told);
    }

    /// <summary>Taken over is taken over: then what the slow one did is not noted over what the other did.</summary>
    [Fact]
    public async Task Save_LeaseLostMeanwhile_ChangesNothing()
    {
        var (row, line) = await ClaimAsync();
        time.Now += Duration.FromMinutes(3);
        await AnnounceAsync(1);
        var before = Assert.Single(await bot.LinesAsync(Token));

        await Ledger.SaveAsync(row, line with { State = DeliveryState.GivenUp }, Token);

        Assert.Equal(before, Assert.Single(await bot.LinesAsync(Token)));
    }

    [Fact]
    public async Task Announce_ClockSetForwardAndBack_TellsNobodyAgain()
    {
        Assert.Null(await AnnounceAsync(2));
        foreach (var days in new[] { 365, -365, 0 })
        {
            time.Now = Noon + Duration.FromDays(days);
            Assert.Null(await AnnounceAsync(2));
        }

        Assert.Equal(2, Told);
    }

    [Theory]
    [InlineData(180, null, false)]
    [InlineData(181, null, true)]
    [InlineData(181, "503", false)]
    public void IsBeyondBelief_EndsLaterThanAClaimOfNow_UnlessItWaitsAfterATry(int seconds, string? error, bool expected)
    {
        var now = time.GetUtcNow();
        var line = new Delivery("n|test|1", Kind, "k", DeliveryState.Claimed, now.AddSeconds(seconds), 1, Error: error);

        Assert.Equal(expected, DeliveryLedger.IsBeyondBelief(line, now));
        Assert.False(DeliveryLedger.IsBeyondBelief(line with { State = DeliveryState.Waiting }, now));
    }

    private async Task<(Bot.Platform.Tables.TableEntity Row, Delivery Line)> ClaimAsync()
    {
        var (mine, row, line) = await Ledger.ClaimAsync(SendingBot.AnnouncingHandler.Filed, Kind, SendingBot.KeyOf(0), Token);
        Assert.True(mine);
        return (row, line);
    }

    private Task<DateTimeOffset?> AnnounceAsync(int recipients) => bot.Get<Announcer>().AnnounceAsync(
        new Announcement(
            SendingBot.Tenant, SendingBot.AnnouncingHandler.Filed, Kind,
            [.. Enumerable.Range(0, recipients).Select(number => new Audience(SendingBot.KeyOf(number), "29:" + number, _ => MessageActivity.Text("Einladung")))],
            SendingBot.Subject),
        Token);
}
