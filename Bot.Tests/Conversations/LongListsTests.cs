using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Lists that do not fit on a card: turned over by pressing and by typing, in a network with 300 organizations.</summary>
public class LongListsTests
{
    private const int Many = 300;

    [Fact]
    public async Task Members_Of300_AreTurnedOverByPressingAndTyping()
    {
        await using var talk = await Talk.StartAsync(change: Large);
        await talk.OpensAsync("katrin");

        await talk.SaysAsync("katrin", "Mitglieder");
        talk.Hears("katrin", "Nr. 1 bis 30 von 300 (Seite 1 von 10). Oder schreiben Sie: „Mitglieder Seite 2“.");
        Assert.Contains("Nr. 31 bis 60 von 300", await talk.PressesAsync("katrin", "Weiter"), StringComparison.Ordinal);
        Assert.Contains("Nr. 61 bis 90 von 300", await talk.PressesAsync("katrin", "Weiter"), StringComparison.Ordinal);
        Assert.Contains("Nr. 31 bis 60 von 300", await talk.PressesAsync("katrin", "Zurück"), StringComparison.Ordinal);

        await talk.SaysAsync("katrin", "Mitglieder Seite 10");
        talk.Hears("katrin", "Nr. 271 bis 300 von 300 (Seite 10 von 10)");
        await talk.SaysAsync("katrin", "mitglieder seite 9999");
        talk.Hears("katrin", "Nr. 271 bis 300 von 300 (Seite 10 von 10)");
    }

    [Fact]
    public async Task Members_ANewOneBeforeTheNextPage_SkipsNobody()
    {
        await using var talk = await Talk.StartAsync(change: Large);
        await talk.OpensAsync("katrin");
        await talk.SaysAsync("katrin", "Mitglieder");
        var next = talk.DataOf("katrin", "Weiter");

        await talk.Get<NetworkStore>().AddOrganizationAsync(
            Talk.Network, new MemberOrganization(new OrganizationId("new"), "AAA Verein", new LocalDate(2026, 11, 1), []), TestContext.Current.CancellationToken);

        Assert.Contains("Verein 031", await talk.PressAsync("katrin", "command.run", next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_PressedByAStrangerOrInAGroup_StayHidden()
    {
        await using var talk = await Talk.StartAsync(change: Large);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Mitglieder");
        var next = talk.DataOf("katrin", "Weiter");

        Assert.DoesNotContain("Verein", await talk.PressAsync("stranger", "command.run", next), StringComparison.Ordinal);
        Assert.DoesNotContain("Verein", await talk.PressAsync("katrin", "command.run", next, Talk.Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_ForOneOfManyOrganizations_IsFoundOnItsPageOrByItsName()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Large(snapshot, "amina"));
        await talk.OpensAsync("amina");
        await talk.PlenaryVotesOnAsync("Brücke");

        await talk.SaysAsync("amina", "Ja");
        talk.Hears("amina", "Nr. 1 bis 10 von 300");
        Assert.Contains("Nr. 11 bis 20 von 300", await talk.PressesAsync("amina", "Weiter"), StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme für Verein 011: **Nein**", await talk.PressesAsync("amina", "Nein"), StringComparison.Ordinal);

        await talk.SaysAsync("amina", "Enthaltung: Verein 222");
        talk.Hears("amina", "Ihre Stimme für Verein 222: **Enthaltung**");
        await talk.SaysAsync("amina", "Ja: Verein");
        talk.Hears("amina", "Im Moment läuft keine Abstimmung");
    }

    [Fact]
    public async Task Voters_OfABallotThatIsNotOnes_AreNotShown()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => Large(snapshot, "amina"));
        await talk.OpensAsync("amina");
        await talk.PlenaryVotesOnAsync("Brücke");
        await talk.SaysAsync("amina", "Ja");
        var next = talk.DataOf("amina", "Weiter");

        Assert.DoesNotContain("Verein", await talk.PressAsync("samira", "ballot.voters", next), StringComparison.Ordinal);
        Assert.DoesNotContain("Verein", await talk.PressAsync("stranger", "ballot.voters", next), StringComparison.Ordinal);
        Assert.Contains("gibt es nicht mehr", await talk.PressAsync("amina", "ballot.voters", new JsonObject { ["ballot"] = "x" }), StringComparison.Ordinal);
        await talk.EndsBallotAsync();
        Assert.DoesNotContain("Nr. 11", await talk.PressAsync("amina", "ballot.voters", next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballots_SevenAtOnce_FiveAreShownAndTheOthersFollow()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        for (var number = 1; number <= 7; number++)
        {
            await talk.AppliesAsync($"Initiative {number} aus dem Stadtteil {(char)('A' + number)}");
        }

        await talk.SaysAsync("amina", "Abstimmungen");
        talk.Hears("amina", "Nr. 1 bis 5 von 7 (Seite 1 von 2). Oder schreiben Sie: „Abstimmungen Seite 2“.");
        var others = await talk.PressesAsync("amina", "Weiter");
        Assert.Contains("Nr. 6 bis 7 von 7", others, StringComparison.Ordinal);
        Assert.Equal(2, others.Split("Soll der Beirat dem Plenum empfehlen").Length - 1);
        await talk.SaysAsync("amina", "Ja");
        talk.Hears("amina", "Nr. 1 bis 5 von 7");
        await talk.SaysAsync("katrin", "Abstimmung beenden Seite 2");
        talk.Hears("katrin", "Nr. 6 bis 7 von 7");
    }

    [Fact]
    public async Task Agenda_OfFortyItems_IsTurnedOverInTheGroupToo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        for (var number = 1; number <= 30; number++)
        {
            await talk.SaysAsync("amina", $"TOP: Punkt {number} {new string('*', 150)}");
        }

        talk.Hears("amina", "30. Punkt 30");
        await talk.SaysAsync("amina", "Tagesordnung Beirat", Talk.Board);
        talk.Shows(Talk.Board, "1. Punkt 1");
        Assert.Contains("30. Punkt 30", await talk.PressesAsync("amina", "Weiter", Talk.Board), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Tagesordnung Beirat Seite 2");
        talk.Hears("amina", "30. Punkt 30");

        var next = talk.DataOf("amina", "Zurück");
        Assert.DoesNotContain("Punkt", await talk.PressAsync("dao", "agenda.show", next), StringComparison.Ordinal);
        Assert.DoesNotContain("Punkt", await talk.PressAsync("amina", "agenda.show", next, Talk.Plenary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_TooLongATitle_IsRefusedBeforeAnyMeetingIsAskedFor()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 21. Januar um 18 Uhr im Rathaus");

        await talk.SaysAsync("katrin", "TOP: " + new string('x', 201));
        talk.Hears("katrin", "Das ist zu lang: höchstens 200 Zeichen.");
        await talk.SaysAsync("katrin", "TOP: " + new string('x', 200));
        talk.Hears("katrin", "Für welche Sitzung ist");
    }

    [Fact]
    public async Task Forms_FloodedWithText_AnswerWithACardThatFits()
    {
        await using var talk = await Talk.StartAsync();
        await talk.OpensAsync("katrin");
        var flood = new string('\uE000', 5_000);

        foreach (var verb in new[] { "meeting.preview", "meeting.edit", "meeting.call", "admission.apply", "admission.people" })
        {
            var data = new JsonObject
            {
                ["committee"] = "beirat", ["day"] = "2027-01-14", ["start"] = "17:00", ["place"] = flood, ["topic"] = flood, ["reason"] = flood, ["applicant"] = flood, ["pageAt"] = flood, ["pageKey"] = flood,
            };
            Assert.NotEmpty(await talk.PressAsync("katrin", verb, data));
        }
    }

    private static NetworkSnapshot Large(NetworkSnapshot snapshot) => Large(snapshot, "edda");

    private static NetworkSnapshot Large(NetworkSnapshot snapshot, string representative) => snapshot with
    {
        Network = snapshot.Network with
        {
            Organizations =
            [
                .. Enumerable.Range(1, Many).Select(number => new MemberOrganization(
                    new OrganizationId($"org-{number:000}"), $"Verein {number:000}", new LocalDate(2024, 3, 12), [new PersonId(representative)])),
            ],
        },
    };
}
