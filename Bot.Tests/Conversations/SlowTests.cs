using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store or Teams is slow: people are answered all the same, and what they asked for follows.</summary>
public sealed class SlowTests
{
    private static readonly TimeSpan Longer = TurnRunner.Patience;

    [Theory]
    [InlineData("de-DE", "Das dauert einen Moment.", "Ihre Stimme: **Ja**")]
    [InlineData("en-GB", "This takes a moment.", "Your vote: **Yes**")]
    public async Task Vote_InOneToOneOnASlowStore_IsCountedAndShownOnTheCard(string locale, string first, string then)
    {
        await using var talk = await BoardVotesAsync();
        talk.Locale = locale;
        var open = SlowStore(talk, "ballots");
        var pressed = PressAsync(talk, "amina", null);
        await PassAsync(talk);

        Assert.StartsWith(first, (await pressed)!, StringComparison.Ordinal);
        open.SetResult();
        await talk.SettleAsync();

        var card = talk.Connector.In(Talk.Personal("amina")).Single(message => CardReading.Words(message.Content).Contains(then, StringComparison.Ordinal));
        Assert.Equal(1, card.Updates);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Vote_InARoomOnASlowStore_IsShownToTheVoterAlone()
    {
        await using var talk = await BoardVotesAsync();
        var open = SlowStore(talk, "ballots");
        var pressed = PressAsync(talk, "amina", Talk.Board);
        await PassAsync(talk);
        Assert.StartsWith("Das dauert einen Moment.", (await pressed)!, StringComparison.Ordinal);

        open.SetResult();
        await talk.SettleAsync();

        talk.Hears("amina", "Ihre Stimme: **Ja**");
        Assert.DoesNotContain("Ihre Stimme", talk.Read(Talk.Board), StringComparison.Ordinal);
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
    }

    [Fact]
    public async Task Command_WithASlowConnector_IsAnswered200AndFollows()
    {
        await using var talk = await Talk.StartAsync();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        talk.Connector.BeforeCall = () => open.Task;
        var asked = talk.SendAsync(talk.Complete(new JsonObject { ["type"] = "message", ["text"] = "Hilfe" }, "amina", null).ToJsonString());
        await PassAsync(talk);

        using var response = await asked;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(0, talk.Connector.Count);
        open.SetResult();
        await talk.SettleAsync();
        Assert.Equal(1, talk.Connector.Count);
    }

    [Fact]
    public async Task Refresh_OnASlowStore_AsksTheClientToComeAgainAndTellsNobody()
    {
        await using var talk = await BoardVotesAsync();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        talk.Faults.BeforeRead = () => open.Task;
        var refresh = talk.NewestCard(Talk.Board).GetProperty("refresh").GetProperty("action");
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = JsonNode.Parse(refresh.GetRawText()), ["trigger"] = "automatic" },
        };
        var traffic = talk.Traffic;
        var asked = talk.SendAsync(talk.Complete(invoke, "amina", Talk.Board).ToJsonString());
        await PassAsync(talk);

        using var response = await asked;

        Assert.Contains("\"statusCode\":429", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        open.SetResult();
        await talk.SettleAsync();
        Assert.Equal(traffic, talk.Traffic);
    }

    private static async Task<Talk> BoardVotesAsync()
    {
        var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.AppliesAsync("Verein Brücke");
        return talk;
    }

    private static TaskCompletionSource SlowStore(Talk talk, string slow)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        talk.Faults.BeforeWrite = table => table == slow ? open.Task : Task.CompletedTask;
        return open;
    }

    /// <summary>Presses [Ja], without waiting for what follows.</summary>
    /// <returns>What the client shows.</returns>
    private static async Task<string?> PressAsync(Talk talk, string who, string? where)
    {
        var message = talk.Connector.In(where ?? Talk.Personal(who)).Last(shown => CardReading.Words(shown.Content).Contains("Enthaltung", StringComparison.Ordinal));
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = message.Id,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ballot.vote", ["data"] = talk.DataOf(who, "Ja", where) },
                ["trigger"] = "manual",
            },
        };
        using var response = await talk.SendAsync(talk.Complete(invoke, who, where).ToJsonString());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["value"]!.ToString();
    }

    /// <summary>The turn waits; then its patience is over.</summary>
    private static async Task PassAsync(Talk talk)
    {
        await Until.TrueAsync(() => talk.Time.Waiting >= 2, TestContext.Current.CancellationToken);
        talk.Time.Now += Duration.FromTimeSpan(Longer);
    }
}
