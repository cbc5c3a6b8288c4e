using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Cards that look after themselves: voters see their own state, everybody else what all see, and looking never does anything.</summary>
public sealed class RefreshTests
{
    [Theory]
    [InlineData("de-DE", "Ihre Stimme: **Ja**", "Sie haben noch nicht abgestimmt.", "1 von 3 haben abgestimmt.")]
    [InlineData("en-GB", "Your vote: **Yes**", "You have not voted yet.", "1 of 3 have voted.")]
    public async Task BallotInARoom_EachVoter_SeesTheirOwnVoteAndAllSeeTheTurnout(string locale, string voted, string missing, string turnout)
    {
        await using var talk = await BoardVotesAsync();
        await talk.PressesAsync("amina", "Ja", Talk.Board);
        talk.Locale = locale;
        var card = talk.NewestCard(Talk.Board);

        var aminas = CardReading.Words(await talk.RefreshesAsync("amina", card, Talk.Board));
        var bernds = CardReading.Words(await talk.RefreshesAsync("bernd", card, Talk.Board));
        var katrins = CardReading.Words(await talk.RefreshesAsync("katrin", card, Talk.Board));

        Assert.Contains(voted, aminas, StringComparison.Ordinal);
        Assert.Contains(missing, bernds, StringComparison.Ordinal);
        Assert.DoesNotContain(voted, bernds, StringComparison.Ordinal);
        Assert.DoesNotContain(missing, katrins, StringComparison.Ordinal);
        Assert.All(new[] { aminas, bernds, katrins }, words => Assert.Contains(turnout, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task BallotInARoom_TheCardEverybodySees_NamesTheVotersAndNobodysVote()
    {
        await using var talk = await BoardVotesAsync();
        await talk.PressesAsync("amina", "Ja", Talk.Board);
        var card = talk.NewestCard(Talk.Board);

        Assert.Equal(
            ["29:amina", "29:bernd", "29:clara"],
            card.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Ihre Stimme", CardReading.Words(card), StringComparison.Ordinal);
        Assert.Contains("1 von 3 haben abgestimmt.", CardReading.Words(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BallotInOneToOne_VotedByWordElsewhere_ShowsTheVote()
    {
        await using var talk = await BoardVotesAsync();
        var card = talk.NewestCard(Talk.Personal("amina"));
        Assert.Equal(["29:amina"], card.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()));
        await talk.SaysAsync("amina", "Nein");
        Assert.Contains("Ihre Stimme: **Nein**", CardReading.Words(await talk.RefreshesAsync("amina", card, null)), StringComparison.Ordinal);
    }

    /// <summary>What many ask for at once is remembered for two seconds; what somebody has just done themselves never is.</summary>
    [Fact]
    public async Task Refresh_RightAfterVoting_NeverSaysThatTheVoteIsMissing()
    {
        await using var talk = await BoardVotesAsync();
        var card = talk.NewestCard(Talk.Board);
        await talk.RefreshesAsync("bernd", card, Talk.Board);
        await talk.PressesAsync("amina", "Nein", Talk.Board);
        Assert.Contains("Ihre Stimme: **Nein**", CardReading.Words(await talk.RefreshesAsync("amina", card, Talk.Board)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_OnceEnded_ShowsTheResultAndAsksNoMore()
    {
        await using var talk = await BoardVotesAsync();
        var before = talk.NewestCard(Talk.Board);
        await talk.PressesAsync("amina", "Ja", Talk.Board);
        await talk.EndsBallotAsync();
        await talk.AfterAsync(Duration.FromSeconds(3));

        var shown = await talk.RefreshesAsync("amina", before, Talk.Board);

        Assert.Contains("Ergebnis", CardReading.Words(shown), StringComparison.Ordinal);
        Assert.False(shown.TryGetProperty("refresh", out _));
        Assert.False(talk.NewestCard(Talk.Board).TryGetProperty("refresh", out _));
        Assert.Empty(CardReading.Actions(shown));
    }

    [Theory]
    [InlineData("fremd", null)]
    [InlineData("dao", null)]
    [InlineData("dao", Talk.Plenary)]
    [InlineData("fremd", Talk.Plenary)]
    [InlineData("amina", Talk.Plenary, true)]
    public async Task Refresh_ByWhoMayNotReadHere_ShowsNothing(string who, string? where, bool isOnTheRoll = false)
    {
        await using var talk = await BoardVotesAsync();
        var shown = await talk.RefreshesAsync(who, talk.NewestCard(Talk.Board), where);
        var nothing = await talk.PressAsync(who, "ballot.refresh", new JsonObject { ["ballot"] = "no-such" }, where);

        // Only who is on the roll learns anything, and it is shown to nobody else.
        Assert.Equal(isOnTheRoll, shown.ValueKind == JsonValueKind.Object);
        Assert.Matches("Diese Abstimmung|nur für Mitglieder", nothing);
        if (!isOnTheRoll)
        {
            Assert.Equal(nothing, shown.GetString());
        }
    }

    [Theory]
    [InlineData("Ja")]
    [InlineData("Nein")]
    public async Task Automatic_OnAVote_DoesNothing(string button)
    {
        await using var talk = await BoardVotesAsync();
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.vote", ["data"] = talk.DataOf("amina", button) },
                ["trigger"] = "automatic",
            },
        };

        var answer = await talk.PostAsync(invoke, "amina", null);

        Assert.Equal("Dieser Knopf gehört zu einer anderen Version des Bots. Bitte schreiben Sie „Hilfe“.", answer.GetProperty("value").GetString());
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Views_AskedForAutomatically_NeverWrite()
    {
        await using var talk = await BoardVotesAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var preview = talk.NewestCard(Talk.Personal("katrin"));
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SaysAsync("amina", "Tagesordnung");
        var cards = new[] { ("katrin", null, preview), ("amina", null, talk.NewestCard(Talk.Personal("amina"))), ("amina", Talk.Board, talk.NewestCard(Talk.Board)) };
        talk.Faults.Count();
        foreach (var (who, where, card) in cards.Where(card => card.Item3.TryGetProperty("refresh", out _)))
        {
            await talk.RefreshesAsync(who, card, where);
        }

        Assert.Equal(0, talk.Faults.Writes);
    }

    /// <summary>An edit in a channel makes the clients of all its voters ask at once.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Refresh_SixtyAtOnce_AskTheStoreOnceEachAndThriceTogether(Store store)
    {
        await using var talk = await Talk.StartAsync(store, snapshot => WithMembers(snapshot, 60));
        var people = Enumerable.Range(0, 60).Select(NameOf).ToList();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke e. V.");
        var card = talk.NewestCard(Talk.Plenary);
        Assert.Equal(60, card.GetProperty("refresh").GetProperty("userIds").GetArrayLength());
        await talk.SettleAsync();
        talk.Settles = false;
        await talk.NetworkAsync();
        var before = talk.Faults.Trips;

        var shown = await Task.WhenAll(people.Select(who => talk.RefreshesAsync(who, card, Talk.Plenary)));

        Assert.InRange(talk.Faults.Trips - before, 60, 63);
        Assert.All(shown.Zip(people), pair => Assert.Contains($"Sie stimmen für Verein {pair.Second} ab.", CardReading.Words(pair.First), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 0)]
    public async Task Refresh_AroundSixtyEntitled_NamesAllOfThemOrNobody(int members, int named)
    {
        await using var talk = await Talk.StartAsync(change: snapshot => WithMembers(snapshot, members));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.PlenaryVotesOnAsync("Verein Brücke e. V.");

        Assert.Equal(named, talk.NewestCard(Talk.Plenary).GetProperty("refresh").GetProperty("userIds").GetArrayLength());
    }

    [Fact]
    public async Task AgendaAnswer_LaterLookedAt_ShowsTheAgendaAsItIsThen()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("amina", "Tagesordnung");
        var card = talk.NewestCard(Talk.Personal("amina"));
        await talk.SaysAsync("bernd", "TOP: Stand Demokratiefest, 15 min");
        await talk.AfterAsync(Duration.FromSeconds(3));

        Assert.Contains("Stand Demokratiefest", CardReading.Words(await talk.RefreshesAsync("amina", card, null)), StringComparison.Ordinal);
        Assert.StartsWith("Diese Sitzung gibt es nicht mehr.", (await talk.RefreshesAsync("fremd", card, null)).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_LaterLookedAt_SaysThatItWasConfirmed()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        var card = talk.NewestCard(Talk.Personal("katrin"));
        await talk.PressesAsync("katrin", "Einladen");

        Assert.Contains("Eingeladen:", CardReading.Words(await talk.RefreshesAsync("katrin", card, null)), StringComparison.Ordinal);
        Assert.Single(await talk.MeetingsAsync());
    }

    private static async Task<Talk> BoardVotesAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.AppliesAsync("Verein Brücke e. V.");
        return talk;
    }

    private static string NameOf(int number) => "m" + number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A plenary of so many members, each with one representative.</summary>
    private static NetworkSnapshot WithMembers(NetworkSnapshot snapshot, int members)
    {
        var people = Enumerable.Range(0, members).Select(NameOf).ToList();
        return snapshot with
        {
            Network = snapshot.Network with
            {
                People = [.. snapshot.Network.People, .. people.Select(who => new Person(new PersonId(who), "Mitglied " + who, IsCoordinator: false))],
                Organizations = [.. people.Select(who => new MemberOrganization(new OrganizationId("org-" + who), "Verein " + who, new LocalDate(2024, 3, 12), [new PersonId(who)]))],
            },
            Accounts = new Dictionary<PersonId, Account>(snapshot.Accounts.Concat(people.Select(who => KeyValuePair.Create(new PersonId(who), new Account("29:" + who, null))))),
        };
    }
}
