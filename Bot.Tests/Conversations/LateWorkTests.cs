using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Deliveries;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The bot was away: what is still said when it comes back late, and what is not any more. Each limit from both sides.</summary>
public partial class LateWorkTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    /// <summary>Only the last reminder that was missed is said, and none when the meeting has begun.</summary>
    [Theory]
    [InlineData("2027-01-14T16:59:59", 1)]
    [InlineData("2027-01-14T17:00:00", 0)]
    public async Task Reminder_ThatWasMissed_IsSaidUntilTheMeetingBegins(string back, int said)
    {
        await using var talk = await CalledAsync();
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("amina", "Erinnerung:"));
    }

    /// <summary>As an invitation or as a reminder that says the same, but once.</summary>
    [Theory]
    [InlineData("2026-12-20T12:00:00", 1)]
    [InlineData("2027-01-14T16:59:59", 1)]
    [InlineData("2027-01-14T17:00:00", 0)]
    public async Task Invitation_ThatWasMissed_IsSaidOnceUntilTheMeetingBegins(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        Breaks(talk);
        await talk.CallsAsync(Meeting);
        await BackAsync(talk, back);
        await talk.AfterAsync(Duration.FromSeconds(1));
        Assert.Equal(said, talk.HeardBy("amina", "14. Januar 2027"));
    }

    [Theory]
    [InlineData("2027-01-15T16:59:59", 1)]
    [InlineData("2027-01-15T17:00:00", 0)]
    public async Task Cancellation_ThatWasMissed_IsSaidUntilADayAfterTheMeeting(string back, int said)
    {
        await using var talk = await CalledAsync();
        await talk.SaysAsync("katrin", "Beirat absagen: Krankheit");
        Breaks(talk);
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("amina", "Diese Sitzung fällt aus"));
    }

    /// <summary>The clock ends the ballot and the count is the same; only for how long it is told is limited.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(90 * 24, 1)]
    [InlineData((90 * 24) + 1, 0)]
    public async Task Result_ThatWasMissed_IsCountedAndToldOnceForNinetyDays(int hours, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot;
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        talk.Time.Now = ballot.ClosesAt + Duration.FromHours(hours);
        await talk.SettleAsync();
        Assert.True((await talk.BallotAsync(ballot.Id)).IsCounted);
        Assert.Equal(said, await ResultsAsync(talk, ballot.Id));
        await talk.AfterAsync(Duration.FromHours(2));
        Assert.Equal(said, await ResultsAsync(talk, ballot.Id));
    }

    /// <summary>An overview of last week is not sent beside this week's.</summary>
    [Theory]
    [InlineData("2026-12-03T08:00:00", 1)]
    [InlineData("2026-12-03T08:00:01", 0)]
    [InlineData("2026-12-07T07:59:59", 0)]
    [InlineData("2026-12-07T08:00:00", 1)]
    public async Task Overview_ThatWasMissed_IsSentForThreeDays(string back, int said)
    {
        await using var talk = await Talk.StartAsync(settings: new Dictionary<string, string> { ["ExampleNetwork:Digest"] = "true" }, hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Dezember um 17 Uhr im Rathaus");
        await BackAsync(talk, back);
        Assert.Equal(said, talk.HeardBy("amina", "Ihr Wochenüberblick"));
    }

    /// <summary>Also of the report on who was not reached: when the meeting has begun it is of no use.</summary>
    [Theory]
    [InlineData("2027-01-14T16:59:59", 1)]
    [InlineData("2027-01-14T17:00:00", 0)]
    public async Task Report_ThatWasMissed_IsSaidUntilTheMeetingBegins(string back, int said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        talk.Connector.Fault = conversation => conversation == Talk.Personal("amina") ? new ConnectorException(HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, null) : null;
        await talk.CallsAsync(Meeting);
        talk.Time.Now = At(back);
        await talk.SettleAsync();
        Assert.Equal(said, talk.HeardBy("katrin", "Eine Nachricht hat nicht alle erreicht."));
    }

    /// <summary>How often the result went to the committee's conversation.</summary>
    private static async Task<int> ResultsAsync(Talk talk, BallotId ballot)
    {
        var sent = 0;
        await foreach (var line in talk.Get<DeliveryLedger>().OfKindAsync(Subjects.Filed(Talk.Network, Subjects.Ballot, ballot.Value), BallotMessages.Result, TestContext.Current.CancellationToken))
        {
            sent += line.State == DeliveryState.Sent && line.Audience == ConversationBook.RoomKey(Talk.Board) ? 1 : 0;
        }

        return sent;
    }

    private static async Task<Talk> CalledAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.CallsAsync(Meeting);
        return talk;
    }

    /// <summary>From now on nobody but the coordinator can be told anything.</summary>
    private static void Breaks(Talk talk) =>
        talk.Connector.Fault = conversation => conversation == Talk.Personal("katrin") ? null : new ConnectorException(HttpStatusCode.ServiceUnavailable, null, null, null);

    /// <summary>From now on nobody at all can be told anything.</summary>
    private static void BreaksForAll(Talk talk) => talk.Connector.Fault = _ => new ConnectorException(HttpStatusCode.ServiceUnavailable, null, null, null);

    private static async Task BackAsync(Talk talk, string local)
    {
        talk.Connector.Fault = null;
        talk.Time.Now = At(local);
        await talk.SettleAsync();
    }

    private static Instant At(string local) =>
        DateTimeZoneProviders.Tzdb["Europe/Berlin"].AtLeniently(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(local).Value).ToInstant();
}
