using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.Attacks;
using Bot.Tests.Contracts.Graph;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Ballots by mail: whom the call does not reach in Teams gets one mail, and one of what it came to. Gerd has no Teams, Clara has removed the bot.</summary>
public class BallotMailTests
{
    private const string Ballot = "Abstimmung Projekt Beirat: Neues Banner?";

    private const string Send = "POST /sendMail";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Ballot_WhoIsNotReachedInTeams_IsCalledOnceByMailAndToldTheResult(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await BeganAsync(graph, store);
        await talk.AfterAsync(Duration.FromHours(1));
        await talk.RestartAsync();
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal(["clara@example.org", "gerd@example.org"], graph.Mails.Select(To).Order(StringComparer.Ordinal));
        var call = graph.Mails.Single(mail => To(mail) == "gerd@example.org");
        Assert.StartsWith("Abstimmung: Beirat, bis ", (string?)call["subject"], StringComparison.Ordinal);
        Assert.Null(call["attachments"]);
        foreach (var said in new[] { "Guten Tag Gerd Ohnesorg,", "Gremium: Beirat. Worum es geht: Projekt: Neues Banner", "Stimmen zählen bis ", "Abstimmen kann man nur in Teams" })
        {
            Assert.Contains(said, Text(call), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Clara", Text(call), StringComparison.Ordinal);
        await talk.SaysAsync("katrin", "Zustellung");
        talk.Hears("katrin", "Aufruf zur Abstimmung: 5 von 5 erreicht, davon 2 per Mail");

        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Ja");
        await talk.EndsBallotAsync();
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal(["clara@example.org", "gerd@example.org"], graph.Mails.Skip(2).Select(To).Order(StringComparer.Ordinal));
        Assert.All(graph.Mails.Skip(2), mail => Assert.Contains("Ergebnis: angenommen", Text(mail), StringComparison.Ordinal));
        Assert.Empty(graph.Broken);
    }

    [Fact]
    public async Task Ballot_AllWereReachedInTeams_WritesNoMail()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.LeavesTheBoardAsync("gerd");
        await talk.OpensBallotAsync(Ballot);
        await talk.AfterAsync(Duration.FromHours(3));
        await talk.EndsBallotAsync();
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Empty(graph.Mails);
    }

    [Fact]
    public async Task Ballot_DeclaredVoid_IsWrittenToWhoWasCalled()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await BeganAsync(graph);
        await talk.AfterAsync(Duration.FromHours(1));
        await talk.PressesAsync("katrin", "Für ungültig erklären");
        await talk.PressesAsync("katrin", "Ja, für ungültig erklären", null, ("reason", "Falscher Name auf der Karte"));
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal((4, 2), (graph.Mails.Count, graph.Mails.Count(mail => (string?)mail["subject"] == "Abstimmung ungültig: Beirat")));
        Assert.DoesNotContain(graph.Mails, mail => Text(mail).Contains("Falscher Name", StringComparison.Ordinal));
    }

    /// <summary>While Graph is away the ballot ends: nobody is called to it afterwards, and who was not called is not told what it came to.</summary>
    [Fact]
    public async Task Ballot_EndedDuringAnOutage_CallsNobodyAfterwards()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Throttle(7200));
        await talk.OpensBallotAsync(Ballot);
        await talk.AfterAsync(Duration.FromMinutes(30));
        await talk.EndsBallotAsync();
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal((0, 1), (graph.Mails.Count, graph.CountOf(Send)));
    }

    /// <summary>Two are to be written to; while the first is, the ballot ends. The second is not called any more.</summary>
    [Fact]
    public async Task Ballot_EndingWhileMailsAreSent_CallsNobodyElse()
    {
        await using var graph = await GraphService.StartAsync();
        graph.Next(Send, GraphTrouble.Throttle(7200));
        await using var talk = await BeganAsync(graph);
        await talk.AfterAsync(Duration.FromMinutes(30));
        Assert.Empty(graph.Mails);
        talk.Faults.OnWrite = actions =>
        {
            if (actions.Any(action => action.Entity.PartitionKey.Contains("ballot-mail", StringComparison.Ordinal)))
            {
                talk.Faults.OnWrite = null;
                talk.Time.Now += Duration.FromDays(30);
            }
        };

        await talk.AfterAsync(Duration.FromHours(3));

        Assert.Single(graph.Mails, mail => ((string?)mail["subject"])!.StartsWith("Abstimmung: Beirat, bis ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_OfTwoInstances_IsOne(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        await using var other = talk.Join();
        talk.Settles = false;
        await talk.SaysAsync("katrin", Ballot);
        await talk.PressesAsync("katrin", "Abstimmung eröffnen");
        await talk.SettleTogetherAsync(other);
        talk.Time.Now += Duration.FromMinutes(20);
        await talk.SettleTogetherAsync(other);
        Assert.Equal(["gerd@example.org"], graph.Mails.Select(To));
    }

    /// <summary>Of a confidential committee a mail says that there is a ballot, as invitations say that there is a meeting, and not on what.</summary>
    [Fact]
    public async Task Call_OfAConfidentialCommittee_DoesNotSayWhatItIsAbout()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, change: snapshot => WithGerd(HiddenCircle.With(snapshot)));
        await talk.EverybodyOpensAsync("ruth", "jana");
        await talk.SaysAsync("ruth", "hallo", HiddenCircle.Room);
        await talk.SaysAsync("ruth", "Abstimmung Projekt Kreis Morgenrot: Finanzlage offenlegen");
        await talk.PressesAsync("ruth", "Abstimmung eröffnen");
        await talk.AfterAsync(Duration.FromHours(1));
        var mail = Assert.Single(graph.Mails, mail => To(mail) == "gerd@example.org");
        Assert.Contains("steht nicht in Mails", Text(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("Finanzlage", mail.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(graph.Mails, one => To(one) is "katrin@example.org" or "amina@example.org");
    }

    private static async Task<Talk> BeganAsync(GraphService graph, Store store = Store.Sqlite)
    {
        var talk = await Talk.WithGraphAsync(graph, store);
        await talk.PostAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" }, "clara", null);
        await talk.OpensBallotAsync(Ballot);
        await talk.SettleAsync();
        return talk;
    }

    private static Bot.Storage.NetworkSnapshot WithGerd(Bot.Storage.NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with { Seats = [.. snapshot.Network.Seats, new(HiddenCircle.Id, new("gerd"))] },
    };

    private static string To(JsonObject mail) => (string)mail["toRecipients"]![0]!["emailAddress"]!["address"]!;

    private static string Text(JsonObject mail) => (string)mail["body"]!["content"]!;
}
