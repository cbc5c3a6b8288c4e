using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>List votes, and elections seat by seat, as dialogues.</summary>
public class ListElectionTests
{
    internal const string Allow = "Regel Plenum Wahl: Listenwahl zugelassen ab heute";

    private const string Call = "Wahl Beirat: 3 Sitze, Vorschläge bis 14.12., Wahl bis 21.12., Listenwahl";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task ListVote_FromTheRuleToTheSubstitute(Store store)
    {
        await using var talk = await ElectionTests.StartAsync(store);
        await talk.SaysAsync("katrin", Call);
        talk.Hears("katrin", "Die Wahlordnung lässt diese Art der Wahl nicht zu.");
        await talk.SaysAsync("katrin", Allow);
        await talk.PressesAsync("katrin", "Festlegen");
        await talk.SaysAsync("katrin", Call);
        talk.Hears("katrin", "Listenwahl: eine Stimme für eine Liste");
        talk.Hears("katrin", "Sitze nach d’Hondt");
        await talk.PressesAsync("katrin", "Wahl ausrufen");
        talk.Shows(Talk.Plenary, "Noch ist keine Liste eingereicht.");

        // Two lists; everybody on them is asked.
        await talk.SaysAsync("amina", "Liste Beirat: Vielfalt: Amina Yıldız, Dao Nguyen, Gül Aydın");
        talk.Hears("dao", "Sie sind vorgeschlagen. Stehen Sie zur Wahl?");
        talk.Hears("dao", "Ihr Platz auf der Liste „Vielfalt“: 2.");
        talk.Shows(Talk.Plenary, "Liste „Vielfalt“: Amina Yıldız. Noch nicht geantwortet: 2.");
        await talk.PressesAsync("dao", "Ich stehe zur Wahl");
        await talk.SaysAsync("guel", "Kandidatur Beirat: ja");
        Assert.Contains("Dao Nguyen steht schon auf der Liste „Vielfalt“", await SubmitAsync(talk, "bernd", "Nachbarn", "Bernd; Dao"), StringComparison.Ordinal);
        await SubmitAsync(talk, "bernd", "Nachbarn", "Bernd; Edda");
        await talk.SaysAsync("frank", "Ich kandidiere: Beirat");
        talk.Hears("frank", "Bei einer Listenwahl werden Listen eingereicht");
        await talk.SaysAsync("frank", "Liste Beirat: Amina");
        talk.Hears("frank", "Eine Liste braucht einen Namen");
        talk.Shows(Talk.Plenary, "Liste „Nachbarn“: Bernd Krüger. Noch nicht geantwortet: 1.");

        // One vote for one list: 6 and 2 for three seats are two, none, and one on which both have the same quotient.
        await talk.AtAsync(2026, 12, 14, 18);
        talk.Shows(Talk.Plenary, "Sie geben eine Stimme einer Liste; Sitze nach d’Hondt");
        await ElectionTests.VoteAsync(talk, "2", "1", "Vielfalt", "2", "2", "1", "2");
        await talk.SaysAsync("hanna", "Stimme: 1, 2");
        await talk.SaysAsync("hanna", "Stimme: 2");
        await talk.AtAsync(2026, 12, 21, 18);
        talk.Shows(Talk.Plenary, "1. Nachbarn (Bernd Krüger): 2");
        talk.Hears("katrin", "1. Wahlgang (Sitze nach d’Hondt: Stimmen geteilt durch 1, 2, 3 …, die höchsten Werte): Nachbarn: 2, Sitze: 0; Vielfalt: 6, Sitze: 2.");
        talk.Hears("katrin", "Gleich viele Stimmen an der Grenze der Sitze: Stichwahl zwischen Bernd Krüger, Gül Aydın; Sitze: 1.");
        await talk.PressesAsync("katrin", "Wahlgang eröffnen");
        talk.Shows(Talk.Plenary, "Vielfalt (Gül Aydın)");
        await ElectionTests.VoteAsync(talk, "1", "1", "1", "1", "2", "2");
        await talk.AtAsync(2026, 12, 28, 18);

        // Who declines makes room for the next of the same list.
        await talk.PressesAsync("amina", "Wahl annehmen");
        await talk.PressesAsync("bernd", "Wahl annehmen");
        await talk.PressesAsync("dao", "Wahl ablehnen");
        talk.Hears("guel", "Ein Sitz ist frei geworden, Sie rücken nach.");
        await talk.PressesAsync("guel", "Wahl annehmen");
        Assert.Equal(["amina", "bernd", "guel"], (await ElectionTests.BoardAsync(talk)).Select(person => person.Value).Order());
        var resolution = Assert.Single(await talk.ResolutionsAsync(), entry => entry.Title == "Wahl: Beirat");
        Assert.Contains("Nachbarn: 2, Sitze: 0; Vielfalt: 6, Sitze: 2. Abgegeben 8", resolution.Text, StringComparison.Ordinal);

        // Nobody is left on Bernd's list.
        await talk.SaysAsync("katrin", "Ausgeschieden: Bernd aus Beirat");
        talk.Hears("katrin", "Niemand kann nachrücken");
    }

    [Fact]
    public async Task ListVote_OfFewerThanFivePapers_TellsTheSeatsAndNotTheVotes()
    {
        await using var talk = await StartListsAsync();
        await talk.SaysAsync("amina", "Liste Beirat: Vielfalt: Amina");
        await talk.SaysAsync("bernd", "Liste Beirat: Nachbarn: Bernd");
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1", "2", "2", "2");
        await talk.AtAsync(2026, 12, 21, 18);
        talk.Hears("katrin", "Es wurden weniger als 5 geheime Stimmzettel abgegeben.");
        Assert.Contains("Nachbarn, Sitze: 1; Vielfalt, Sitze: 1", talk.Read(Talk.Plenary), StringComparison.Ordinal);
        Assert.DoesNotContain("Vielfalt: 3", talk.Read(Talk.Plenary), StringComparison.Ordinal);
        await talk.PressesAsync("amina", "Wahl annehmen");
        await talk.PressesAsync("bernd", "Wahl annehmen");
        Assert.Equal(["amina", "bernd"], (await ElectionTests.BoardAsync(talk)).Select(person => person.Value).Order());
    }

    [Fact]
    public async Task ListVote_OnlyOneList_NeedsMoreYesThanNo_InEnglishToo()
    {
        await using var talk = await StartListsAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "List advisory board: Diversity: Amina, Dao");
        talk.Hears("amina", "List “Diversity”: Amina Yıldız. Not answered yet: 1.");
        talk.Hears("dao", "Ihr Platz auf der Liste „Diversity“: 2.");
        await talk.AtAsync(2026, 12, 14, 18);
        talk.Shows(Talk.Plenary, "Es steht nur eine Liste zur Wahl.");
        await ElectionTests.VoteAsync(talk, "1 no", "1 yes", "1 no", "1 yes", "1 no");
        await talk.AtAsync(2026, 12, 21, 18);
        await talk.SaysAsync("amina", "Election");
        talk.Hears("amina", "Nobody has taken a seat.");
        talk.Hears("amina", "Diversity: 2 yes, 3 no, 0 abstentions, seats: 0");
    }

    [Fact]
    public async Task SeatBySeat_EachSeatWithRoundsOfItsOwn()
    {
        await using var talk = await ElectionTests.StartAsync();
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12., Einzelwahl");
        foreach (var who in new[] { "amina", "clara", "dao" })
        {
            await talk.SaysAsync(who, "Ich kandidiere: Beirat");
        }

        await talk.AtAsync(2026, 12, 14, 18);
        talk.Shows(Talk.Plenary, "Es geht um Sitz 1.");
        await ElectionTests.VoteAsync(talk, "1", "1", "1", "1", "1", "2", "2", "3");
        await talk.AtAsync(2026, 12, 21, 18);
        talk.Hears("katrin", "Als Nächstes wird Sitz 2 von 2 gewählt. Zur Wahl stehen: Clara Neumann, Dao Nguyen.");
        Assert.Equal(0, talk.HeardBy("amina", "Sie sind gewählt."));
        await talk.SaysAsync("dao", "Kandidatur Beirat: zurückziehen");
        await talk.SaysAsync("katrin", "Nächster Sitz: Beirat");
        talk.Shows(Talk.Plenary, "Der nächste Sitz: Wer schon gewählt ist, steht nicht mehr auf dem Stimmzettel.");
        talk.Shows(Talk.Plenary, "Es geht um Sitz 2.");
        await ElectionTests.VoteAsync(talk, "1 ja", "1 ja", "1 nein", "1 ja", "1 ja");
        await talk.AtAsync(2026, 12, 28, 18);
        await talk.PressesAsync("amina", "Wahl annehmen");
        await talk.PressesAsync("clara", "Wahl annehmen");
        Assert.Equal(["amina", "clara"], (await ElectionTests.BoardAsync(talk)).Select(person => person.Value).Order());
        talk.Shows(Talk.Plenary, "1. Wahlgang (Sitz 1, mehr als die Hälfte nötig): Amina Yıldız: 5; Clara Neumann: 2; Dao Nguyen: 1.");
        talk.Shows(Talk.Plenary, "2. Wahlgang (Sitz 2, mehr als die Hälfte nötig): Clara Neumann: 4 Ja, 1 Nein");
    }

    private static async Task<string> SubmitAsync(Talk talk, string who, string list, string names)
    {
        await talk.PressesAsync(who, "Neue Liste");
        return await talk.PressesAsync(who, "Liste einreichen", null, ("list", list), ("names", names));
    }

    private static async Task<Talk> StartListsAsync()
    {
        var talk = await ElectionTests.StartAsync();
        await talk.SaysAsync("katrin", Allow);
        await talk.PressesAsync("katrin", "Festlegen");
        await ElectionTests.CallAsync(talk, Call);
        return talk;
    }
}
