using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class AdaptiveCardInvokeTests
{
    [Fact]
    public void TryRead_PressedCard_GivesVerbAndScalarData()
    {
        var activity = JsonSerializer.Deserialize(SampleFiles.Read("Activities", "invoke.json"), ActivityFormat.Activity)!;

        Assert.True(AdaptiveCardInvokeValue.TryRead(activity, out var value, out _));
        Assert.Equal("admission.vote", value.Action.Verb);
        Assert.Equal("yes", value.Action.Id);
        Assert.Equal("manual", value.Trigger);
        Assert.False(value.IsAutomatic);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["admission"] = "a1", ["option"] = "Yes", ["minutes"] = "15", ["share"] = "1.50", ["secret"] = "true", ["open"] = "false",
            },
            value.Action.Data.ToDictionary());
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("null", "BadRequest")]
    [InlineData("\"text\"", "BadRequest")]
    [InlineData("[]", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":null}""", "BadRequest")]
    [InlineData("""{"action":"vote"}""", "BadRequest")]
    [InlineData("""{"action":{}}""", "NotSupported")]
    [InlineData("""{"action":{"type":5}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"v"}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"\ud800"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"a":"\udc00"}}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"\udc00":"a"}}}""", "BadRequest")]
    public void TryRead_Malformed_IsRefusedInTheBody(string? json, string code)
    {
        var activity = new Activity { Value = json is null ? null : JsonSerializer.Deserialize<JsonElement>(json) };

        Assert.False(AdaptiveCardInvokeValue.TryRead(activity, out _, out var refusal));
        Assert.Equal(400, refusal.StatusCode);
        Assert.Equal("application/vnd.microsoft.error", refusal.Type);
        Assert.Equal(code, Assert.IsType<AdaptiveCardInvokeError>(refusal.Value).Code);
        Assert.Equal(200, refusal.ToInvokeResponse().Status);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":7,"data":"text"},"trigger":{}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":[1]}}""")]
    public void TryRead_WithoutVerbAndData_IsReadWithout(string json)
    {
        Assert.True(AdaptiveCardInvokeValue.TryRead(new Activity { Value = JsonSerializer.Deserialize<JsonElement>(json) }, out var value, out _));
        Assert.Null(value.Action.Verb);
        Assert.Null(value.Trigger);
        Assert.Empty(value.Action.Data);
    }

    [Fact]
    public void Responses_OfEachKind_AreWrittenAsTheTableSays()
    {
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":""" + new AdaptiveCard().ToJson() + "}",
            Write(AdaptiveCardInvokeResponse.Card(new AdaptiveCard())));
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Gezählt."}""",
            Write(AdaptiveCardInvokeResponse.Message("Gezählt.")));
        Assert.Equal(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"x"}}""",
            Write(AdaptiveCardInvokeResponse.BadRequest("x")));
        Assert.Equal(
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"x"}}""",
            Write(AdaptiveCardInvokeResponse.InternalError("x")));
        Assert.Equal(
            """{"statusCode":429,"type":"application/vnd.microsoft.activity.retryAfter","value":1}""",
            Write(AdaptiveCardInvokeResponse.RetryAfter(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdaptiveCardInvokeResponse.RetryAfter(0));
    }

    private static string Write(AdaptiveCardInvokeResponse response) =>
        JsonSerializer.Serialize(response, ActivityFormat.Of<AdaptiveCardInvokeResponse>());
}
