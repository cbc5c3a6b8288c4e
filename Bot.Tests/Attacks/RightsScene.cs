using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using NodaTime;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>A network in which everything can be tried that a right is needed for.</summary>
internal static class RightsScene
{
    // Several worlds stand beside each other, each with ids of its own.
    private static readonly ConditionalWeakTable<Talk, Dictionary<string, string>> Ids = [];

    /// <summary>A probe with the ids of the scene in it.</summary>
    public static string Filled(Talk talk, string line) => IdsOf(talk).Aggregate(line, (text, id) => text.Replace("{" + id.Key + "}", id.Value, StringComparison.Ordinal));

    /// <summary>The network on 14 January 2027 at 17:10: the board meets, led by Dao, who has no seat.</summary>
    public static async Task<Talk> WorldAsync()
    {
        var talk = await Talk.StartAsync(change: snapshot =>
            Talk.WithRules(Talk.WithRules(WorkingGroupTests.With(HiddenCircle.With(snapshot), remit => remit), "beirat", rules => Tied(rules, TieRule.ChairDecides)), "ika", rules => Tied(rules, TieRule.Lot)));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "edda", "hanna", "guel", "samira", "fremd", "jana");
        await talk.SaysAsync("katrin", "Schulferien: Winterferien 8.2.2027 bis 19.2.2027");
        await talk.CallsAsync("Plenum am 9. Februar um 18 Uhr im Rathaus");
        await talk.CallsAsync("Beirat am 10. Dezember um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "TOP Beirat: Rückblick");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Dao");
        await talk.AtAsync(2026, 12, 10, 17);
        await TellAsync(talk, "dao", "Sitzung eröffnen", "Nächster TOP", "Sitzung schließen: ja", "Protokoll erstellen Beirat");
        await talk.PressesAsync("dao", "An das Gremium geben");
        await talk.PressesAsync("dao", "Ja, verteilen");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("bernd", "TOP Beirat: Haushalt");
        await talk.SaysAsync("bernd", "TOP Beirat vertraulich: Heikles");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara");
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat: Dao");
        await talk.SaysAsync("samira", "Aufnahme beantragen: Verein Neu");
        await talk.PressesAsync("samira", "Antrag stellen");
        await talk.AtAsync(2027, 1, 14, 16);
        await talk.SaysAsync("clara", "Ausschluss beantragen: Jugendtreff, weil Spenden fehlen; Frist 60 Tage");
        await talk.PressesAsync("clara", "Ausschluss beantragen");
        await talk.OpensBallotAsync("Abstimmung Projekt Beirat: Neues Banner?");
        await talk.SaysAsync("katrin", "Wahl Beirat: 2 Sitze, Vorschläge bis 14.2., Wahl bis 21.2.");
        await talk.PressesAsync("katrin", "Wahl ausrufen");
        await talk.SaysAsync("bernd", "Vorschlag Beirat: Hanna");
        IdsOf(talk)["tie"] = await TiedAsync(talk, "Beirat", "Vierte Frage", "bernd");
        IdsOf(talk)["lot"] = await TiedAsync(talk, "IKA", "Losfrage", "dao");
        await talk.SaysAsync("katrin", "Los ziehen: Gül Aydın");
        await talk.AtAsync(2027, 1, 14, 17);
        await TellAsync(talk, "dao", "Sitzung eröffnen", "Aufgabe @Hanna bis 30.4.: Saal buchen");
        await TellAsync(talk, "bernd", "Notiz: Eins", "Notiz: Zwei", "Notiz: Drei", "Notiz: Vier", "Notiz: Fünf");
        await talk.CallsAsync("Beirat am 11. Februar um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 1, 14, 17, 10);
        await VoteAsync(talk);
        await FillAsync(talk);
        return talk;
    }

    /// <summary>Dao has the board vote three times: on what ends in a tie, on what is declared void, and on what is still open.</summary>
    private static async Task VoteAsync(Talk talk)
    {
        IdsOf(talk)["tied"] = await AsksAsync(talk, "Erste Frage");
        await talk.SaysAsync("amina", "Ja: Erste Frage");
        await talk.SaysAsync("bernd", "Nein: Erste Frage");
        await talk.SaysAsync("dao", "Abstimmung beenden: Erste Frage");
        await talk.PressesAsync("dao", "Ja, jetzt beenden");
        IdsOf(talk)["void"] = await AsksAsync(talk, "Zweite Frage");
        await talk.SaysAsync("dao", "Abstimmung für ungültig erklären: Zweite Frage");
        await talk.PressesAsync("dao", "Ja, für ungültig erklären", null, ("reason", "Falsch gestellt"));
        IdsOf(talk)["led"] = await AsksAsync(talk, "Dritte Frage");
    }

    private static async Task<string> AsksAsync(Talk talk, string question)
    {
        await talk.SaysAsync("dao", $"Jetzt abstimmen: {question}?");
        await talk.PressesAsync("dao", "Jetzt abstimmen");
        return await RunningAsync(talk, question);
    }

    private static async Task<string> TiedAsync(Talk talk, string committee, string question, string against)
    {
        await talk.OpensBallotAsync($"Abstimmung Projekt {committee}: {question}?");
        var id = await RunningAsync(talk, question);
        await talk.SaysAsync("amina", "Ja: " + question);
        await talk.SaysAsync(against, "Nein: " + question);
        await talk.EndsBallotAsync(question);
        return id;
    }

    private static async Task<string> RunningAsync(Talk talk, string question) =>
        (await talk.RunningBallotsAsync()).First(ballot => ballot.Motion.Title.Contains(question, StringComparison.Ordinal)).Ballot.Id.Value;

    private static RulesOfProcedure Tied(RulesOfProcedure rules, TieRule tie) => rules with { Majority = MajorityRule.Default with { Tie = tie } };

    private static async Task FillAsync(Talk talk)
    {
        var board = (await talk.MeetingsAsync()).Where(meeting => meeting.Committee.Value == "beirat").ToList();
        var ballots = await talk.RunningBallotsAsync();
        IdsOf(talk)["held"] = board[0].Id.Value;
        IdsOf(talk)["now"] = board[1].Id.Value;
        IdsOf(talk)["next"] = board[2].Id.Value;
        IdsOf(talk)["ballot"] = ballots.First(ballot => ballot.Motion.Title.Contains("Banner", StringComparison.Ordinal)).Ballot.Id.Value;
        IdsOf(talk)["applied"] = (await talk.Get<AdmissionStore>().RunningAsync(Talk.Network, TestContext.Current.CancellationToken))[0].Id.Value;
        IdsOf(talk)["election"] = (await talk.Get<ElectionStore>().AllAsync(Talk.Network, TestContext.Current.CancellationToken))[0].Id.Value;
        await talk.ChangeMeetingAsync(board[2].Id, meeting => meeting with { Chair = new PersonId("dao") });
        await talk.PressAsync("bernd", "agenda.propose", new JsonObject { ["meeting"] = IdsOf(talk)["next"], ["itemTitle"] = "Eigener" });
        await talk.Get<ResolutionStore>().RecordAsync(
            Talk.Network,
            new ResolutionDraft("Fest", "Das Fest findet statt.", new CommitteeId("plenum"), Verdict.Accepted, new Tally(5, 1, 1, 1, null, 8, 0), MajorityRule.Default.ToCode(), new LocalDate(2027, 1, 12), talk.Time.Now, "fest"),
            TestContext.Current.CancellationToken);
        // Jana gets her seat when the ballot is on already, so she belongs to the board and has no vote in it.
        var seat = RowFormat.NewRow(Talk.Network.Value, "seat|beirat|jana");
        seat["Committee"] = "beirat";
        seat["Person"] = "jana";
        await talk.ChangeNetworkAsync(TableTransactionAction.Add(seat));
    }

    private static async Task TellAsync(Talk talk, string who, params string[] lines)
    {
        foreach (var line in lines)
        {
            await talk.SaysAsync(who, line);
        }
    }

    private static Dictionary<string, string> IdsOf(Talk talk) => Ids.GetOrCreateValue(talk);
}
