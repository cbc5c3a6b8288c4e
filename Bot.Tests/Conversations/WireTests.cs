using System;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What clients really send: greetings in any order, empty and endless texts, old buttons, other bots.</summary>
public class WireTests
{
    private const string BotId = "28:22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData("CI")]
    [InlineData("IC")]
    [InlineData("CCIIC")]
    [InlineData("I")]
    [InlineData("C")]
    public async Task Greet_UpdatesInAnyOrderAndRepeated_OncePerConversation(string order)
    {
        await using var talk = await Talk.StartAsync();
        foreach (var where in new[] { null, Talk.Board, Talk.Plenary })
        {
            foreach (var kind in order)
            {
                await talk.PostAsync(kind == 'C' ? Added(BotId) : new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, "amina", where);
            }

            Assert.Equal(1, talk.CountOf(where ?? Talk.Personal("amina"), "Guten Tag!"));
        }

        await talk.RestartAsync();
        await talk.PostAsync(Added(BotId), "amina", null);
        Assert.Equal(1, talk.HeardBy("amina", "Guten Tag!"));
        talk.Shows(Talk.Board, "Ich bin der Bot für **Beirat**.");
    }

    [Fact]
    public async Task Greet_SomebodyElseWasAdded_SaysNothing()
    {
        await using var talk = await Talk.StartAsync();
        await talk.PostAsync(Added("29:dao"), "amina", Talk.Board);
        Assert.Equal(0, talk.Connector.Count);
    }

    [Fact]
    public async Task Greet_UpdateWithoutSender_IsAnswered()
    {
        await using var talk = await Talk.StartAsync();
        var activity = talk.Complete(Added(BotId), "amina", null);
        activity.Remove("from");
        using var response = await talk.SendAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, talk.HeardBy("amina", "Guten Tag!"));
    }

    [Fact]
    public async Task Greet_RemovedAgain_IsNoLongerWrittenTo()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.PostAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" }, "amina", null);
        await talk.PostAsync(
            new JsonObject { ["type"] = "conversationUpdate", ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = BotId }) }, "amina", null);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Equal((0, 1), (talk.HeardBy("amina", "eingeladen"), talk.CountOf(Talk.Board, "eingeladen")));
    }

    [Theory]
    [InlineData("de-DE", "Hier ist noch kein Bündnis eingerichtet.")]
    [InlineData("en-US", "No alliance is set up here yet.")]
    public async Task Message_FromAnUnknownTenant_SaysSo(string locale, string said)
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = locale;
        foreach (var type in new[] { "message", "invoke" })
        {
            var activity = talk.Complete(new JsonObject { ["type"] = type, ["text"] = "Mitglieder" }, "amina", null);
            activity["name"] = "adaptiveCard/action";
            activity["value"] = type == "invoke" ? new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "x" } } : null;
            activity["conversation"]!["tenantId"] = "99999999-0000-0000-0000-000000000000";
            activity["channelData"]!["tenant"]!["id"] = "99999999-0000-0000-0000-000000000000";
            using var response = await talk.SendAsync(activity.ToJsonString());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(said, type == "invoke" ? Regex.Unescape(body) : talk.LastFor("amina"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\u0007\u001b")]
    [InlineData("\u200b")]
    [InlineData("\u00a0")]
    public async Task Message_Empty_SaysWhatToDo(string text)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", text);
        Assert.Matches("^(Ich höre\\. Schreiben Sie zum Beispiel|Das habe ich leider nicht verstanden)", talk.LastFor("amina"));
        Assert.Equal(3, talk.Buttons(Talk.Personal("amina")).Length);
        await talk.SaysAsync("amina", text, Talk.Board);
        Assert.Single(talk.Connector.In(Talk.Board));
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    [InlineData(100_000, true)]
    public async Task Message_VeryLong_IsAnsweredShortly(int length, bool isTooLong)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", string.Concat(Enumerable.Repeat("Beirat am 14. Januar ", length / 20 + 1))[..length].Replace(' ', '_'));
        talk.Hears("katrin", isTooLong ? "Das ist mir zu lang (mehr als 2000 Zeichen). Bitte kürzer fassen." : "Das habe ich leider nicht verstanden.");
    }

    [Fact]
    public async Task Message_MoreThanTheBodyLimit_Is413()
    {
        await using var talk = await Talk.StartAsync();
        using var response = await talk.SendAsync(talk.Complete(new JsonObject { ["type"] = "message", ["text"] = new string('x', 300_000) }, "amina", null).ToJsonString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\",\"text\":\"x\"}")]
    public async Task Body_Malformed_Is400(string body)
    {
        await using var talk = await Talk.StartAsync();
        using var response = await talk.SendAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task Activity_WithoutSender_Is400(string type)
    {
        await using var talk = await Talk.StartAsync();
        var activity = talk.Complete(new JsonObject { ["type"] = type, ["text"] = "Hilfe" }, "amina", null);
        activity.Remove("from");
        using var response = await talk.SendAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, talk.Connector.Count);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public async Task Activity_OfAnotherKind_IsIgnored(string type)
    {
        await using var talk = await Talk.StartAsync();
        await talk.PostAsync(new JsonObject { ["type"] = type, ["text"] = "Hilfe" }, "amina", null);
        Assert.Equal(0, talk.Connector.Count);
    }

    [Theory]
    [InlineData("29:amina", "bot")]
    [InlineData("28:33333333-3333-3333-3333-333333333333", null)]
    [InlineData(BotId, null)]
    public async Task Message_FromAnotherBot_IsIgnored(string id, string? role)
    {
        await using var talk = await Talk.StartAsync();
        var activity = talk.Complete(new JsonObject { ["type"] = "message", ["text"] = "Hilfe" }, "amina", null);
        activity["from"]!["id"] = id;
        activity["from"]!["role"] = role;
        using var response = await talk.SendAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, talk.Connector.Count);
    }

    [Fact]
    public async Task Button_OfAnUnknownVerb_SaysSo()
    {
        await using var talk = await Talk.StartAsync();
        foreach (var verb in new[] { "task.give", "", "ballot.vote " })
        {
            Assert.Equal("Dieser Knopf gehört zu einer anderen Version des Bots. Bitte schreiben Sie „Hilfe“.", await talk.PressAsync("amina", verb, []));
        }

        Assert.Contains("Dieser Knopf", await talk.PressAsync("amina", "command.run", new JsonObject { ["command"] = "no.such" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_SubmittedAsAMessage_WorksAsInOlderClients()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.AppliesAsync("Verein Brücke");
        var vote = talk.DataOf("amina", "Ja");
        vote["verb"] = "ballot.vote";
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["value"] = vote }, "amina", null);
        talk.Hears("amina", "Danke, Ihre Stimme ist gezählt.");
        talk.Shows(Talk.Board, "1 von 3 haben abgestimmt.");
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["value"] = new JsonObject { ["verb"] = "nonsense" } }, "amina", null);
        talk.Hears("amina", "Dieser Knopf gehört zu einer anderen Version des Bots.");
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["value"] = JsonNode.Parse("[1,{}]") }, "amina", null);
        talk.Hears("amina", "Ich höre.");
    }

    [Theory]
    [InlineData("…")]
    [InlineData("„Beirat“")]
    [InlineData("!!!")]
    public async Task Message_BeginningWithPunctuation_IsNotTakenForACryForHelp(string text)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", text);
        talk.Hears("amina", "Das habe ich leider nicht verstanden.");
    }

    [Fact]
    public async Task Command_Everything_AnswersInRoomsAndForGuestsInBothLanguages()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "fremd");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.AppliesAsync("Verein Brücke");
        foreach (var locale in new[] { "de-DE", "en-GB", "fr-FR", "xx" })
        {
            talk.Locale = locale;
            var reader = Reader.For(locale);
            foreach (var entry in CommandTable.All)
            {
                foreach (var (who, where) in new[] { ("katrin", null), ("amina", null), ("amina", Talk.Board), ("amina", Talk.Plenary), ("fremd", null), ("fremd", Talk.Plenary) })
                {
                    var conversation = where ?? Talk.Personal(who);
                    var before = talk.Connector.In(conversation).Count;
                    await talk.SaysAsync(who, Messages.Get(reader, entry.Title), where);
                    Assert.True(talk.Connector.In(conversation).Count > before, $"No answer to {entry.Name} of {who} in {locale}.");
                    Assert.DoesNotContain(locale == "en-GB" ? "I did not understand" : "leider nicht verstanden", talk.Last(conversation), StringComparison.Ordinal);
                }
            }

            await talk.AfterAsync(Duration.FromMinutes(1));
        }
    }

    private static JsonObject Added(string id) => new()
    {
        ["type"] = "conversationUpdate",
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:zora" }, new JsonObject { ["id"] = id }),
    };
}
