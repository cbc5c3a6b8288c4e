using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Tests.Contracts.Graph;
using Bot.Tests.Platform.Activities;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings in the organizer's calendar while Graph goes wrong, the bot dies, or two instances are at it: one event, and in the end as the meeting is.</summary>
public class InvitationTroubleTests
{
    private const string Meeting = "Beirat am 14. Januar 17–19 Uhr im Rathaus: Haushalt";

    private const string Create = "POST /events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>However the making goes wrong, there is one event in the end, and Graph is not asked before the time it named.</summary>
    [Theory]
    [InlineData("429 in 120")]
    [InlineData("429")]
    [InlineData("503 in 60")]
    [InlineData("503")]
    [InlineData("500 done")]
    [InlineData("502 done")]
    [InlineData("504 done")]
    [InlineData("cut")]
    public async Task Call_WhateverGoesWrong_MakesExactlyOneEvent(string trouble)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Create, GraphTrouble.Named(trouble), GraphTrouble.Named(trouble));
        await talk.CallsAsync(Meeting);
        Assert.Equal(1, graph.CountOf(Create));
        var asked = graph.Requests.Count;
        if (GraphTrouble.Named(trouble).RetryAfter is { } wait)
        {
            await talk.AfterAsync(Duration.FromSeconds(wait - 1));
            Assert.Equal(asked, graph.Requests.Count);
        }

        for (var minute = 0; minute < 20; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Single(graph.Events);
        Assert.Single(graph.Of(Create).Select(request => (string?)request.Json["transactionId"]).Distinct());
        Assert.Single(graph.Mails);
        Assert.NotNull((await talk.MeetingAsync()).OnlineLink);
        Assert.Equal(0, (await talk.InvitationAsync())!.Failures);
        Assert.Empty(graph.Broken);
    }

    /// <summary>A service that takes the request and never answers: the limit is the machine's second, nothing waits longer.</summary>
    [Fact]
    public async Task Call_WithoutAnAnswer_MakesExactlyOneEvent()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, timeoutSeconds: 1);
        graph.Next(Create, GraphTrouble.Silent());
        await talk.CallsAsync(Meeting);
        Assert.Null((await talk.InvitationAsync())!.Event);
        await talk.AfterAsync(Duration.FromMinutes(5));
        Assert.Equal((1, 1), (graph.Events.Count, graph.CountOf(Create)));
        Assert.Equal(1, graph.CountOf("GET /events"));
        Assert.NotNull((await talk.InvitationAsync())!.Event);
    }

    /// <summary>The event is made, and the process dies before that is stored.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Crash_BetweenMakingAndStoring_FindsTheEventAgain(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        talk.Faults.BeforeWrite = table =>
        {
            talk.Faults.IsDead |= table == TableNames.Invitations && graph.CountOf(Create) > 0;
            return talk.Faults.IsDead ? throw new TimeoutException("dead") : Task.CompletedTask;
        };
        talk.Settles = false;
        await talk.SaysAsync("katrin", Meeting);
        await talk.PressesAsync("katrin", "Einladen");
        await Assert.ThrowsAnyAsync<Exception>(talk.SettleAsync);
        Assert.True(talk.Faults.IsDead);
        Assert.Single(graph.Events);

        await talk.RestartAsync();
        var left = await talk.InvitationAsync();
        Assert.Equal((true, null), (left!.IsBegun, left.Event));
        talk.Settles = true;
        await talk.AfterAsync(Duration.FromMinutes(10));
        Assert.Equal((1, 1), (graph.Events.Count, graph.CountOf(Create)));
        Assert.Equal(1, graph.CountOf("GET /events"));
        Assert.Equal((string?)graph.Events[0]["id"], (await talk.InvitationAsync())!.Event);
        Assert.Empty(graph.Broken);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TwoInstances_LookingAtTheSameTime_MakeOneEventAndOneMail(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        var other = talk.Join();
        talk.Settles = false;
        await talk.SaysAsync("katrin", Meeting);
        await talk.PressesAsync("katrin", "Einladen");
        await Task.WhenAll(talk.SettleAsync(), other.SettleAsync(Cancellation));
        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Bürgerhaus" });
        await Task.WhenAll(talk.SettleAsync(), other.SettleAsync(Cancellation));
        for (var minute = 0; minute < 8; minute++)
        {
            talk.Time.Now += Duration.FromMinutes(1);
            await Task.WhenAll(talk.SettleAsync(), other.SettleAsync(Cancellation));
        }

        Assert.Equal((1, 1), (graph.Events.Count, graph.CountOf(Create)));
        Assert.Equal("Bürgerhaus", (string?)Assert.Single(graph.Events)["location"]!["displayName"]);
        Assert.Equal(2, graph.Mails.Count);
        Assert.Empty(graph.Broken);
    }

    /// <summary>Several changes while Graph is away: it is told of the last alone, and not of one before.</summary>
    [Fact]
    public async Task Change_WhileGraphIsAway_IsBroughtAsItIsInTheEnd()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        var id = "PATCH /events/" + (string?)graph.Events[0]["id"];
        graph.Next(id, GraphTrouble.Throttle(600));
        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Erster Ort" });
        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Zweiter Ort" });
        await CancelAsync(talk);
        Assert.Empty(graph.Cancellations);
        await talk.AfterAsync(Duration.FromSeconds(590));
        Assert.Equal(1, graph.CountOf(id));
        await talk.AfterAsync(Duration.FromSeconds(30));
        Assert.Equal((1, 1), (graph.CountOf(id), graph.Cancellations.Count));
        Assert.Empty(graph.Events);
    }

    [Fact]
    public async Task Cancel_AnsweredByAnErrorAfterItWasDone_IsDoneOnce()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync(Meeting);
        graph.Next("POST /cancel", GraphTrouble.DoneBut(500));
        await CancelAsync(talk);
        await talk.AfterAsync(Duration.FromMinutes(5));
        Assert.Single(graph.Cancellations);
        Assert.True((await InvitationOfAsync(talk, graph)).IsCancelled);
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal(2, graph.CountOf("POST /cancel"));
    }

    [Fact]
    public async Task Permission_Missing_IsAskedForHourlyAndHoldsNoMailUp()
    {
        await using var graph = await GraphService.StartAsync();
        graph.Granted.Remove("Calendars.ReadWrite");
        var log = new LogLines();
        await using var talk = await Talk.WithGraphAsync(graph, log: log);
        await talk.CallsAsync(Meeting);
        Assert.Single(graph.Mails);
        Assert.Contains("Refused, 403 ErrorAccessDenied", log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("example", log.Everything.Replace("example.com", string.Empty, StringComparison.Ordinal).Replace("ExampleNetwork", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        await talk.AfterAsync(Duration.FromMinutes(50));
        Assert.Equal(1, graph.CountOf(Create));
        graph.Granted.Add("Calendars.ReadWrite");
        await talk.AfterAsync(Duration.FromMinutes(11));
        Assert.Single(graph.Events);
        Assert.Single(graph.Mails);
    }

    private static async Task CancelAsync(Talk talk)
    {
        await talk.SaysAsync("katrin", "Beirat absagen: zu viele krank");
        await talk.PressesAsync("katrin", "Sitzung absagen");
    }

    private static async Task<Invitation> InvitationOfAsync(Talk talk, GraphService graph)
    {
        var key = graph.Of(Create).Select(request => (string)request.Json["singleValueExtendedProperties"]![0]!["value"]!).First();
        return (await talk.Get<InvitationStore>().FindAsync(Talk.Network, new MeetingId(key.Split('|')[1]), Cancellation))!;
    }
}
