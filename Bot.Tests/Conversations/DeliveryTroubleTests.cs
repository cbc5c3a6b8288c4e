using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Messages that do not arrive at once: somebody has not installed the bot, Teams is busy, the process dies, two instances send.</summary>
public class DeliveryTroubleTests
{
    private const string Invited = "Sie sind herzlich eingeladen.";

    [Fact]
    public async Task Invite_SomebodyHasNotInstalledTheBot_ReachesTheOthersAndRemindsLater()
    {
        await using var talk = await Talk.StartAsync();
        talk.Connector.NotInstalled.Add("29:amina");
        await talk.EverybodyOpensAsync("katrin");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal((0, 1, 1), (talk.HeardBy("amina", Invited), talk.HeardBy("bernd", Invited), talk.HeardBy("clara", Invited)));
        await talk.AfterAsync(Duration.FromHours(2));
        Assert.Equal(0, talk.HeardBy("amina", Invited));

        talk.Connector.NotInstalled.Clear();
        await talk.OpensAsync("amina");
        await talk.AtAsync(2026, 12, 31, 9);
        Assert.Equal(1, talk.HeardBy("amina", "Erinnerung: in 14 Tagen."));
    }

    private static readonly string[] Told = ["katrin", "amina", "bernd", "clara"];

    private static readonly Dictionary<string, Func<Exception>> PassingTroubles = new()
    {
        ["503"] = () => new ConnectorException(HttpStatusCode.ServiceUnavailable, null, null, null),
        ["429"] = () => new ConnectorException(HttpStatusCode.TooManyRequests, "Throttled", null, null),
        ["412"] = () => new ConnectorException(HttpStatusCode.PreconditionFailed, "PreconditionFailed", null, null),
        ["no connection"] = () => new HttpRequestException(HttpRequestError.ConnectionError),
        ["timed out"] = () => new TaskCanceledException("Timed out."),
    };

    [Theory]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("412")]
    [InlineData("no connection")]
    [InlineData("timed out")]
    public async Task Invite_TeamsIsBusyOnce_TriesAgainAndArrivesOnce(string trouble)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var failed = new HashSet<string>();
        talk.Connector.Fault = conversation => conversation == Talk.Personal("amina") && failed.Add(conversation) ? PassingTroubles[trouble]() : null;
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal((0, 1), (talk.HeardBy("amina", Invited), talk.HeardBy("bernd", Invited)));
        await talk.AfterAsync(Duration.FromMinutes(2));
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal((1, 1), (talk.HeardBy("amina", Invited), talk.HeardBy("bernd", Invited)));
        Assert.Equal(1, talk.CountOf(Talk.Board, Invited));
    }

    [Fact]
    public async Task Invite_TeamsAsksToWait_WaitsThatLong()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var attempts = 0;
        talk.Connector.Fault = conversation => conversation == Talk.Personal("amina") && attempts++ == 0
            ? new ConnectorException(HttpStatusCode.TooManyRequests, "Throttled", TimeSpan.FromMinutes(10), null)
            : null;
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AfterAsync(Duration.FromMinutes(10) - Duration.FromSeconds(1));
        Assert.Equal((1, 0), (attempts, talk.HeardBy("amina", Invited)));
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal((2, 1), (attempts, talk.HeardBy("amina", Invited)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "ConversationBlockedByUser")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound")]
    public async Task Invite_RefusedForGood_IsNotTriedAgain(HttpStatusCode status, string code)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var attempts = 0;
        talk.Connector.Fault = conversation =>
        {
            attempts += conversation == Talk.Personal("amina") ? 1 : 0;
            return conversation == Talk.Personal("amina") ? new ConnectorException(status, code, null, null) : null;
        };
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AfterAsync(Duration.FromHours(5));
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Invite_TeamsIsAwayForHours_ArrivesWhenItIsBack()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        talk.Connector.Fault = conversation =>
            conversation == Talk.Personal("katrin") ? null : new ConnectorException(HttpStatusCode.ServiceUnavailable, null, null, null);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        for (var minutes = 0; minutes < 180; minutes += 5)
        {
            await talk.AfterAsync(Duration.FromMinutes(5));
        }

        talk.Connector.Fault = null;
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((1, 1), (talk.HeardBy("amina", Invited), talk.CountOf(Talk.Board, Invited)));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Invite_ProcessKilledBetweenClaimAndSend_IsTakenOverAfterTheLease(Store store)
    {
        // One after the other: who is told at the same time may be sent and not noted when the process dies, and is then told again.
        await using var talk = await Talk.StartAsync(store, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Connector:InFlight"] = "1" });
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var dying = talk.Faults;
        talk.Connector.Fault = conversation =>
        {
            dying.IsDead |= conversation == Talk.Personal("amina");
            return dying.IsDead ? new HttpRequestException("The process is dead.") : null;
        };
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Settles = false;
        await talk.PressesAsync("katrin", "Einladen");
        await Assert.ThrowsAnyAsync<Exception>(talk.SettleAsync);
        talk.Settles = true;
        talk.Connector.Fault = null;

        await talk.RestartAsync();
        Assert.Equal(0, talk.HeardBy("amina", Invited));
        await talk.AfterAsync(Duration.FromMinutes(2) - Duration.FromSeconds(1));
        Assert.Equal(0, talk.HeardBy("amina", Invited));
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal((1, 1, 1), (talk.HeardBy("amina", Invited), talk.HeardBy("bernd", Invited), talk.CountOf(Talk.Board, Invited)));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Sweep_TwoInstancesAtOnce_SayEverythingOnce(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        var other = talk.Join();
        talk.Settles = false;
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SettleTogetherAsync(other);
        foreach (var day in new[] { new LocalDate(2026, 12, 31), new LocalDate(2027, 1, 11), new LocalDate(2027, 1, 13) })
        {
            talk.Time.SetBerlin(day.Year, day.Month, day.Day, 9);
            await talk.SettleTogetherAsync(other);
        }

        foreach (var conversation in Told.Select(Talk.Personal).Append(Talk.Board))
        {
            Assert.Equal((1, 3), (talk.CountOf(conversation, Invited), talk.CountOf(conversation, "Erinnerung:")));
        }
    }

    [Fact]
    public async Task Sweep_LooksWhileTheMeetingIsBeingStored_InvitesAllTheSame()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var other = talk.Join();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == "meetings")
            {
                talk.Time.Now += Duration.FromSeconds(5);
                await other.SettleAsync(TestContext.Current.CancellationToken);
            }
        };
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Equal((1, 1), (talk.HeardBy("amina", Invited), talk.CountOf(Talk.Board, Invited)));
    }

    [Fact]
    public async Task Call_ProcessKilledAfterStoring_InvitesWhenTheGraceIsOver()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var dying = talk.Faults;
        var stored = false;
        dying.BeforeWrite = table =>
        {
            dying.IsDead = stored;
            stored |= table == "meetings";
            return dying.IsDead ? throw new InvalidOperationException("The process is dead.") : Task.CompletedTask;
        };
        talk.Settles = false;
        await talk.PressExpectingFaultAsync("katrin", "Einladen");
        talk.Settles = true;
        await talk.RestartAsync();
        Assert.Equal(0, talk.CountOf(Talk.Board, Invited));
        await talk.AfterAsync(Duration.FromMinutes(2));
        Assert.Equal((1, 1), (talk.HeardBy("amina", Invited), talk.CountOf(Talk.Board, Invited)));
    }
}
