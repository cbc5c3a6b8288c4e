using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What stands on every agenda: set by the coordinator in words, from a day on, kept by meetings that were called before.</summary>
public class StandingItemsTests
{
    [Fact]
    public async Task Standing_InTheExample_IsAroundTheProposalsAndInTheInvitation()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        talk.Shows(Talk.Board, "1. Eröffnung\n2. Genehmigung des letzten Protokolls\n3. Berichte\n4. Beschlüsse\n5. Verschiedenes");
        await talk.SaysAsync("amina", "TOP: Haushalt");
        talk.Hears("amina", "Punkt 5 steht auf der Tagesordnung: **Haushalt**");
        talk.Shows(Talk.Board, "4. Beschlüsse\n5. Haushalt\n6. Verschiedenes");
        await talk.SaysAsync("amina", "TOP 1 zurückziehen");
        talk.Hears("amina", "Das darf nur, wer die Sitzung leitet");
    }

    [Fact]
    public async Task Standing_UrgentMeeting_BeginsWithTheUrgencyAndHasNoOthers()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Sondersitzung Beirat morgen 18 Uhr: Demonstration");
        await talk.PressesAsync("katrin", "Als Sondersitzung einladen");
        talk.Shows(Talk.Board, "1. Bestätigung der Dringlichkeit");
        await talk.SaysAsync("amina", "TOP: Haushalt");
        talk.Shows(Talk.Board, "1. Bestätigung der Dringlichkeit\n2. Haushalt");
        await talk.SaysAsync("katrin", "TOP 2 vor TOP 1");
        talk.Hears("katrin", "Eine Sondersitzung bestätigt zuerst ihre Dringlichkeit");
        await talk.SaysAsync("katrin", "TOP 2 nach oben");
        talk.Hears("katrin", "Eine Sondersitzung bestätigt zuerst ihre Dringlichkeit");
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Agenda");
        talk.Hears("amina", "1. Confirmation of");
    }

    [Fact]
    public async Task Set_InWords_HoldsForMeetingsCalledFromThatDayOn()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Regel Beirat Tagesordnung: Begrüßung 5 min, …, Ausblick ab sofort");
        talk.Hears("katrin", "Neue Regel: Beirat, Feste Tagesordnungspunkte");
        talk.Hears("katrin", "- Begrüßung (5 Min.)\n- … die vorgeschlagenen Punkte …\n- Ausblick");
        talk.Hears("katrin", "- Eröffnung\n");
        var set = talk.DataOf("katrin", "Festlegen");
        Assert.Contains("Festgelegt. Beirat, Feste Tagesordnungspunkte", await talk.PressesAsync("katrin", "Festlegen"), StringComparison.Ordinal);
        Assert.Contains("Festgelegt.", await talk.PressAsync("katrin", "rules.standing.set", set), StringComparison.Ordinal);
        Assert.Equal(2, (await talk.NetworkAsync()).Network.AdvisoryBoard!.Timeline.Latest);
        await talk.SaysAsync("amina", "TOP: Haushalt");
        talk.Shows(Talk.Board, "1. Eröffnung");
        await talk.CallsAsync("Beirat am 11. März um 17 Uhr im Rathaus");
        talk.Shows(Talk.Board, "1. Begrüßung (5 Min.) · 17:00–17:05\n2. Ausblick · ab 17:05");
        await talk.SaysAsync("amina", "Abstimmungsregeln Beirat");
        talk.Hears("amina", "Feste Tagesordnungspunkte");
    }

    [Fact]
    public async Task Set_WithSomethingMissing_IsAskedBackOnTheForm()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", "Regel Beirat Tagesordnung: A, a ab sofort");
        talk.Hears("katrin", "Das kann ich nicht lesen: höchstens 10 verschiedene Punkte");
        await talk.SaysAsync("katrin", "Regel Beirat Tagesornung: Eröffnung, Verschiedenes");
        talk.Hears("katrin", "Feste Tagesordnungspunkte");
        var shown = await talk.PressesAsync("katrin", "Prüfen", null, ("from", "2027-01-01"));
        Assert.Contains("- Eröffnung\n- … die vorgeschlagenen Punkte …\n- Verschiedenes", shown, StringComparison.Ordinal);
        Assert.Contains("Eröffnung; …; Verschiedenes", await talk.PressesAsync("katrin", "Ändern") + talk.Shown("katrin", "Prüfen").Inputs[0].GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Contains("Keine festen Punkte.", await talk.PressesAsync("katrin", "Prüfen", null, ("items", string.Empty), ("from", "2027-01-01")), StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Festlegen");
        Assert.Equal(Bot.Domain.Agendas.StandingItems.None, (await talk.NetworkAsync()).Network.AdvisoryBoard!.Timeline.InForce(new NodaTime.LocalDate(2027, 1, 1)).StandingItems);
    }

    [Fact]
    public async Task Set_ByAMember_IsRefused()
    {
        await using var talk = await Talk.StartAsync(hasStandingItems: true);
        await talk.SaysAsync("amina", "Regel Beirat Tagesordnung: A ab sofort");
        talk.Hears("amina", "Katrin");
        foreach (var verb in new[] { "rules.standing.edit", "rules.standing.preview", "rules.standing.set" })
        {
            Assert.Contains("Katrin", await talk.PressAsync("amina", verb, new System.Text.Json.Nodes.JsonObject { ["committee"] = "beirat", ["items"] = "A", ["day"] = "2027-01-01", ["from"] = "2027-01-01" }), StringComparison.Ordinal);
        }
    }

    /// <summary>Meetings of the version before have no order row and their items no kind.</summary>
    [Fact]
    public async Task Agenda_OfTheVersionBefore_IsReadAndGoesOn()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        var (tables, meeting) = (talk.Get<Bot.Platform.Tables.ITableStore>(), (await talk.MeetingsAsync()).Single());
        await tables.SubmitTransactionAsync(TableNames.Meetings, [Bot.Platform.Tables.TableTransactionAction.Remove(Talk.Network.Value, $"item|{meeting.Id}|order")], TestContext.Current.CancellationToken);
        foreach (var (number, title) in new[] { (1, "Alt"), (2, "Älter") })
        {
            var row = RowFormat.NewRow(Talk.Network.Value, $"item|{meeting.Id}|00{number}");
            (row["Number"], row["Title"], row["ProposedBy"], row["ProposedAt"]) = (number, title, "amina", talk.Time.GetUtcNow());
            await tables.SubmitTransactionAsync(TableNames.Meetings, [Bot.Platform.Tables.TableTransactionAction.Add(row)], TestContext.Current.CancellationToken);
        }

        await talk.SaysAsync("amina", "Tagesordnung");
        talk.Hears("amina", "1. Alt\n2. Älter");
        await talk.SaysAsync("katrin", "TOP 2 nach oben");
        await talk.SaysAsync("amina", "TOP: Neu");
        talk.Shows(Talk.Board, "1. Älter\n2. Alt\n3. Neu");
        Assert.Equal(3, (await talk.Get<AgendaStore>().OfAsync(Talk.Network, meeting, TestContext.Current.CancellationToken)).Items.Count);
    }
}
