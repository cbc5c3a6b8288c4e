using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Somebody, or something in their name, who writes and presses faster than anybody does by hand.</summary>
public class RateLimitTests
{
    private const string Slow = "Das war sehr viel auf einmal. In 20 Sekunden antworte ich wieder.";

    private static readonly Dictionary<string, string> Five = new(StringComparer.Ordinal) { ["Limits:SenderBurst"] = "5", ["Limits:SenderPerMinute"] = "60" };

    [Theory]
    [InlineData("de-DE", Slow)]
    [InlineData("en-US", "That was a lot at once. I will answer again in 20 seconds.")]
    public async Task Says_MoreThanTheBurst_IsToldOnceAndThenNotAnsweredUntilThePauseIsOver(string locale, string said)
    {
        await using var talk = await Talk.StartAsync(settings: Five);
        talk.Locale = locale;
        for (var i = 0; i < 30; i++)
        {
            await talk.SaysAsync("amina", "Hilfe");
        }

        Assert.Equal((6, 1), (talk.Connector.In(Talk.Personal("amina")).Count, talk.HeardBy("amina", said)));
        talk.Hears("amina", said);
        await talk.AfterAsync(Duration.FromSeconds(20));
        await talk.SaysAsync("amina", "Hilfe");
        Assert.Equal(7, talk.Connector.In(Talk.Personal("amina")).Count);
        Assert.DoesNotContain(said, talk.LastFor("amina"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_WhileSomebodyElseIsPaused_IsAnswered()
    {
        await using var talk = await Talk.StartAsync(settings: Five);
        for (var i = 0; i < 10; i++)
        {
            await talk.SaysAsync("amina", "Hilfe", Talk.Board);
        }

        await talk.SaysAsync("bernd", "Hilfe", Talk.Board);
        talk.Shows(Talk.Board, "Das können Sie schreiben");
        Assert.Equal((7, 1), (talk.Connector.In(Talk.Board).Count, talk.CountOf(Talk.Board, Slow)));
    }

    [Fact]
    public async Task Refused_Turns_CostNoStorageCall()
    {
        await using var talk = await Talk.StartAsync(settings: Five);
        for (var i = 0; i < 6; i++)
        {
            await talk.SaysAsync("amina", "Hilfe");
        }

        talk.Settles = false;
        var before = talk.Faults.Trips;
        for (var i = 0; i < 20; i++)
        {
            await talk.SaysAsync("amina", "Nächste Sitzung");
            await talk.PressAsync("amina", "ballot.vote", []);
        }

        Assert.Equal(before, talk.Faults.Trips);
    }

    [Fact]
    public async Task Presses_MoreThanTheBurst_IsToldThatNothingHappenedAndMayPressAgainLater()
    {
        await using var talk = await Talk.StartAsync(settings: new Dictionary<string, string>(Five) { ["Limits:SenderBurst"] = "12" });
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        for (var i = 0; i < 12; i++)
        {
            await talk.SaysAsync("amina", "Hilfe");
        }

        await talk.AfterAsync(Duration.FromSeconds(1));
        var pressed = await talk.PressesAsync("amina", "Ja");
        Assert.Equal("Das ging zu schnell hintereinander, deshalb ist nichts geschehen. Bitte in 19 Sekunden noch einmal drücken.", pressed);
        talk.Shows(Talk.Board, "0 von 3 haben abgestimmt.");
        await talk.AfterAsync(Duration.FromSeconds(19));
        Assert.Contains("Ihre Stimme ist gezählt", await talk.PressesAsync("amina", "Ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_OfOtherKindsWhilePaused_GetsTheProtocols429()
    {
        await using var talk = await Talk.StartAsync(settings: Five);
        for (var i = 0; i < 6; i++)
        {
            await talk.SaysAsync("amina", "Hilfe");
        }

        var refresh = await talk.PostAsync(
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.show" }, ["trigger"] = "automatic" },
            },
            "amina",
            null);
        Assert.Equal((429, AdaptiveCardInvokeResponse.RetryAfterType, 20), (refresh.GetProperty("statusCode").GetInt32(), refresh.GetProperty("type").GetString(), refresh.GetProperty("value").GetInt32()));

        using var search = await talk.SendAsync(talk.Complete(new JsonObject { ["type"] = "invoke", ["name"] = "composeExtension/query" }, "amina", null).ToJsonString());
        Assert.Equal(429, (int)search.StatusCode);
    }

    [Fact]
    public async Task Events_AnyNumber_AreAllHeard()
    {
        await using var talk = await Talk.StartAsync(settings: Five);
        for (var i = 0; i < 20; i++)
        {
            await talk.PostAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = i % 2 == 0 ? "remove" : "add" }, "amina", null);
        }

        await talk.SaysAsync("amina", "Hilfe");
        talk.Hears("amina", "Das können Sie schreiben");
        Assert.Equal(0, talk.HeardBy("amina", Slow));
    }

    [Fact]
    public async Task Says_AsQuicklyAsAVolunteerCan_IsAlwaysAnswered()
    {
        await using var talk = await Talk.StartAsync(settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:SenderBurst"] = "60" });
        for (var i = 0; i < 120; i++)
        {
            await talk.SaysAsync("amina", "Hilfe");
            talk.Time.Now += Duration.FromMilliseconds(333);
        }

        Assert.Equal(0, talk.HeardBy("amina", Slow));
        Assert.Equal(120, talk.Connector.In(Talk.Personal("amina")).Count);
    }
}
