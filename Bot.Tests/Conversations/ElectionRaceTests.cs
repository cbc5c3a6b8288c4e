using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two people, or the same message twice, act on one election at the same time at two instances: it comes to one outcome, and nobody is told twice.</summary>
public class ElectionRaceTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_ByTwoCoordinatorsAtOnce_IsOneElection(Store store)
    {
        await using var talk = await StartAsync(store);
        foreach (var who in new[] { "katrin", "ruth" })
        {
            await talk.SaysAsync(who, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12.");
        }

        await RaceAsync(talk, ("katrin", "Wahl ausrufen"), ("ruth", "Wahl ausrufen"));
        Assert.Single(await talk.Get<ElectionStore>().AllAsync(Talk.Network, Cancellation));
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Noch kandidiert niemand."));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Start_ByTwoCoordinatorsAndTheClock_OpensOneRound(Store store)
    {
        await using var talk = await CalledAsync(store);
        foreach (var who in new[] { "katrin", "ruth" })
        {
            await talk.SaysAsync(who, "Wahl eröffnen: Beirat");
        }

        // The deadline passes at the same moment.
        talk.Time.SetBerlin(2026, 12, 14, 18);
        await RaceAsync(talk, ("katrin", "Jetzt eröffnen"), ("ruth", "Jetzt eröffnen"));
        var election = await ElectionAsync(talk);
        Assert.Equal((1, ElectionState.Voting), (election.Rounds.Count, election.State));
        Assert.Single(await talk.RunningBallotsAsync());
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Wahl: Beirat, 1. Wahlgang"));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task RunOff_ByTwoCoordinatorsAtOnce_OpensOneRound(Store store)
    {
        await using var talk = await TiedAsync(store);
        await RaceAsync(talk, ("katrin", "Wahlgang eröffnen"), ("ruth", "Wahlgang eröffnen"));
        Assert.Equal(2, (await ElectionAsync(talk)).Rounds.Count);
        Assert.Single(await talk.RunningBallotsAsync());
        Assert.Equal(1, talk.CountOf(Talk.Plenary, "Wahl: Beirat, 2. Wahlgang"));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task RunOffAndEnd_AtOnce_OnlyOneIsDone(Store store)
    {
        await using var talk = await TiedAsync(store);
        await RaceAsync(talk, ("katrin", "Wahlgang eröffnen"), ("ruth", "Ohne weiteren Wahlgang beenden"));
        var election = await ElectionAsync(talk);
        Assert.Equal(election.State == ElectionState.Voting ? 2 : 1, election.Rounds.Count);
        Assert.Equal(election.Rounds.Count - 1, (await talk.RunningBallotsAsync()).Count);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lot_ByTwoWitnessesAtOnce_IsDrawnOnce(Store store)
    {
        await using var talk = await TiedAsync(store);
        foreach (var (month, day) in new[] { (12, 28), (1, 4) })
        {
            await talk.PressesAsync("katrin", "Wahlgang eröffnen");
            await ElectionTests.VoteAsync(talk, "1", "1", "2", "2");
            await talk.AtAsync(month == 1 ? 2027 : 2026, month, day, 18);
        }

        await RaceAsync(talk, ("katrin", "Los ziehen lassen"), ("ruth", "Los ziehen lassen"));
        Assert.NotNull((await ElectionAsync(talk)).Pending!.AskedBy);
        var form = talk.DataOf("bernd", "Los bezeugen", Talk.Plenary);
        await RaceAsync(talk, Talk.Plenary, ("bernd", "election.lot.draw", form), ("clara", "election.lot.draw", form));
        var election = await ElectionAsync(talk);
        var lot = Assert.Single(election.Lots);
        Assert.Equal(lot.Order[0], Assert.Single(election.Elected));
        var (winner, loser) = (lot.Order[0].Value, lot.Order[1].Value);
        Assert.Equal((1, 0), (talk.HeardBy(winner, "Sie sind gewählt."), talk.HeardBy(loser, "Sie sind gewählt.")));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task AcceptAndDecline_AtOnce_OneAnswerStands(Store store)
    {
        await using var talk = await CalledAsync(store);
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1", "1", "1", "2", "1");
        await talk.AtAsync(2026, 12, 21, 18);
        var form = talk.DataOf("amina", "Wahl annehmen");
        await RaceAsync(talk, null, ("amina", "election.accept", form), ("amina", "election.decline", form));
        var election = await ElectionAsync(talk);
        var mandate = election.MandateOf(new PersonId("amina"))!;
        Assert.True(mandate.State is MandateState.Accepted or MandateState.Declined);
        Assert.Equal(mandate.State == MandateState.Accepted, (await ElectionTests.BoardAsync(talk)).Contains(new PersonId("amina")));
        Assert.Single(await talk.ResolutionsAsync());
        Assert.Equal(1, talk.HeardBy("amina", "Sie sind gewählt."));
        Assert.Equal(2, talk.CountOf(Talk.Plenary, "Die Wahl ist abgeschlossen."));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Names_ProposedByTwoAtOnce_AreAskedOnce(Store store)
    {
        await using var talk = await CalledAsync(store);
        await talk.PressesAsync("bernd", "Jemanden vorschlagen");
        var form = talk.DataOf("bernd", "Vorschlagen");
        form["name"] = "Gül Aydın";
        await RaceAsync(talk, null, ("bernd", "election.nominate", form), ("clara", "election.nominate", form));
        Assert.Single((await ElectionAsync(talk)).Nominations, name => name.Person == new PersonId("guel"));
        Assert.Equal(1, talk.HeardBy("guel", "Sie sind vorgeschlagen."));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Lists_WithTheSameName_SubmittedAtOnce_AreTwoOrOneOfThem(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("katrin", ListElectionTests.Allow);
        await talk.PressesAsync("katrin", "Festlegen");
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 2 Sitze, Vorschläge bis 14.12., Wahl bis 21.12., Listenwahl");
        await talk.PressesAsync("bernd", "Neue Liste");
        await talk.PressesAsync("clara", "Neue Liste");
        var (one, other) = (talk.DataOf("bernd", "Liste einreichen"), talk.DataOf("clara", "Liste einreichen"));
        (one["list"], one["names"], other["list"], other["names"]) = ("Vielfalt", "Bernd, Dao", "Vielfalt", "Clara, Dao");
        await RaceAsync(talk, null, ("bernd", "election.list", one), ("clara", "election.list", other));
        var list = Assert.Single((await ElectionAsync(talk)).Lists);
        Assert.True(list.By.Value is "bernd" or "clara");
        Assert.Equal(list.By.Value + " dao", string.Join(' ', list.Order.Select(person => person.Value)));
        Assert.Equal(1, talk.HeardBy("dao", "Sie sind vorgeschlagen."));
    }

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Talk> StartAsync(Store store)
    {
        var talk = await Talk.StartAsync(store, Talk.WithRuth);
        await talk.EverybodyOpensAsync(["katrin", "ruth", .. ElectionTests.Voters]);
        return talk;
    }

    private static async Task<Talk> CalledAsync(Store store)
    {
        var talk = await StartAsync(store);
        await ElectionTests.CallAsync(talk, "Wahl Beirat: 1 Sitz, Vorschläge bis 14.12., Wahl bis 21.12.");
        await talk.SaysAsync("amina", "Ich kandidiere: Beirat");
        await talk.SaysAsync("dao", "Ich kandidiere: Beirat");
        return talk;
    }

    private static async Task<Talk> TiedAsync(Store store)
    {
        var talk = await CalledAsync(store);
        await talk.AtAsync(2026, 12, 14, 18);
        await ElectionTests.VoteAsync(talk, "1", "2");
        await talk.AtAsync(2026, 12, 21, 18);
        return talk;
    }

    private static async Task<Election> ElectionAsync(Talk talk) => (await talk.Get<ElectionStore>().AllAsync(Talk.Network, Cancellation))[0];

    private static Task RaceAsync(Talk talk, (string Who, string Button) one, (string Who, string Button) other)
    {
        var verbs = new Dictionary<string, string>
        {
            ["Wahl ausrufen"] = "election.call", ["Jetzt eröffnen"] = "election.start", ["Wahlgang eröffnen"] = "election.runoff", ["Ohne weiteren Wahlgang beenden"] = "election.end",
            ["Los ziehen lassen"] = "election.lot.ask",
        };
        return RaceAsync(talk, null, (one.Who, verbs[one.Button], talk.DataOf(one.Who, one.Button)), (other.Who, verbs[other.Button], talk.DataOf(other.Who, other.Button)));
    }

    /// <summary>Both press at the same moment, each at another instance; then both instances do what is due at the same time.</summary>
    private static async Task RaceAsync(Talk talk, string? where, (string Who, string Verb, JsonObject Data) one, (string Who, string Verb, JsonObject Data) another)
    {
        var other = talk.Join();
        var (first, second) = (talk.Complete(Press(one.Verb, one.Data), one.Who, where).ToJsonString(), talk.Complete(Press(another.Verb, another.Data), another.Who, where).ToJsonString());
        var replies = await Task.WhenAll(Task.Run(() => talk.SendAsync(first), Cancellation), Task.Run(() => Talk.SendAsync(other, second), Cancellation));
        foreach (var reply in replies)
        {
            Assert.True(reply.IsSuccessStatusCode);
            reply.Dispose();
        }

        await talk.SettleTogetherAsync(other);
        talk.Time.Now += NodaTime.Duration.FromMinutes(3);
        await talk.SettleTogetherAsync(other);
    }

    private static JsonObject Press(string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
    };
}
