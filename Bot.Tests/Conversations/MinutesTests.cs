using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Minutes;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Minutes from the draft to the approval at the next meeting.</summary>
public class MinutesTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Minutes_FromDraftToApproval_TellEverybodyOnceAndKeepEveryVersion(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();

        await talk.SaysAsync("bernd", "Protokoll erstellen Beirat");
        talk.Hears("bernd", "Der Entwurf ist fertig.");
        talk.Hears("bernd", "TOP 1: Stand Demokratiefest");
        talk.Hears("bernd", "Beschluss: Das Fest findet statt. (Im Einvernehmen beschlossen, ohne Auszählung)");
        talk.Hears("katrin", "Der Entwurf des Protokolls liegt vor. Bitte prüfen Sie ihn");
        Assert.Equal(0, talk.HeardBy("amina", "Der Entwurf des Protokolls"));

        await talk.PressesAsync("bernd", "An das Gremium geben");
        Assert.Contains("Der Entwurf ist beim Gremium.", await talk.PressesAsync("bernd", "Ja, verteilen"), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Der Entwurf des Protokolls liegt vor. Lesen und berichtigen: im Einzelchat");
        talk.Hears("clara", "Der Entwurf des Protokolls liegt vor. Wer dabei war");

        await talk.SaysAsync("amina", "Berichtigung zum Protokoll: TOP 1, Zeile 1: Die Stadt stellt Strom und Wasser.");
        Assert.Contains("Ihre Berichtigung hat die Nummer 1", await talk.PressesAsync("amina", "Vorschlagen"), StringComparison.Ordinal);
        talk.Hears("bernd", "Berichtigung 1 ist vorgeschlagen");
        talk.Hears("katrin", "Berichtigung 1 ist vorgeschlagen");
        Assert.Contains("Die Stadt stellt Strom und Wasser.", await talk.PressesAsync("bernd", "Berichtigungen entscheiden"), StringComparison.Ordinal);
        Assert.Contains("Berichtigung 1 ist angenommen", await talk.PressesAsync("bernd", "Annehmen"), StringComparison.Ordinal);
        talk.Hears("amina", "Ihre Berichtigung 1 ist angenommen.");

        await talk.SaysAsync("amina", "Protokoll Beirat 14.1.");
        talk.Hears("amina", "Notiz: Die Stadt stellt Strom und Wasser.");
        talk.Hears("amina", "Entwurf, dem Gremium vorgelegt, Version 2");

        await talk.BoardMeetsAgainAsync();
        await talk.AtAsync(2027, 3, 18, 17, 1);
        talk.Hears("clara", "Dieses Protokoll wartet auf Genehmigung.");
        Assert.Contains("in Version 2 genehmigt?", await talk.PressesAsync("clara", "Genehmigen"), StringComparison.Ordinal);
        Assert.Contains("Genehmigt ohne Einwand in der Sitzung vom 18.03.2027, Version 2", await talk.PressesAsync("clara", "Ohne Einwand genehmigt"), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "Genehmigt ohne Einwand in der Sitzung vom 18.03.2027, Version 2");
        talk.Hears("amina", "Genehmigt ohne Einwand");

        await talk.AtAsync(2027, 6, 1, 12);
        Assert.Equal(1, talk.CountOf(Talk.Board, "Der Entwurf des Protokolls"));
        Assert.Equal(1, talk.HeardBy("clara", "wartet auf Genehmigung"));
        Assert.Equal(1, talk.HeardBy("clara", "Der Entwurf des Protokolls"));
        var kept = await talk.MinutesAsync(meeting.Id);
        Assert.Equal((MinutesState.Approved, 2, 2), (kept.State, kept.Version, kept.Approval!.Version));
    }

    [Fact]
    public async Task Minutes_InEnglish_AreReadAndDrafted()
    {
        await using var talk = await Talk.StartAsync();
        await talk.BoardHasMetAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("bernd", "Draft minutes board 14 January");
        talk.Hears("bernd", "The draft is ready.");
        await talk.PressesAsync("bernd", "Give to the committee");
        await talk.PressesAsync("bernd", "Yes, circulate");
        await talk.SaysAsync("amina", "Minutes board 14 January");
        talk.Hears("amina", "Decision: Das Fest findet statt. (Decided by consent, without a count)");
    }

    [Fact]
    public async Task Draft_BeforeTheMeetingIsOver_IsNotMade()
    {
        await using var talk = await Talk.StartAsync();
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 23, 59);
        await talk.SaysAsync("katrin", "Protokoll erstellen Beirat");
        talk.Hears("katrin", "Ich finde keine Sitzung, die vorbei ist");
        await talk.AtAsync(2027, 1, 15, 0);
        await talk.SaysAsync("katrin", "Protokoll erstellen Beirat 14.1.");
        talk.Hears("katrin", "Der Entwurf ist fertig.");
    }

    [Theory]
    [InlineData("amina")]
    [InlineData("samira")]
    [InlineData("fremd")]
    public async Task Draft_ByWhoDidNotLead_IsNotMadeAndNotShown(string who)
    {
        await using var talk = await Talk.StartAsync();
        var meeting = await talk.BoardHasMetAsync();
        await talk.SaysAsync(who, "Protokoll erstellen Beirat");
        Assert.DoesNotContain("Der Entwurf ist fertig", talk.LastFor(who), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Protokoll erstellen Beirat");
        await talk.SaysAsync(who, "Protokoll Beirat 14.1.");
        Assert.DoesNotContain("Demokratiefest", talk.LastFor(who), StringComparison.Ordinal);
        foreach (var verb in new[] { "minutes.show", "minutes.file", "minutes.redraft", "minutes.circulate.ask", "minutes.circulate", "minutes.correct.ask", "minutes.correct", "minutes.correction", "minutes.accept", "minutes.reject", "minutes.approve.ask", "minutes.approve" })
        {
            Assert.StartsWith(
                who == "fremd" ? Talk.ToStrangers : "Dieses Protokoll finde ich nicht. „Protokolle“ zeigt, was Sie lesen können.",
                await talk.PressAsync(who, verb, new JsonObject { ["meeting"] = meeting.Id.Value, ["text"] = "x", ["number"] = "1", ["later"] = meeting.Id.Value, ["version"] = "1" }),
                StringComparison.Ordinal);
        }

        Assert.Equal((MinutesState.Draft, 1), ((await talk.MinutesAsync(meeting.Id)).State, (await talk.MinutesAsync(meeting.Id)).Version));
    }

    /// <summary>What is confidential to a committee never appears outside it: not for members of other committees, not in other rooms, not in a search.</summary>
    [Theory]
    [InlineData("dao", null)]
    [InlineData("samira", null)]
    [InlineData("fremd", null)]
    [InlineData("amina", Talk.Plenary)]
    public async Task Circulated_Minutes_AreNeverSeenOutsideTheCommittee(string who, string? where)
    {
        await using var talk = await Talk.StartAsync();
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        foreach (var line in new[] { "Protokolle", "Protokoll Beirat 14.1.", "Protokolle Demokratiefest", "Protokoll Beirat als Datei", "Protokoll öffentlich", "Berichtigung zum Protokoll Beirat: x" })
        {
            await talk.SaysAsync(who, line, where);
        }

        var read = talk.Read(where ?? Talk.Personal(who));
        Assert.All(["Demokratiefest", "Strom", "geheim", "14.01.2027", "Vertrauliches"], word => Assert.DoesNotContain(word, read, StringComparison.Ordinal));
        Assert.StartsWith(
            who == "fremd" ? Talk.ToStrangers : "Dieses Protokoll finde ich nicht. „Protokolle“ zeigt, was Sie lesen können.",
            await talk.PressAsync(who, "minutes.show", new JsonObject { ["meeting"] = meeting.Id.Value }, where),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circulated_InTheRoomOfTheCommittee_LeaveOutWhatIsConfidential()
    {
        await using var talk = await Talk.StartAsync();
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", "Protokoll Beirat 14.1.", Talk.Board);
        Assert.Equal(1, talk.CountOf(Talk.Board, "TOP 1: Stand Demokratiefest"));
        Assert.All(["Vertrauliches", "Streng geheim", "Als Word-Datei"], word => Assert.DoesNotContain(word, talk.Read(Talk.Board), StringComparison.Ordinal));
        await talk.SaysAsync("amina", "Protokoll Beirat 14.1.");
        talk.Hears("amina", "TOP 2: Vertrauliches");
        await talk.SaysAsync("amina", "Protokoll Beirat als Datei", Talk.Board);
        talk.Shows(Talk.Board, "Dateien gebe ich nur im Einzelchat.");
    }

    [Fact]
    public async Task List_OfSeveral_IsSearchedByWordYearAndCommittee()
    {
        await using var talk = await Talk.StartAsync();
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        foreach (var line in new[] { "Protokolle", "Protokolle Demokratiefest", "Protokolle 2027", "Protokoll Beirat", "Protokoll des Beirats vom 14. Januar 2027", "niederschrift beirat 14.1.2027" })
        {
            await talk.SaysAsync("clara", line);
            talk.Hears("clara", "Protokoll Beirat, Do, 14.01.2027");
        }

        foreach (var line in new[] { "Protokolle Haushalt", "Protokolle 2026", "Protokoll Plenum", "Protokoll Beirat 15.1." })
        {
            await talk.SaysAsync("clara", line);
            talk.Hears("clara", "Ich finde kein Protokoll, das Sie hier lesen könnten.");
        }
    }

    [Fact]
    public async Task Redraft_AfterSomethingWasAdded_MakesAVersionAndKeepsCorrections()
    {
        await using var talk = await Talk.StartAsync();
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", "Berichtigung zum Protokoll: TOP 1, Zeile 1: Strom und Wasser");
        await talk.PressesAsync("amina", "Vorschlagen");
        await talk.SaysAsync("bernd", "Berichtigungen entscheiden");
        await talk.PressesAsync("bernd", "Annehmen");
        await talk.SaysAsync("bernd", "Protokoll Beirat 14.1.");
        talk.Hears("bernd", "Berichtigung 1 zu TOP 1, Zeile 1: Strom und Wasser (vorgeschlagen von Amina Yıldız, angenommen von Bernd Krüger");
        Assert.Contains("Es hat sich nichts geändert", await talk.PressesAsync("bernd", "Neu zusammenstellen"), StringComparison.Ordinal);
        await talk.NoteAsync(meeting.Id, Bot.Domain.Sessions.SessionEntryKind.Decision, "Nachgetragen", 1);
        Assert.Contains("Das Protokoll ist neu zusammengestellt", await talk.PressesAsync("bernd", "Neu zusammenstellen"), StringComparison.Ordinal);
        Assert.Equal(["Strom und Wasser", "Das Fest findet statt.", "Nachgetragen"], (await talk.BodyAsync(meeting.Id)).At(1)!.Entries.Select(entry => entry.Text));
        Assert.Equal(3, (await talk.MinutesAsync(meeting.Id)).Version);
    }

    [Fact]
    public async Task Correction_RejectedByTyping_NeedsAReasonAndTellsIt()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("amina");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("clara", "Berichtigung zum Protokoll: TOP 1 Ich war auch da");
        talk.Hears("clara", "Berichtigungen schlägt vor, wer in der Sitzung war.");
        await talk.SaysAsync("amina", "Berichtigung zum Protokoll Beirat 14.1.: TOP 7 Anders");
        Assert.Contains("Einen TOP 7 gibt es in diesem Protokoll nicht.", await talk.PressesAsync("amina", "Vorschlagen"), StringComparison.Ordinal);
        await talk.PressesAsync("amina", "Vorschlagen", null, ("place", "1"));
        await talk.SaysAsync("bernd", "Berichtigung ablehnen");
        Assert.Contains("Bitte einen Grund nennen.", await talk.PressesAsync("bernd", "Ablehnen"), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Berichtigung ablehnen Nr. 1: So war es nicht");
        Assert.Contains("Berichtigung 1 ist abgelehnt", await talk.PressesAsync("bernd", "Ablehnen"), StringComparison.Ordinal);
        talk.Hears("amina", "Ihre Berichtigung 1 ist abgelehnt. Grund: So war es nicht");
        Assert.Equal(1, (await talk.MinutesAsync(meeting.Id)).Version);
    }

    [Fact]
    public async Task Approve_ByABallotOfTheMeeting_NamesItAndTheVersion()
    {
        await using var talk = await Talk.StartAsync();
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("bernd", "Protokoll genehmigen");
        talk.Hears("bernd", "Genehmigt wird in einer späteren Sitzung desselben Gremiums");
        await talk.BoardMeetsAgainAsync();
        await talk.SaysAsync("clara", "anwesend");
        await talk.SaysAsync("amina", "anwesend");
        await talk.SaysAsync("clara", "Jetzt abstimmen: Genehmigen wir das Protokoll?");
        await talk.PressesAsync("clara", "Jetzt abstimmen");
        var ballot = Assert.Single(await talk.RunningBallotsAsync()).Ballot.Id;
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        Assert.DoesNotContain("Abstimmung: ", talk.LastFor("clara"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        Assert.Contains("Genehmigt durch Abstimmung in der Sitzung vom 18.03.2027, Version 1", await talk.PressesAsync("clara", "Abstimmung: " + ShortText.Abbreviate("Genehmigen wir das Protokoll?", 18)), StringComparison.Ordinal);
        Assert.Equal(ballot, (await talk.MinutesAsync(meeting.Id)).Approval!.Ballot);
        await talk.SaysAsync("amina", "Berichtigung zum Protokoll: TOP 1 Es regnete.");
        talk.Hears("amina", "Dieses Protokoll ist genehmigt und bleibt, wie es ist.");
        await talk.PressesAsync("amina", "Vorschlagen");
        await talk.SaysAsync("bernd", "Berichtigungen entscheiden");
        await talk.PressesAsync("bernd", "Annehmen");
        var kept = await talk.MinutesAsync(meeting.Id);
        Assert.Equal((2, 1, true), (kept.Version, kept.Approval!.Version, kept.Corrections[0].IsAfterApproval));
    }

    [Theory]
    [InlineData("Protokoll Beirat als Datei", "Protokoll-beirat-2027-01-14.docx", "nur für das Gremium")]
    [InlineData("Protokoll Beirat 14.1. öffentlich", "Protokoll-beirat-2027-01-14-oeffentlich.docx", "ohne Namen")]
    public async Task File_AskedForByTyping_IsOffered(string line, string name, string description)
    {
        await using var talk = await Talk.StartAsync();
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", line);
        var offered = talk.Connector.In(Talk.Personal("amina"))[^1].Content.GetProperty("attachments")[0];
        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", name), (offered.GetProperty("contentType").GetString(), offered.GetProperty("name").GetString()));
        Assert.Contains(description, offered.GetProperty("content").GetProperty("description").GetString(), StringComparison.OrdinalIgnoreCase);
        await talk.SaysAsync("amina", "Protokoll Beirat 14.1.");
        Assert.Equal("Die Datei kommt unten.", await talk.PressesAsync("amina", "Als Word-Datei"));
    }

    [Fact]
    public async Task Correct_TwoAtOnceOnTwoInstances_BothAreThereWithNumbersOfTheirOwn()
    {
        await using var talk = await Talk.StartAsync();
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", "Berichtigung zum Protokoll: TOP 1 Eins");
        await talk.SaysAsync("bernd", "Berichtigung zum Protokoll: TOP 1 Zwei");
        var (one, two) = (talk.DataOf("amina", "Vorschlagen"), talk.DataOf("bernd", "Vorschlagen"));
        one["text"] = "Eins";
        two["text"] = "Zwei";
        talk.Settles = false;
        await Task.WhenAll(talk.PressAsync("amina", "minutes.correct", one), talk.PressAsync("bernd", "minutes.correct", two), talk.PressAsync("amina", "minutes.correct", one.DeepClone().AsObject()));
        talk.Settles = true;
        await talk.SettleAsync();
        var corrections = (await talk.MinutesAsync(meeting.Id)).Corrections;
        Assert.Equal([1, 2], corrections.Select(correction => correction.Number));
        Assert.Equal(["Eins", "Zwei"], corrections.Select(correction => correction.Text).Order());
    }
}
