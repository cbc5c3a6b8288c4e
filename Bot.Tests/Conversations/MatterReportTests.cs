using System;
using System.Net;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Whom messages about elections and minutes have reached: listed, reported to coordinators where somebody still has to hear it, and tried again where that can help.</summary>
public class MatterReportTests
{
    private const string Report = "Eine Nachricht hat nicht alle erreicht.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Election_NotEverybodyCalled_IsReportedOnceAndTriedAgain(Store store)
    {
        await using var talk = await BlockedAsync("bernd", store);
        await talk.SaysAsync("katrin", "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12.");
        await talk.PressesAsync("katrin", "Wahl ausrufen");
        await talk.AfterAsync(Duration.FromHours(1));
        await talk.RestartAsync();
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal((1, 0), (talk.HeardBy("katrin", Report), talk.HeardBy("bernd", "Eine Wahl beginnt")));
        talk.Hears("katrin", "Wahl: Beirat");
        talk.Hears("katrin", "**Bernd Krüger**: hat den Bot blockiert");
        talk.Connector.Fault = null;
        await talk.PressesAsync("katrin", "Noch einmal versuchen");
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal((1, 1), (talk.HeardBy("bernd", "Eine Wahl beginnt"), talk.HeardBy("amina", "Eine Wahl beginnt")));
        await talk.SaysAsync("katrin", "Zustellung");
        Assert.DoesNotContain("blockiert", talk.LastFor("katrin"), StringComparison.Ordinal);
        Assert.Equal(1, talk.HeardBy("katrin", Report));
    }

    [Fact]
    public async Task Minutes_NotEverybodyHasThem_IsReportedToTheCoordinatorAlone()
    {
        await using var talk = await BlockedAsync("clara");
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.AfterAsync(Duration.FromHours(1));
        talk.Hears("katrin", Report);
        talk.Hears("katrin", "Protokoll Beirat, ");
        talk.Hears("katrin", "**Clara Neumann**: hat den Bot blockiert");
        Assert.Equal((0, 0), (talk.HeardBy("amina", Report), talk.CountOf(Talk.Board, "blockiert")));
    }

    private static async Task<Talk> BlockedAsync(string who, Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "samira");
        talk.Connector.Fault = conversation => conversation == Talk.Personal(who) ? new ConnectorException(HttpStatusCode.Forbidden, "ConversationBlockedByUser", null, null) : null;
        return talk;
    }
}
