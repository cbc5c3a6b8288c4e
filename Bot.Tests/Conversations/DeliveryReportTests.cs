using System;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Tests.Attacks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Whom announcements have reached: shown to coordinators, reported to them once, tried again for those whom they did not reach.</summary>
public class DeliveryReportTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private const string Invited = "Sie sind herzlich eingeladen.";

    private const string Report = "Eine Nachricht hat nicht alle erreicht.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Invite_NotEverybodyReached_IsReportedOnceWithReasonsToTheCoordinatorAlone(Store store)
    {
        await using var talk = await BeganAsync(store);
        Assert.Equal(0, talk.HeardBy("katrin", Report));
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal(1, talk.HeardBy("katrin", Report));
        talk.Hears("katrin", "Einladung: 2 von 4 erreicht; 1 × hat den Bot entfernt; 1 × hat den Bot blockiert");
        talk.Hears("katrin", "**Amina Yıldız**: hat den Bot blockiert");
        await talk.RestartAsync();
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal((1, 0, 0), (talk.HeardBy("katrin", Report), talk.HeardBy("bernd", "blockiert"), talk.CountOf(Talk.Board, "blockiert")));
    }

    [Fact]
    public async Task Report_OfTwoInstances_IsOne()
    {
        await using var talk = await BeganAsync(Store.Sqlite);
        await using var other = talk.Join();
        talk.Time.Now += Duration.FromHours(1);
        await talk.SettleTogetherAsync(other);
        Assert.Equal(1, talk.HeardBy("katrin", Report));
    }

    /// <summary>Also who has no account at all is no reason to write: that is known, and the report shows it to whoever asks.</summary>
    [Fact]
    public async Task Invite_EverybodyReached_IsNotReported()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => snapshot with { Accounts = snapshot.Accounts.Where(pair => pair.Key.Value != "clara").ToDictionary() });
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync(Meeting);
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal(0, talk.HeardBy("katrin", Report));
        await talk.SaysAsync("katrin", "Zustellung Beirat 14.1.");
        talk.Hears("katrin", "Einladung: 3 von 4 erreicht; 1 × weder Teams-Konto noch Mailadresse bekannt");
        talk.Hears("katrin", "**Clara Neumann**");
    }

    /// <summary>By button and typed: whoever was not reached is told, once; nobody else is told twice; it is in the audit log.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Retry_OfWhoHadBlockedTheBot_TellsThemAndNobodyElse(bool isPressed)
    {
        await using var talk = await BeganAsync(Store.Sqlite);
        await talk.AfterAsync(Duration.FromHours(1));
        var again = talk.DataOf("katrin", "Noch einmal versuchen");
        talk.Connector.Fault = null;
        if (isPressed)
        {
            Assert.Contains("Es wird bei 1 Empfängern noch einmal versucht.", await talk.PressAsync("katrin", "delivery.retry", again.DeepClone().AsObject()), StringComparison.Ordinal);
        }
        else
        {
            await talk.SaysAsync("katrin", "Erneut zustellen Beirat");
            talk.Hears("katrin", "Es wird bei 1 Empfängern noch einmal versucht.");
        }

        await talk.SettleAsync();
        Assert.Contains("nichts, was noch einmal zu versuchen wäre", await talk.PressAsync("katrin", "delivery.retry", again), StringComparison.Ordinal);
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal((1, 1, 1), (talk.HeardBy("amina", Invited), talk.HeardBy("bernd", Invited), talk.CountOf(Talk.Board, Invited)));
        await talk.SaysAsync("katrin", "Zustellung Beirat");
        talk.Hears("katrin", "Einladung: 3 von 4 erreicht; 1 × hat den Bot entfernt");
        await talk.SaysAsync("katrin", "Änderungsverlauf");
        talk.Hears("katrin", "Nachrichten erneut zugestellt");
    }

    [Fact]
    public async Task Retry_InVain_IsReportedAgain()
    {
        await using var talk = await BeganAsync(Store.Sqlite);
        await talk.AfterAsync(Duration.FromHours(1));
        await talk.PressesAsync("katrin", "Noch einmal versuchen");
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((2, 0), (talk.HeardBy("katrin", Report), talk.HeardBy("amina", Invited)));
    }

    [Fact]
    public async Task Retry_ByOthersElsewhereOrTooLate_DoesNothing()
    {
        await using var talk = await BeganAsync(Store.Sqlite);
        await talk.AfterAsync(Duration.FromHours(1));
        var again = talk.DataOf("katrin", "Noch einmal versuchen");
        talk.Connector.Fault = null;
        Assert.Contains("Koordination", await talk.PressAsync("bernd", "delivery.retry", again.DeepClone().AsObject()), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Zustellung");
        talk.Hears("bernd", "Koordination");
        await talk.SaysAsync("katrin", "Zustellung", Talk.Board);
        talk.Shows(Talk.Board, "Einzelchat");
        await talk.AtAsync(2027, 1, 14, 17);
        Assert.Contains("nichts, was noch einmal", await talk.PressAsync("katrin", "delivery.retry", again), StringComparison.Ordinal);
        Assert.Equal(0, talk.HeardBy("amina", Invited));
    }

    [Fact]
    public async Task Ballot_NotEverybodyReached_IsReportedAndTriedAgainWhileItRuns()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        talk.Connector.Fault = conversation => conversation == Talk.Personal("amina") ? new ConnectorException(HttpStatusCode.BadRequest, "BadSyntax", null, null) : null;
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.AfterAsync(Duration.FromHours(1));
        talk.Hears("katrin", "Aufruf zur Abstimmung: 3 von 4 erreicht; 1 × Teams hat die Nachricht abgelehnt");
        talk.Hears("katrin", "**Amina Yıldız**: Teams hat die Nachricht abgelehnt (BadSyntax)");
        talk.Connector.Fault = null;
        var before = talk.Connector.In(Talk.Personal("amina")).Count;
        await talk.PressesAsync("katrin", "Noch einmal versuchen");
        await talk.SettleAsync();
        Assert.Equal(before + 1, talk.Connector.In(Talk.Personal("amina")).Count);
        await talk.SaysAsync("katrin", "Zustellung");
        talk.Hears("katrin", "Aufruf zur Abstimmung: 4 von 4 erreicht");
    }

    /// <summary>A coordinator who may not see a committee gets no report of it, by whatever way.</summary>
    [Fact]
    public async Task Report_OfAConfidentialCommittee_IsForWhoeverSitsInItAlone()
    {
        await using var talk = await Talk.StartAsync(change: HiddenCircle.With);
        await talk.EverybodyOpensAsync("katrin", "bernd", "clara", "jana", "ruth");
        await talk.SaysAsync("ruth", "hallo", HiddenCircle.Room);
        talk.Connector.Fault = conversation => conversation == Talk.Personal("jana") ? new ConnectorException(HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, null) : null;
        await talk.CallsAsync("Kreis Morgenrot am 14. Januar um 19 Uhr im Keller", "ruth");
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((1, 0), (talk.HeardBy("ruth", Report), talk.HeardBy("katrin", Report)));
        var (show, again) = (talk.DataOf("ruth", "Aktualisieren"), talk.DataOf("ruth", "Noch einmal versuchen"));
        await talk.SaysAsync("katrin", "Zustellung");
        talk.Hears("katrin", "Aus den letzten 60 Tagen gibt es dazu keine Nachrichten.");
        var unknown = await talk.PressAsync("katrin", "delivery.show", Subject("meeting.nichts"));
        Assert.Equal(unknown, await talk.PressAsync("katrin", "delivery.show", show));
        Assert.Equal(await talk.PressAsync("katrin", "delivery.retry", Subject("meeting.nichts")), await talk.PressAsync("katrin", "delivery.retry", again));
        Assert.DoesNotContain("Morgenrot", talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_InEnglish_SaysTheSame()
    {
        await using var talk = await BeganAsync(Store.Sqlite);
        talk.Locale = "en-US";
        await talk.SaysAsync("katrin", "Delivery");
        talk.Hears("katrin", "Invitation: 2 of 4 reached; 1 × has removed the bot; 1 × has blocked the bot");
    }

    private static JsonObject Subject(string key) => new() { ["subject"] = key };

    /// <summary>A meeting was called: Amina has blocked the bot, Clara has removed it.</summary>
    private static async Task<Talk> BeganAsync(Store store)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.PostAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" }, "clara", null);
        talk.Connector.Fault = conversation => conversation == Talk.Personal("amina") ? new ConnectorException(HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, null) : null;
        await talk.CallsAsync(Meeting);
        await talk.SettleAsync();
        return talk;
    }
}
