using System;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>What a turn sends, over the real wire in both directions.</summary>
public class TurnAnswersTests
{
    private const string Nowhere = "http://localhost:1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendActivityAsync_Reply_IsAddressedToWhoAsked()
    {
        await using var connector = await LoopbackServer.StartAsync(201, """{"id":"m1"}""");
        string? id = null;
        await using var host = await ActivityHost.StartAsync(async (turn, ct) => id = await turn.SendActivityAsync("Guten Abend", ct));

        using var response = await host.PostAsync(TestActivities.Message("Hallo", connector.Url));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("m1", id);
        Assert.Equal("/v3/conversations/a%3A1/activities", connector.Single.Target);
        Assert.Equal(
            """{"type":"message","channelId":"msteams","from":{"id":"28:bot"},"recipient":{"id":"29:ada"},"conversation":{"id":"a:1"},"replyToId":"activity-1","text":"Guten Abend","textFormat":"plain"}""",
            connector.Single.Body);
    }

    [Fact]
    public async Task UpdateAndDelete_OwnMessage_ReachTheConnector()
    {
        await using var connector = await LoopbackServer.StartAsync(200, "{}");
        await using var host = await ActivityHost.StartAsync(async (turn, ct) =>
        {
            await turn.UpdateActivityAsync("m1", MessageActivity.Text("neu"), ct);
            await turn.DeleteActivityAsync("m2", ct);
        });

        using var response = await host.PostAsync(TestActivities.Message("x", connector.Url));

        Assert.Equal(
            ["PUT /v3/conversations/a%3A1/activities/m1", "DELETE /v3/conversations/a%3A1/activities/m2"],
            connector.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task Invoke_AnsweredWithACard_IsItsStatusAndBody()
    {
        var card = new AdaptiveCard { Body = [new TextBlock { Text = "Gezählt: 5 Ja" }] };
        await using var host = await ActivityHost.StartAsync((turn, _) =>
        {
            turn.InvokeResponse = AdaptiveCardInvokeResponse.Card(card).ToInvokeResponse();
            return Task.CompletedTask;
        });

        using var response = await host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{card.ToJson()}}}""",
            await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(true, 204)]
    [InlineData(false, 501)]
    public async Task Invoke_WithoutBody_IsItsStatusOr501(bool answered, int status)
    {
        await using var host = await ActivityHost.StartAsync((turn, _) =>
        {
            turn.InvokeResponse = answered ? new InvokeResponse(204, null) : null;
            return Task.CompletedTask;
        });

        using var response = await host.PostAsync(TestActivities.Invoke("something/else", Nowhere));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task ExpectReplies_Message_GetsTheRepliesInTheAnswer()
    {
        await using var connector = await LoopbackServer.StartAsync(500);
        await using var host = await ActivityHost.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("eins", ct);
            await turn.SendActivityAsync(MessageActivity.Card(new AdaptiveCard(), "zwei"), ct);
        });

        using var response = await host.PostAsync(TestActivities.ExpectingReplies(TestActivities.Message("x", connector.Url)));
        var activities = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["activities"]!.AsArray();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["eins", null], activities.Select(activity => (string?)activity!["text"]));
        Assert.Equal("zwei", (string?)activities[1]!["summary"]);
        Assert.Equal("activity-1", (string?)activities[0]!["replyToId"]);
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task ExpectReplies_MessageWithoutReplies_GetsAnEmptyList()
    {
        await using var host = await ActivityHost.StartAsync((_, _) => Task.CompletedTask);

        using var response = await host.PostAsync(TestActivities.ExpectingReplies(TestActivities.Message("x", Nowhere)));

        Assert.Equal("""{"activities":[]}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task ExpectReplies_Invoke_GetsItsAnswerAsTheLastActivity()
    {
        await using var host = await ActivityHost.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("eins", ct);
            turn.InvokeResponse = AdaptiveCardInvokeResponse.Message("Gezählt.").ToInvokeResponse();
        });

        using var response = await host.PostAsync(TestActivities.ExpectingReplies(TestActivities.Invoke("adaptiveCard/action", Nowhere)));
        var activities = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["activities"]!.AsArray();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["message", "invokeResponse"], activities.Select(activity => (string?)activity!["type"]));
        Assert.Equal(
            """{"status":200,"body":{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Gez\u00E4hlt."}}""",
            activities[1]!["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Fault_OnMessage_IsLoggedOnceAndToldInAPlainSentence()
    {
        await using var connector = await LoopbackServer.StartAsync(201, """{"id":"m1"}""");
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("kaputt"));

        using var response = await host.PostAsync(TestActivities.Message("vertraulicher Text", connector.Url));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("de-DE: Fehler activity-1", (string?)JsonNode.Parse(connector.Single.Body)!["text"]);
        Assert.DoesNotContain("kaputt", connector.Single.Body, StringComparison.Ordinal);
        Assert.Contains("activity-1", Assert.Single(host.Log.Errors), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", host.Log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("kaputt", host.Log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("vertraulich", host.Log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OnMessageWhenTheConnectorIsGone_IsStillLoggedOnce()
    {
        await using var host = await ActivityHost.StartAsync((turn, ct) => turn.SendActivityAsync("x", ct));

        using var response = await host.PostAsync(TestActivities.Message("x", Nowhere));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(host.Log.Errors);
    }

    [Fact]
    public async Task Fault_OnMessageExpectingReplies_IsToldInTheAnswer()
    {
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("kaputt"));

        using var response = await host.PostAsync(TestActivities.ExpectingReplies(TestActivities.Message("x", Nowhere)));

        var activities = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["activities"]!.AsArray();
        Assert.Equal("de-DE: Fehler activity-1", (string?)Assert.Single(activities)!["text"]);
    }

    [Fact]
    public async Task Fault_OnPressedCard_IsAnErrorOnTheCard()
    {
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("kaputt"));

        using var response = await host.PostAsync(TestActivities.Invoke("adaptiveCard/action", Nowhere));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"de-DE: Fehler activity-1"}}""",
            await response.Content.ReadAsStringAsync(Token));
        Assert.Single(host.Log.Errors);
    }

    [Fact]
    public async Task Fault_OnAnythingElse_Is500Empty()
    {
        await using var host = await ActivityHost.StartAsync((_, _) => throw new InvalidOperationException("kaputt"));

        foreach (var json in new[] { TestActivities.Event(Nowhere), TestActivities.Invoke("task/fetch", Nowhere), TestActivities.Invoke(null, Nowhere) })
        {
            using var response = await host.PostAsync(json);

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
        }

        Assert.Equal(3, host.Log.Errors.Count);
    }
}
