using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Questions and forms that are asked for on a card the bot keeps up to date: they stand below it, so that nothing writes over them.</summary>
public class AskedBelowTests
{
    private const string Below = "Weiter geht es in der Nachricht unter dieser Karte.";

    [Theory]
    [InlineData("Jetzt abstimmen", "Jetzt abstimmen: ")]
    [InlineData("Sitzung schließen", "Sitzung schließen?")]
    [InlineData("Eröffnung zurücknehmen", "Eröffnung zurücknehmen?")]
    [InlineData("Anwesenheit", "Clara Neumann")]
    public async Task Session_SomebodyArrivesMeanwhile_TheQuestionStandsAndTheCardAboveIsUpToDate(string button, string question)
    {
        await using var talk = await Talk.OpenedAsync();
        Assert.Equal(Below, await talk.PressesAsync("amina", button));
        var asked = talk.Connector.In(Talk.Personal("amina"))[^1];
        Assert.Contains(question, CardReading.Words(asked.Content), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Ich bin da");
        Assert.Equal(CardReading.Words(asked.Content), talk.LastFor("amina")); // as it was asked
        Assert.Equal(1, talk.HeardBy("amina", "17:00 Uhr: Bernd Krüger ist gekommen"));
        Assert.Contains(button, Titles(talk, "amina", "Eröffnet um 17:00 Uhr."));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Session_VoteIsOpenedFromBelow_AfterSomebodyArrived_AndOnceThoughPressedTwice(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.SaysAsync("bernd", "Ich bin da");
        var data = talk.DataOf("amina", "Jetzt abstimmen");
        data["question"] = "Stellen wir den Antrag?";
        data["minutes"] = "15";
        var said = await talk.PressAsync("amina", "meeting.vote", data.DeepClone().AsObject());
        Assert.Equal(said, await talk.PressAsync("amina", "meeting.vote", data));
        Assert.Single(await talk.Get<BallotStore>().InMeetingAsync((await talk.NetworkAsync()).Network.Id, (await talk.TheMeetingAsync()).Id, TestContext.Current.CancellationToken));
    }

    /// <summary>Amina leads the meeting and is no coordinator.</summary>
    [Fact]
    public async Task Session_VoteIsDismissedByWhoeverLeads()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        Assert.Equal("Verworfen. Es ist nichts geschehen.", await talk.PressesAsync("amina", "Verwerfen"));
    }

    [Fact]
    public async Task Session_AskedTwice_IsClosedOnce_AndTheSecondQuestionSaysSo()
    {
        await using var talk = await Talk.OpenedAsync();
        var ask = talk.DataOf("amina", "Sitzung schließen");
        await talk.PressesAsync("amina", "Sitzung schließen");
        Assert.Equal(Below, await talk.PressAsync("amina", "session.close.ask", ask));
        Assert.Equal(2, talk.HeardBy("amina", "Sitzung schließen?"));
        var confirm = talk.DataOf("amina", "Ja, jetzt schließen");
        await talk.PressesAsync("amina", "Ja, jetzt schließen");
        await talk.AtAsync(2027, 1, 14, 17, 30);
        Assert.Contains("Geschlossen um 17:00 Uhr.", await talk.PressAsync("amina", "session.close", confirm), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Closed, (await talk.TheMeetingAsync()).State);
        Assert.Equal(1, talk.HeardBy("katrin", "Die Sitzung ist geschlossen: "));
    }

    [Theory]
    [InlineData("Sitzung schließen")]
    [InlineData("Eröffnung zurücknehmen")]
    public async Task Session_NotYet_SaysSoInTheQuestionsPlaceOnly(string button)
    {
        await using var talk = await Talk.OpenedAsync();
        var before = talk.Connector.In(Talk.Personal("amina"))[^1];
        await talk.PressesAsync("amina", button);
        Assert.Equal("Verworfen. Es ist nichts geschehen.", await talk.PressesAsync("amina", "Noch nicht"));
        Assert.Contains(talk.Connector.In(Talk.Personal("amina")), message => message.Id == before.Id && CardReading.Words(message.Content) == CardReading.Words(before.Content));
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
    }

    [Fact]
    public async Task Session_NothingToAsk_IsSaidOnTheCard()
    {
        await using var talk = await Talk.OpenedAsync();
        var vote = talk.DataOf("amina", "Jetzt abstimmen");
        await talk.SaysAsync("amina", "Sitzung schließen: ja");
        var before = talk.Connector.In(Talk.Personal("amina")).Count;
        Assert.DoesNotContain(Below, await talk.PressAsync("amina", "command.run", vote), StringComparison.Ordinal);
        Assert.Equal(before, talk.Connector.In(Talk.Personal("amina")).Count);
    }

    [Fact]
    public async Task Ballot_ReasonIsTypedWhileSomebodyVotes_StandsBelow()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        Assert.Equal(Below, await talk.PressesAsync("katrin", "Für ungültig erklären"));
        var asked = talk.LastFor("katrin");
        await talk.SaysAsync("bernd", "Ja");
        Assert.Equal(asked, talk.LastFor("katrin"));
        Assert.Contains("Warum soll sie ungültig sein?", asked, StringComparison.Ordinal);
        Assert.Equal("Verworfen. Es ist nichts geschehen.", await talk.PressesAsync("katrin", "Zurück"));
        await talk.PressesAsync("katrin", "Für ungültig erklären");
        var confirm = talk.DataOf("katrin", "Ja, für ungültig erklären");
        confirm["reason"] = "Irrtum";
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressAsync("bernd", "ballot.void", confirm.DeepClone().AsObject()));
        await talk.PressAsync("katrin", "ballot.void", confirm.DeepClone().AsObject());
        await talk.PressAsync("katrin", "ballot.void", confirm);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Diese Abstimmung wurde für ungültig erklärt."));
    }

    [Fact]
    public async Task Ballot_InARoom_IsAskedThereAndOnlyItsLeaderMayConfirm()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        var ask = talk.DataOf("katrin", "Abstimmung beenden");
        Assert.Equal(Below, await talk.PressAsync("katrin", "ballot.close.ask", ask, Talk.Board));
        talk.Shows(Talk.Board, "Abgestimmt bisher: 0 von 3.");
        Assert.Equal("Das kann nur die Koordination: Katrin Vogel.", await talk.PressesAsync("amina", "Ja, jetzt beenden", Talk.Board));
        await talk.PressesAsync("katrin", "Ja, jetzt beenden", Talk.Board);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Das Ergebnis steht fest."));
    }

    [Theory]
    [InlineData("TOP vorschlagen", "Vorschlagen", "itemTitle", "Haushalt", "Punkt 1 steht auf der Tagesordnung: **Haushalt**")]
    [InlineData("Vertretung schicken", "Vertretung eintragen", "substitute", "Max Muster", "Max Muster kommt an Ihrer Stelle")]
    public async Task Invitation_SomebodyProposesAnItemMeanwhile_TheFormStandsAsItWas(string button, string confirm, string field, string typed, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal(Below, await talk.PressesAsync("amina", button));
        var form = talk.Connector.In(Talk.Personal("amina"))[^1].Content.ToString();
        if (field == "substitute")
        {
            await talk.SaysAsync("bernd", "TOP: Kassenprüfung");
        }
        else
        {
            await talk.SaysAsync("bernd", "Ich komme zum Beirat");
        }

        Assert.Equal(form, talk.Connector.In(Talk.Personal("amina"))[^1].Content.ToString());
        Assert.Contains(said, await talk.PressesAsync("amina", confirm, null, (field, typed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_OfAnEarlierDateOrOver_AsksNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var (substitute, item) = (talk.DataOf("amina", "Vertretung schicken"), talk.DataOf("amina", "TOP vorschlagen"));
        var old = substitute.DeepClone().AsObject();
        old["asked"] = "7";
        Assert.Contains("Diese Sitzung wurde inzwischen verlegt", await talk.PressAsync("amina", "reply.substitute.ask", old), StringComparison.Ordinal);
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("dao", "reply.substitute.ask", substitute.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", await talk.PressAsync("dao", "agenda.propose.ask", item.DeepClone().AsObject()), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Contains("ist abgesagt", await talk.PressAsync("amina", "reply.substitute.ask", substitute), StringComparison.Ordinal);
        Assert.Contains("ist abgesagt", await talk.PressAsync("amina", "agenda.propose.ask", item), StringComparison.Ordinal);
        Assert.Equal(0, talk.HeardBy("amina", "Wer kommt an Ihrer Stelle?"));
    }

    /// <summary>Older clients press by sending a message; they read the question and no sentence about it.</summary>
    [Fact]
    public async Task Submitted_ByAnOlderClient_TheQuestionIsTheAnswer()
    {
        await using var talk = await Talk.OpenedAsync();
        var data = talk.DataOf("amina", "Sitzung schließen");
        data["verb"] = "session.close.ask";
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["value"] = data }, "amina", null);
        talk.Hears("amina", "Sitzung schließen?");
    }

    private static string[] Titles(Talk talk, string who, string card) =>
        [.. talk.Connector.In(Talk.Personal(who)).Where(message => CardReading.Words(message.Content).Contains(card, StringComparison.Ordinal))
            .SelectMany(message => CardReading.Actions(message.Content)).Select(action => action.GetProperty("title").GetString()!)];
}
