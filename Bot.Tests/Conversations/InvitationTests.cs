using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Tests.Contracts.Graph;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings in the organizer's calendar, held to Graph's contract by a service that checks every request.</summary>
public class InvitationTests
{
    private const string Meeting = "Beirat am 14. Januar 17–19 Uhr im Rathaus: Haushalt";

    private const string Create = "POST /events";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Call_WithGraph_MakesOneEventWithLinkAndPeople(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        await talk.CallsAsync(Meeting);

        Assert.Empty(graph.Broken);
        var made = Assert.Single(graph.Events);
        Assert.Equal("Beirat: Haushalt", (string?)made["subject"]);
        Assert.Equal(("2027-01-14T17:00:00", "Europe/Berlin"), ((string?)made["start"]!["dateTime"], (string?)made["start"]!["timeZone"]));
        Assert.Equal(("2027-01-14T19:00:00", "Europe/Berlin"), ((string?)made["end"]!["dateTime"], (string?)made["end"]!["timeZone"]));
        Assert.Equal("Rathaus", (string?)made["location"]!["displayName"]);
        Assert.Equal(("private", true, "teamsForBusiness"), ((string?)made["sensitivity"], (bool?)made["isOnlineMeeting"], (string?)made["onlineMeetingProvider"]));
        Assert.Equal(["amina@example.org", "bernd@example.org", "clara@example.org", "katrin@example.org"], People(made));
        Assert.Equal("outlook.timezone=\"Europe/Berlin\"", graph.Of(Create).Single().Headers["Prefer"]);

        var link = (string?)made["onlineMeeting"]!["joinUrl"];
        Assert.Equal(link, (await talk.MeetingAsync()).OnlineLink);
        Assert.Equal((string?)made["id"], (await talk.InvitationAsync())!.Event);
        Assert.Contains(link!, talk.Connector.In(Talk.Board)[^1].Content.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Online teilnehmen", talk.Connector.In(Talk.Board)[^1].Content.GetRawText(), StringComparison.Ordinal);

        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Single(graph.Events);
        Assert.Equal((1, 0), (graph.CountOf(Create), graph.Requests.Count(request => request.Method == "PATCH")));
        Assert.Empty(graph.Broken);
        Assert.Equal(["Calendars.ReadWrite", "Mail.Send"], graph.Needed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cancel_OfAMeeting_CancelsItsEventOnceWithTheReason()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        await CancelAsync(talk);
        Assert.Equal(["Diese Sitzung fällt aus: zu viele krank"], graph.Cancellations);
        Assert.Empty(graph.Events);
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal((1, 1), (graph.Cancellations.Count, graph.Requests.Count(request => request.Path.EndsWith("/cancel", StringComparison.Ordinal))));
        Assert.Empty(graph.Broken);
    }

    /// <summary>Nothing but what has changed is sent: neither the text, which would lose the link, nor the people, who would be told anew.</summary>
    [Fact]
    public async Task Change_OfTimeAndPlace_IsBroughtToTheSameEvent()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        var link = (await talk.MeetingAsync()).OnlineLink;
        await talk.ChangeMeetingAsync(meeting => meeting with { Start = new LocalTime(18, 30), End = null, Place = "Bürgerhaus" });

        var changed = Assert.Single(graph.Events);
        Assert.Equal(("2027-01-14T18:30:00", "2027-01-14T20:30:00"), ((string?)changed["start"]!["dateTime"], (string?)changed["end"]!["dateTime"]));
        Assert.Equal("Bürgerhaus", (string?)changed["location"]!["displayName"]);
        var patch = graph.Requests.Single(request => request.Method == "PATCH");
        Assert.Equal(["end", "location", "start", "subject"], patch.Properties);
        Assert.Equal(link, (await talk.MeetingAsync()).OnlineLink);
        Assert.Empty(graph.Broken);
    }

    [Theory]
    [InlineData("Beirat am 27. März 2027 um 18 Uhr", "2027-03-27T18:00:00")]
    [InlineData("Beirat am 29. März 2027 um 18 Uhr", "2027-03-29T18:00:00")]
    [InlineData("Beirat am 30. Oktober 2027 um 18 Uhr", "2027-10-30T18:00:00")]
    [InlineData("Beirat am 1. November 2027 um 18 Uhr", "2027-11-01T18:00:00")]
    public async Task Call_AroundTheChangesOfTheClock_StaysAtSix(string line, string start)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(line);
        var made = Assert.Single(graph.Events);
        Assert.Equal((start, "Europe/Berlin"), ((string?)made["start"]!["dateTime"], (string?)made["start"]!["timeZone"]));
        await talk.AfterAsync(Duration.FromHours(2));
        Assert.Equal(0, graph.Requests.Count(request => request.Method == "PATCH"));
    }

    [Fact]
    public async Task Event_RemovedByHand_IsFollowedByAnother()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        graph.RemoveAll();
        await talk.AfterAsync(Duration.FromMinutes(61));
        Assert.Single(graph.Events);
        Assert.Equal(2, graph.Of(Create).Select(request => (string?)request.Json["transactionId"]).Distinct().Count());
        Assert.Equal(1, (await talk.InvitationAsync())!.Generation);
        Assert.Empty(graph.Broken);
    }

    [Fact]
    public async Task Event_MovedByHand_IsPutWhereTheMeetingIs()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        graph.MoveAll("2027-01-15T09:00:00", "2027-01-15T11:00:00");
        await talk.AfterAsync(Duration.FromMinutes(61));
        Assert.Equal("2027-01-14T17:00:00", (string?)graph.Events[0]["start"]!["dateTime"]);
    }

    [Fact]
    public async Task People_WhoLeaveOrTakeTheirAddressBack_AreTakenOutOfTheEvent()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        await talk.LeavesTheBoardAsync("clara");
        await talk.SaysAsync("bernd", "Meine Mail löschen");
        await talk.AfterAsync(Duration.FromMinutes(61));
        Assert.Equal(["amina@example.org", "katrin@example.org"], People(graph.Events[0]));
        var patch = graph.Requests.Single(request => request.Method == "PATCH");
        Assert.Equal(["attendees"], patch.Properties);
    }

    [Fact]
    public async Task Link_ThatComesLater_ComesOntoTheCardAndIntoTheMail()
    {
        await using var graph = await GraphService.StartAsync();
        graph.GivesLinks = false;
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        Assert.Null((await talk.MeetingAsync()).OnlineLink);
        Assert.Empty(graph.Mails);
        graph.GiveLinks();
        await talk.AfterAsync(Duration.FromSeconds(61));
        var link = (await talk.MeetingAsync()).OnlineLink!;
        Assert.Contains(link, talk.Connector.In(Talk.Board)[^1].Content.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(link, (string?)Assert.Single(graph.Mails)["body"]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatNeverComes_HoldsNoMailUpForLong()
    {
        await using var graph = await GraphService.StartAsync();
        graph.GivesLinks = false;
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        for (var minute = 0; minute < 12; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Single(graph.Mails);
        var asked = graph.Requests.Count;
        await talk.AfterAsync(Duration.FromMinutes(30));
        Assert.InRange(graph.Requests.Count, asked, asked + 1);
    }

    /// <summary>However often a meeting is looked at, there is one row for its next usual look, not one for each.</summary>
    [Fact]
    public async Task Looks_OfManyCauses_BecomeOneAnHour()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        for (var cause = 0; cause < 5; cause++)
        {
            await talk.ChangeMeetingAsync(meeting => meeting with { Topic = "Haushalt " + meeting.Revision });
            await talk.AfterAsync(Duration.FromSeconds(7));
        }

        await talk.AfterAsync(Duration.FromHours(2));
        var asked = graph.Requests.Count;
        for (var half = 0; half < 20; half++)
        {
            await talk.AfterAsync(Duration.FromMinutes(30));
        }

        Assert.Equal(asked + 10, graph.Requests.Count);
    }

    [Fact]
    public async Task Answers_GivenInCalendars_AreReadBackWithWhoAndWhen()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        Assert.Empty(await talk.AnswersAsync());
        graph.Answer("amina@example.org", "accepted", "2026-11-24T08:15:00Z");
        graph.Answer("bernd@example.org", "tentativelyAccepted", null);
        graph.Answer("clara@example.org", "declined", "2026-11-24T08:20:00Z");
        await talk.AfterAsync(Duration.FromMinutes(61));
        var answers = (await talk.AnswersAsync()).ToDictionary(answer => answer.Person.Value, StringComparer.Ordinal);
        Assert.Equal((CalendarAnswerKind.Accepted, Instant.FromUtc(2026, 11, 24, 8, 15)), (answers["amina"].Kind, answers["amina"].At));
        Assert.Equal((CalendarAnswerKind.Tentative, talk.Time.Now), (answers["bernd"].Kind, answers["bernd"].At));
        Assert.Equal(CalendarAnswerKind.Declined, answers["clara"].Kind);

        graph.Answer("amina@example.org", "declined", "2026-11-24T10:00:00Z");
        graph.Answer("clara@example.org", "none", null);
        await talk.AfterAsync(Duration.FromMinutes(61));
        answers = (await talk.AnswersAsync()).ToDictionary(answer => answer.Person.Value, StringComparer.Ordinal);
        Assert.Equal(["amina", "bernd"], answers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(CalendarAnswerKind.Declined, answers["amina"].Kind);
        Assert.Equal(0, graph.Requests.Count(request => request.Method == "PATCH"));
    }

    [Fact]
    public async Task Call_WithoutGraphOrInAnotherTenant_AsksNothing()
    {
        await using var graph = await GraphService.StartAsync();
        foreach (var (key, value) in new[] { ("Graph:Enabled", "false"), ("Graph:TenantId", "33333333-3333-3333-3333-333333333333") })
        {
            var settings = graph.Settings();
            settings[key] = value;
            await using var talk = await Talk.StartAsync(change: Talk.WithMails, settings: settings);
            await talk.EverybodyOpensAsync("katrin", "amina");
            await talk.CallsAsync(Meeting);
            await talk.AfterAsync(Duration.FromHours(2));
            Assert.Empty(graph.Requests);
            Assert.Null(await talk.InvitationAsync());
        }
    }

    [Fact]
    public async Task Meeting_ThatHasBegun_IsLeftAlone()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        await talk.AtAsync(2027, 1, 14, 17, 1);
        var asked = graph.Requests.Count;
        await talk.AfterAsync(Duration.FromHours(5));
        Assert.Equal(asked, graph.Requests.Count);
    }

    private static async Task CancelAsync(Talk talk)
    {
        await talk.SaysAsync("katrin", "Beirat absagen: zu viele krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");
    }

    private static string[] People(JsonObject made) =>
        [.. made["attendees"]!.AsArray().Select(one => (string)one!["emailAddress"]!["address"]!).Order(StringComparer.Ordinal)];
}
