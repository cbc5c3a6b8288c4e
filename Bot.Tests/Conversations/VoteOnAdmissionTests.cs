using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Who may vote, for whom, how often, until when.</summary>
public class VoteOnAdmissionTests
{
    private const string NotEntitled = "In dieser Abstimmung sind Sie nicht stimmberechtigt.";

    [Fact]
    public async Task Vote_OnTheBoard_IsForItsMembersOnly()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.AppliesAsync("Verein Brücke");
        var yes = talk.DataOf("amina", "Ja");
        yes["voter"] = "";
        foreach (var who in new[] { "katrin", "dao", "samira", "ivo" })
        {
            Assert.Equal(NotEntitled, await talk.PressAsync(who, "ballot.vote", yes));
        }

        Assert.StartsWith(Talk.ToStrangers, await talk.PressAsync("fremd", "ballot.vote", yes), StringComparison.Ordinal);

        yes["voter"] = "amina";
        Assert.Equal(NotEntitled, await talk.PressAsync("bernd", "ballot.vote", yes));
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressAsync("amina", "ballot.vote", yes), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Vote_InThePlenary_IsByOrganization()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => BoardMemberWithoutOrganization(Talk.With(snapshot, "olga", "Olga Kern")));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "olga", "ivo");
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("olga", "Ja");
        talk.Hears("olga", "Ihre Stimme: **Ja**.");
        await talk.EndsBallotAsync();
        var yes = talk.DataOf("amina", "Ja");
        yes["voter"] = "";
        Assert.Equal(NotEntitled, await talk.PressAsync("olga", "ballot.vote", yes));
        Assert.Equal(NotEntitled, await talk.PressAsync("samira", "ballot.vote", yes));
        Assert.Equal(NotEntitled, await talk.PressAsync("katrin", "ballot.vote", yes));

        // Ivo is the substitute of Amina's organization: one vote, the last one counts, and who cast it is kept.
        await talk.SaysAsync("ivo", "Nein");
        talk.Hears("ivo", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Nein**.");
        talk.Shows(Talk.Plenary, "1 von 8 haben abgestimmt.");
        await talk.SaysAsync("amina", "Ja");
        talk.Shows(Talk.Plenary, "1 von 8 haben abgestimmt.");
        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, "Ja\n1\nNein\n0");
    }

    [Fact]
    public async Task Vote_ForTwoOrganizations_IsAskedForWhich()
    {
        await using var talk = await Talk.StartAsync(change: snapshot => RepresentsToo(snapshot, "bernd", "jugendtreff"));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.SaysAsync("bernd", "Ja");
        talk.Hears("bernd", "Sie vertreten mehrere Organisationen. Für welche stimmen Sie ab?");
        talk.Hears("bernd", "Evangelische Kirchgemeinde St. Lukas");
        talk.Hears("bernd", "Offener Jugendtreff Nordlicht");
        talk.Shows(Talk.Plenary, "0 von 8 haben abgestimmt.");
        var buttons = Bot.Tests.TestSupport.CardReading.Actions(talk.Connector.In(Talk.Personal("bernd"))[^1].Content)
            .Select(action => JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject()).ToList();
        Assert.Equal(6, buttons.Count);
        await talk.PressAsync("bernd", "ballot.vote", buttons.First(data => data["voter"]!.ToString() == "kirchgemeinde" && data["option"]!.ToString() == "Yes"));
        await talk.PressAsync("bernd", "ballot.vote", buttons.First(data => data["voter"]!.ToString() == "jugendtreff" && data["option"]!.ToString() == "No"));
        talk.Shows(Talk.Plenary, "2 von 8 haben abgestimmt.");
        var foreign = buttons[0].DeepClone().AsObject();
        foreign["voter"] = "sportbund";
        Assert.Equal(NotEntitled, await talk.PressAsync("bernd", "ballot.vote", foreign));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Vote_RacingWithItself_CountsOnceAndTheLastOneStands(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        var other = talk.Join();
        Assert.NotNull(other);
        talk.Settles = false;
        for (var round = 0; round < 5; round++)
        {
            var said = await Task.WhenAll(
                talk.PressesAsync("amina", "Ja", Talk.Plenary), talk.PressesAsync("ivo", "Nein", Talk.Plenary), talk.PressesAsync("amina", "Ja", Talk.Plenary));
            Assert.All(said, one => Assert.Contains("gezählt", one, StringComparison.Ordinal));
        }

        talk.Settles = true;
        await talk.SettleAsync();
        talk.Shows(Talk.Plenary, "1 von 8 haben abgestimmt.");
        await talk.SaysAsync("amina", "Abstimmungen");
        var stands = talk.LastFor("amina").Contains("**Ja**", StringComparison.Ordinal);
        await talk.EndsBallotAsync();
        talk.Said(Talk.Plenary, stands ? "Ja\n1\nNein\n0" : "Ja\n0\nNein\n1");
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Vote_AroundTheClosingTime_IsTakenOnlyBeforeEvenWithoutAnySweep(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        talk.Hears("amina", "Abstimmen bis Montag, 30. November 2026, 18:00 Uhr.");
        var lateInTheRoom = talk.DataOf("bernd", "Nein", Talk.Plenary);
        talk.Settles = false;
        talk.Time.SetBerlin(2026, 11, 30, 17, 59, 59);
        Assert.Contains("gezählt", await talk.PressesAsync("amina", "Ja"), StringComparison.Ordinal);
        talk.Time.SetBerlin(2026, 11, 30, 18);
        const string closed = "Die Abstimmung endete am Montag, 30. November 2026, 18:00 Uhr. Ihre Stimme wurde nicht mehr gezählt.";
        Assert.StartsWith(closed, await talk.PressesAsync("amina", "Nein"), StringComparison.Ordinal);
        Assert.StartsWith(closed, await talk.PressAsync("bernd", "ballot.vote", lateInTheRoom, Talk.Plenary), StringComparison.Ordinal);
        await talk.SaysAsync("bernd", "Nein");
        talk.Hears("bernd", "Im Moment läuft keine Abstimmung, an der Sie teilnehmen.");
        talk.Settles = true;
        await talk.SettleAsync();
        talk.Said(Talk.Plenary, "Ergebnis: angenommen");
        talk.Said(Talk.Plenary, "Ja\n1\nNein\n0\nEnthaltungen\n0\nNicht abgestimmt\n7\nAnwesend\nnicht erhoben (Abstimmung im Chat)\nStimmberechtigt\n8\nAusgeschlossen\n0");
        talk.Said(Talk.Plenary, "mehr als die Hälfte der Ja- und Nein-Stimmen (Fassung 1)");
    }

    [Fact]
    public async Task Vote_InARoomByTyping_IsPointedToThePrivateChat()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        await talk.SaysAsync("amina", "Ja", Talk.Board);
        talk.Shows(Talk.Board, "Abstimmen geht mit den Knöpfen der Karte oder getippt im Einzelchat mit mir.");
    }

    [Fact]
    public async Task Vote_SeveralOpenBallots_AsksWhichUnlessNamed()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        await talk.AppliesAsync("Radio Nordlicht");
        await talk.SaysAsync("amina", "Nein: Radio");
        talk.Hears("amina", "Empfehlung zur Aufnahme: Radio Nordlicht");
        talk.Hears("amina", "Ihre Stimme: **Nein**.");
        await talk.SaysAsync("amina", "Ja");
        Assert.Equal(2, talk.HeardBy("amina", "Welche Abstimmung meinen Sie?"));
        await talk.SaysAsync("amina", "Ja: Sportverein");
        talk.Hears("amina", "Im Moment läuft keine Abstimmung, an der Sie teilnehmen.");
    }

    [Fact]
    public async Task Vote_ByARepresentativeWhoHasChangedSides_IsStillForWhomTheRollSays()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "ivo");
        await talk.PlenaryVotesOnAsync("Verein Brücke");
        await talk.ChangeRepresentativesAsync("kulturbruecke", "amina");
        await talk.SaysAsync("ivo", "Ja: Verein Brücke");
        talk.Hears("ivo", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Ja**.");
        await talk.ChangeRepresentativesAsync("sportbund", "ivo");
        await talk.SaysAsync("ivo", "Nein");
        talk.Hears("ivo", "Ihre Stimme für Kulturverein Morgenstern e. V.: **Nein**.");
        await talk.SaysAsync("dao", "Ja");
        talk.Hears("dao", "Ihre Stimme für Kreissportbund Musterland: **Ja**.");
    }

    [Fact]
    public async Task Vote_ForgedOption_IsNoVote()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        var vote = talk.DataOf("amina", "Ja");
        foreach (var option in new[] { "", "Maybe", "7", "-1", "Yes,No" })
        {
            vote["option"] = option;
            Assert.Equal(NotEntitled, await talk.PressAsync("amina", "ballot.vote", vote));
        }

        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
    }

    private static NetworkSnapshot BoardMemberWithoutOrganization(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with { Seats = [.. snapshot.Network.Seats, new Seat(new CommitteeId("beirat"), new PersonId("olga"))] },
    };

    private static NetworkSnapshot RepresentsToo(NetworkSnapshot snapshot, string who, string organization) => snapshot with
    {
        Network = snapshot.Network with
        {
            Organizations =
            [
                .. snapshot.Network.Organizations.Select(one => one.Id.Value == organization
                    ? one with { Representatives = [.. one.Representatives, new PersonId(who)] }
                    : one),
            ],
        },
    };
}
