using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Tests.Attacks;
using Bot.Tests.TestSupport;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two networks in one tenant with the same committees. Amina belongs to both, Katrin to the first, Bea and Samira to the second only, and somebody to none.</summary>
public class SeveralNetworksTests
{
    private const string Beside = "Bündnis am Fluss";

    private const string First = "Bündnis für Demokratie";

    private const string Room = "19:fluss-plenum@thread.tacv2";

    private static readonly NetworkId Second = NetworkId.Further("fluss");

    [Fact]
    public void Stamps_AndIdentities_BeginAlike()
    {
        Assert.StartsWith(NetworkStamp.FurtherPrefix, Second.Value, StringComparison.Ordinal);
        Assert.Equal(Second.Value, NetworkStamp.Of(Second.Value));
        Assert.Equal(Second.Value, NetworkStamp.OfSubject(Subjects.Filed(Second, Subjects.Meeting, "m")));
        Assert.Null(NetworkStamp.Of(Talk.Network.Value));
        Assert.False(Talk.Network.IsFurther);
    }

    [Fact]
    public async Task MemberOfBoth_IsAskedOnceAndCanSwitch()
    {
        await using var talk = await WorldAsync();

        await talk.SaysAsync("amina", "Gremien");
        talk.Hears("amina", "Um welches geht es?");
        Assert.Contains("Ab jetzt geht es um " + Beside, await talk.PressesAsync("amina", Beside), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Gremien");
        talk.Hears("amina", "Uferkreis");
        await talk.RestartAsync();
        await talk.SaysAsync("amina", "Gremien");
        talk.Hears("amina", "Uferkreis");
        await talk.SaysAsync("amina", "Netz wechseln");
        talk.Hears("amina", "Zurzeit geht es um " + Beside);
        await talk.PressesAsync("amina", (await talk.NetworkAsync()).Network.Name is { Length: > 32 } name ? ShortText.Abbreviate(name, 32) : (await talk.NetworkAsync()).Network.Name);
        await talk.SaysAsync("amina", "Gremien");
        talk.Hears("amina", "Beirat");
        Assert.DoesNotContain("Uferkreis", talk.Last(Talk.Personal("amina")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemberOfBoth_InEnglish_IsAskedInEnglish()
    {
        await using var talk = await WorldAsync();
        talk.Locale = "en-GB";

        await talk.SaysAsync("amina", "committees");

        talk.Hears("amina", "You belong to several networks. Which one is this about?");
        Assert.Contains("From now on this is about " + Beside, await talk.PressesAsync("amina", Beside), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "switch network");
        talk.Hears("amina", "At the moment this is about " + Beside);
    }

    [Fact]
    public async Task MembersOfOne_AreNeverAskedAndSeeTheirOwn()
    {
        await using var talk = await WorldAsync();

        await talk.SaysAsync("katrin", "Gremien");
        talk.Hears("katrin", "Beirat");
        Assert.DoesNotContain("Uferkreis", talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal);
        await talk.SaysAsync("bea", "Gremien");
        talk.Hears("bea", "Uferkreis");
        await talk.SaysAsync("katrin", "Netz wechseln");
        Assert.DoesNotContain(Beside, talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hallo")]
    [InlineData("Gremien")]
    [InlineData("Hilfe")]
    [InlineData("Netz wechseln")]
    [InlineData("Wann ist Plenum?")]
    [InlineData("Aufnahme beantragen: Kegelklub")]
    [InlineData("Einrichten: AAAA-AAAA-AAAA-AAAA-AAAA")]
    public async Task Stranger_LearnsOfNone(string line)
    {
        await using var talk = await WorldAsync();
        await talk.OpensAsync("fremd");

        await talk.SaysAsync("fremd", line);

        var read = talk.Read(Talk.Personal("fremd"));
        Assert.All(new[] { Beside, First, "Uferkreis", "Beirat", "mehreren" }, word => Assert.DoesNotContain(word, read, StringComparison.Ordinal));
        Assert.Contains(line.StartsWith("Einrichten", StringComparison.Ordinal) ? "Dieser Code stimmt nicht" : Talk.ToStrangers, read, StringComparison.Ordinal);
    }

    /// <summary>Cards go on being of the network they were sent for, whichever is chosen by now.</summary>
    [Fact]
    public async Task CardsOfBoth_PressedByAMemberOfBoth_ActEachInItsOwn()
    {
        await using var talk = await WorldAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus", "katrin");
        var first = talk.DataOf("amina", "Ich komme");
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr in der Aula", "bea");
        var second = talk.DataOf("amina", "Ich komme");

        Assert.False(first.ContainsKey(NetworkStamp.Field));
        Assert.Equal(Second.Value, (string?)second[NetworkStamp.Field]);
        foreach (var chosen in (NetworkId[])[Second, Talk.Network])
        {
            await ChooseAsync(talk, chosen);
            Assert.Contains("12. Januar", await talk.PressAsync("amina", "reply.accept", (JsonObject)first.DeepClone()), StringComparison.Ordinal);
            Assert.Contains("14. Januar", await talk.PressAsync("amina", "reply.accept", (JsonObject)second.DeepClone()), StringComparison.Ordinal);
        }

        Assert.StartsWith(Talk.ToStrangers, await talk.PressAsync("katrin", "reply.accept", (JsonObject)second.DeepClone()), StringComparison.Ordinal);
        Assert.StartsWith(Talk.ToStrangers, await talk.PressAsync("bea", "reply.accept", (JsonObject)first.DeepClone()), StringComparison.Ordinal);
    }

    /// <summary>Every verb there is, with everything that was shown to anybody of the other network, and with whichever stamp.</summary>
    [Fact]
    public async Task EveryVerb_PressedFromOutside_IsAnsweredAsToAStranger()
    {
        await using var talk = await WorldAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus", "katrin");
        await talk.SaysAsync("katrin", "Gremien");
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr in der Aula", "bea");
        await talk.SaysAsync("bea", "Gremien");
        foreach (var (presser, others, stamp) in new[] { ("bea", "katrin", (string?)null), ("katrin", "bea", Second.Value), ("fremd", "katrin", null), ("fremd", "bea", Second.Value) })
        {
            var shown = talk.Connector.In(Talk.Personal(others)).SelectMany(message => CardReading.Actions(message.Content))
                .Where(action => action.TryGetProperty("verb", out _)).Select(action => (Verb: action.GetProperty("verb").GetString()!, Data: action.TryGetProperty("data", out var data) ? data.GetRawText() : "{}")).Distinct().ToList();
            Assert.True(shown.Count > 5, $"{others} was shown {shown.Count} buttons");
            Assert.All(shown, button => Assert.Equal(stamp, (string?)JsonNode.Parse(button.Data)!.AsObject()[NetworkStamp.Field]));
            var forged = RightOf.ListedVerbs.Append(NetworkChoice.Verb).Select(verb => (Verb: verb, Data: new JsonObject { ["committee"] = "plenum", [NetworkChoice.Field] = Second.Value, [NetworkStamp.Field] = stamp }.ToJsonString()));
            foreach (var (verb, data) in shown.Concat(forged))
            {
                Assert.StartsWith(Talk.ToStrangers, await talk.PressAsync(presser, verb, JsonNode.Parse(data)!.AsObject()), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Every command, typed by somebody of each network: nothing of the other is named.</summary>
    [Fact]
    public async Task EveryCommand_OfEachNetwork_NamesNothingOfTheOther()
    {
        await using var talk = await WorldAsync();
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr in der Ochsenhalle", "katrin");
        await talk.CallsAsync("Plenum am 14. Januar um 18 Uhr in der Aula", "bea");
        talk.Settles = false;
        foreach (var entry in TwoNetworks.Typed)
        {
            foreach (var who in (string[])["bea", "katrin"])
            {
                await talk.SaysAsync(who, entry.Words[0]);
            }
        }

        await talk.SettleAsync();
        Assert.All((string[])["Aula", "Uferkreis", Beside, "Bea"], word => Assert.DoesNotContain(word, talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal));
        Assert.All((string[])["Ochsenhalle", "Kulturverein Morgenstern", First, "Katrin Vogel", "Kreissportbund Musterland"], word => Assert.DoesNotContain(word, talk.Read(Talk.Personal("bea")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rooms_SayWhichNetwork_WhateverTheSenderHasChosen()
    {
        await using var talk = await WorldAsync();
        await ChooseAsync(talk, Talk.Network);

        await talk.SaysAsync("amina", "Gremien", Room);
        talk.Shows(Room, "Uferkreis");
        await talk.SaysAsync("bea", "Gremien", Talk.Board);
        talk.Shows(Talk.Board, Talk.ToStrangers);
        await talk.SaysAsync("fremd", "hallo", "19:nowhere@thread.tacv2");
        talk.Shows("19:nowhere@thread.tacv2", Talk.ToStrangers);
        await talk.SaysAsync("fremd", "Aufnahme beantragen: Kegelklub", Room);
        talk.Shows(Room, "Aufnahme beantragen");
        Assert.Contains("Kegelklub", await talk.PressesAsync("fremd", "Antrag stellen", Room), StringComparison.Ordinal);
        Assert.Equal("Kegelklub", Assert.Single(await talk.Get<AdmissionStore>().RunningAsync(Second, TestContext.Current.CancellationToken)).Applicant);
    }

    [Fact]
    public async Task Search_IsOfTheChosenNetworkOnly()
    {
        await using var talk = await WorldAsync();
        foreach (var entry in SearchTable.All)
        {
            Assert.Contains("Netz wechseln", (await talk.SearchesAsync("amina", entry.Id, null)).GetRawText(), StringComparison.Ordinal);
            Assert.Contains(Talk.ToStrangers, (await talk.SearchesAsync("fremd", entry.Id, null)).GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Sportbund", (await talk.SearchesAsync("bea", entry.Id, "Sport")).GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Code_OfTheHost_FoundsAnotherBeside()
    {
        await using var talk = await Talk.StartAsync();
        var code = await talk.Get<SetupCodeStore>().MakeAsync(ExampleSnapshot.Tenant, talk.Time.Now, TestContext.Current.CancellationToken);
        await talk.SaysAsync("katrin", "Einrichten: " + code, Talk.Board);
        talk.Shows(Talk.Board, "gilt nicht mehr");
        await talk.SaysAsync("bea", "Einrichten: " + code);
        talk.Hears("bea", "Dieser Code stimmt nicht");
        code = await talk.Get<SetupCodeStore>().MakeAsync(ExampleSnapshot.Tenant, talk.Time.Now, TestContext.Current.CancellationToken);
        await talk.SaysAsync("bea", "Einrichten: " + code);
        var form = talk.DataOf("bea", "Einrichten");
        await talk.PressesAsync("bea", "Einrichten", null, ("name", Beside), ("land", "Saxony"));
        await talk.PressAsync("bea", "setup.found", form);

        var all = await talk.Get<NetworkStore>().AllOfTenantAsync(ExampleSnapshot.Tenant, TestContext.Current.CancellationToken);
        Assert.Equal([(Talk.Network, false), (all[1].Network.Id, true)], all.Select(network => (network.Network.Id, network.Network.Id.IsFurther)));
        Assert.Equal(Beside, all[1].Network.Name);
        await talk.SaysAsync("bea", "Gremien");
        Assert.DoesNotContain("Beirat", talk.Last(Talk.Personal("bea")), StringComparison.Ordinal);
        await talk.SaysAsync("samira", "Einrichten: " + code);
        talk.Hears("samira", "Dieser Code stimmt nicht");
    }

    /// <summary>Another instance, which has known one network, notices the second without asking the store more often.</summary>
    [Fact]
    public async Task SecondNetwork_FoundedByAnotherInstance_IsNoticed()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Gremien");
        var other = talk.Join();
        await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<NetworkStore>(other.Services).TryCreateBesideAsync(SecondSnapshot(), TestContext.Current.CancellationToken);

        await talk.AfterAsync(NodaTime.Duration.FromTimeSpan(NetworkStore.Fresh));
        await talk.SaysAsync("bea", "Gremien");

        talk.Hears("bea", "Uferkreis");
    }

    private static Task ChooseAsync(Talk talk, NetworkId network) =>
        talk.Get<NetworkStore>().ChooseAsync(ExampleSnapshot.Tenant, ExampleSnapshot.Create().Accounts[new PersonId("amina")].Key, network, TestContext.Current.CancellationToken);

    private static async Task<Talk> WorldAsync()
    {
        var talk = await Talk.StartAsync();
        Assert.True(await talk.Get<NetworkStore>().TryCreateBesideAsync(SecondSnapshot(), TestContext.Current.CancellationToken));
        await talk.EverybodyOpensAsync("katrin", "amina", "bea");
        await talk.SaysAsync("bea", "hallo");
        return talk;
    }

    private static NetworkSnapshot SecondSnapshot()
    {
        var first = ExampleSnapshot.Create();
        var plenary = first.Network.Committees.Single(committee => committee.Id.Value == "plenum");
        var bea = new PersonId("bea");
        return first with
        {
            Network = first.Network with
            {
                Id = Second,
                Name = Beside,
                Committees = [plenary, new Committee(new CommitteeId("ufer"), CommitteeKind.WorkingGroup, "Uferkreis", [], plenary.Rules)],
                FormerCommittees = [],
                Organizations = [new MemberOrganization(new OrganizationId("rudern"), "Ruderverein", new NodaTime.LocalDate(2024, 1, 1), [new PersonId("amina")])],
                FormerOrganizations = [],
                People = [new Person(bea, "Bea Fluss", IsCoordinator: true), first.Network.Person(new PersonId("amina"))!],
                Seats = [new Seat(new CommitteeId("ufer"), bea)],
            },
            Accounts = new Dictionary<PersonId, Account> { [bea] = new Account("29:bea", null), [new PersonId("amina")] = first.Accounts[new PersonId("amina")] },
            Rooms = new Dictionary<CommitteeId, string> { [plenary.Id] = Room },
        };
    }
}
