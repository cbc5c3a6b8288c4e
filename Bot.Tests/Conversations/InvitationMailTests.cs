using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.Contracts.Graph;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Mails to those without Teams, and how busy calendars are.</summary>
public class InvitationMailTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private const string Send = "POST /sendMail";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Life_OfAMeeting_IsWrittenToThoseWithoutTeamsAlone(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        await talk.CallsAsync(Meeting);
        var invited = Assert.Single(graph.Mails);
        Assert.Equal("gerd@example.org", To(invited));
        Assert.Equal("Einladung: Beirat, Donnerstag, 14. Januar 2027, 17:00 Uhr", (string?)invited["subject"]);
        var text = (string?)invited["body"]!["content"];
        Assert.Contains("Guten Tag Gerd Ohnesorg,", text, StringComparison.Ordinal);
        Assert.Contains("Ort: Rathaus", text, StringComparison.Ordinal);
        Assert.Contains((await talk.MeetingAsync()).OnlineLink!, text, StringComparison.Ordinal);
        var (type, file) = Calendar(invited);
        Assert.Equal("text/calendar; charset=utf-8; method=REQUEST", type);
        Assert.Contains("METHOD:REQUEST\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20270114T170000\r\n", file, StringComparison.Ordinal);
        Assert.Contains("mailto:sitzungen@buendnis.example", file, StringComparison.Ordinal);
        Assert.Contains("mailto:gerd@example.org", file.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("amina", file, StringComparison.Ordinal);

        await talk.ChangeMeetingAsync(meeting => meeting with { Start = new LocalTime(18, 0) });
        var changed = graph.Mails[1];
        Assert.Equal("Geändert: Beirat, Donnerstag, 14. Januar 2027, 18:00 Uhr", (string?)changed["subject"]);
        Assert.Contains("SEQUENCE:1\r\n", Calendar(changed).File, StringComparison.Ordinal);

        await talk.SaysAsync("katrin", "Beirat absagen: zu viele krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        var cancelled = graph.Mails[2];
        Assert.Equal("Abgesagt: Beirat, Donnerstag, 14. Januar 2027, 18:00 Uhr", (string?)cancelled["subject"]);
        Assert.Contains("Grund: zu viele krank", (string?)cancelled["body"]!["content"], StringComparison.Ordinal);
        Assert.Equal("text/calendar; charset=utf-8; method=CANCEL", Calendar(cancelled).Type);
        Assert.Contains("METHOD:CANCEL\r\n", Calendar(cancelled).File, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", Calendar(cancelled).File, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", Calendar(cancelled).File, StringComparison.Ordinal);
        Assert.Single(graph.Mails.Select(mail => Uid(Calendar(mail).File)).Distinct());

        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal(3, graph.Mails.Count);
        Assert.Empty(graph.Broken);
    }

    /// <summary>The identity in a mail and in the feed is one: who has both has the appointment once.</summary>
    [Fact]
    public async Task Identity_InMailAndFile_IsTheSame()
    {
        await using var drive = await Platform.Activities.LoopbackServer.StartAsync(201, "{}");
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        await talk.SaysAsync("amina", "Kalenderdatei Beirat");
        var offered = FileTests.Attachment(talk, "amina");
        Assert.Equal("sitzung-2027-01-14.ics", offered.GetProperty("name").GetString());
        await FileTests.AnswerAsync(talk, "amina", "accept", offered, drive.Url + "/upload");
        Assert.Equal(Uid(Calendar(Assert.Single(graph.Mails)).File), Uid(drive.Single.Body));
    }

    /// <summary>What certainly was not sent is sent once; what may have been sent is sent again, a bounded number of times.</summary>
    [Theory]
    [InlineData("429 in 120", 1)]
    [InlineData("429", 1)]
    [InlineData("503 in 60", 1)]
    [InlineData("500 done", 3)]
    [InlineData("cut", 3)]
    public async Task Mail_WhateverGoesWrong_IsSentOnceOrAFewTimesInDoubt(string trouble, int sent)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Named(trouble), GraphTrouble.Named(trouble));
        await talk.CallsAsync(Meeting);
        Assert.Equal(1, graph.CountOf(Send));
        for (var minute = 0; minute < 30; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Equal((sent, 3), (graph.Mails.Count, graph.CountOf(Send)));
        Assert.Single(graph.Events);
        Assert.Single(graph.Mails.Select(mail => Uid(Calendar(mail).File)).Distinct());
    }

    [Fact]
    public async Task Mail_InDoubtForEver_IsGivenUpAfterThree()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, [.. Enumerable.Repeat(GraphTrouble.DoneBut(500), 10)]);
        await talk.CallsAsync(Meeting);
        for (var minute = 0; minute < 30; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Equal(3, graph.CountOf(Send));
    }

    [Fact]
    public async Task Cancel_BeforeAnyMailCouldBeSent_WritesToNobody()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Throttle(300));
        await talk.CallsAsync(Meeting);
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        await talk.AfterAsync(Duration.FromMinutes(10));
        Assert.Equal((0, 1), (graph.Mails.Count, graph.Cancellations.Count));
    }

    /// <summary>Whoever was invited is told that it is off, also when they belong no longer.</summary>
    [Fact]
    public async Task Cancel_AfterSomebodyLeft_IsWrittenToThemAsWell()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        await talk.LeavesTheBoardAsync("gerd");
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Equal("text/calendar; charset=utf-8; method=CANCEL", Calendar(graph.Mails[1]).Type);
    }

    [Fact]
    public async Task Mails_ToMany_KeepToTheLimitAMinute()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, change: snapshot => Enumerable.Range(0, 60).Aggregate(snapshot, (before, number) => WithGuest(before, $"gast-{number:00}")));
        await talk.CallsAsync(Meeting);
        Assert.Equal(25, graph.Mails.Count);
        await talk.AfterAsync(Duration.FromSeconds(61));
        Assert.Equal(50, graph.Mails.Count);
        await talk.AfterAsync(Duration.FromSeconds(61));
        Assert.Equal(61, graph.Mails.Select(To).Distinct().Count());
        Assert.Equal(61, graph.Mails.Count);
    }

    [Fact]
    public async Task Mail_InAnEnglishNetwork_IsEnglish()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, change: snapshot => snapshot with { Language = "en" });
        await talk.CallsAsync(Meeting);
        var mail = Assert.Single(graph.Mails);
        Assert.StartsWith("Invitation: Beirat, Thursday, 14 January 2027", (string?)mail["subject"], StringComparison.Ordinal);
        Assert.Contains("Hello Gerd Ohnesorg,", (string?)mail["body"]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithKnownCalendars_TellsOnlyHowManyAreBusy()
    {
        await using var graph = await GraphService.StartAsync();
        graph.Views["amina@example.org"] = "2";
        graph.Views["bernd@example.org"] = "0";
        graph.Views["clara@example.org"] = "1";
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.SaysAsync("katrin", Meeting);
        talk.Hears("katrin", "Kalender: 1 von 3 bekannten sind in dieser Zeit belegt.");
        var asked = Assert.Single(graph.Of("POST /getSchedule"));
        Assert.Equal(("2027-01-14T17:00:00", "Europe/Berlin"), ((string?)Field(asked.Json, "startTime")["dateTime"], (string?)Field(asked.Json, "startTime")["timeZone"]));
        Assert.DoesNotContain("example.org", talk.LastFor("katrin"), StringComparison.Ordinal);
        Assert.Empty(graph.Broken);
    }

    /// <summary>One or two calendars would tell whose they are.</summary>
    [Fact]
    public async Task Preview_WithFewKnownCalendars_TellsNothing()
    {
        await using var graph = await GraphService.StartAsync();
        graph.Views["amina@example.org"] = "2";
        graph.Views["bernd@example.org"] = "2";
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.SaysAsync("katrin", Meeting);
        Assert.DoesNotContain("Kalender:", talk.LastFor("katrin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("429 in 120")]
    [InlineData("500 done")]
    [InlineData("cut")]
    public async Task Preview_WhileGraphIsAway_IsShownWithoutIt(string trouble)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next("POST /getSchedule", GraphTrouble.Named(trouble));
        await talk.SaysAsync("katrin", Meeting);
        talk.Hears("katrin", "Beirat");
        Assert.DoesNotContain("Kalender:", talk.LastFor("katrin"), StringComparison.Ordinal);
    }

    private static Bot.Storage.NetworkSnapshot WithGuest(Bot.Storage.NetworkSnapshot snapshot, string who) => snapshot with
    {
        Network = snapshot.Network with
        {
            People = [.. snapshot.Network.People, new(new(who), who, IsCoordinator: false) { Mail = Bot.Domain.Committees.MailAddress.Read(Talk.AddressOf(who)) }],
            Seats = [.. snapshot.Network.Seats, new(new("beirat"), new(who))],
        },
    };

    private static JsonNode Field(JsonObject json, string name) => json.Single(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase)).Value!;

    private static string To(JsonObject mail) => (string)mail["toRecipients"]![0]!["emailAddress"]!["address"]!;

    private static (string Type, string File) Calendar(JsonObject mail) =>
        ((string)mail["attachments"]![0]!["contentType"]!, Encoding.UTF8.GetString(Convert.FromBase64String((string)mail["attachments"]![0]!["contentBytes"]!)));

    private static string Uid(string file) => file.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
}
