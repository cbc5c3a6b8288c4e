using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Tests.Fuzzing;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Texts that pretend to be something else, typed and pressed through the whole bot.</summary>
public partial class TextTrickTests
{
    private const string BotId = "28:22222222-2222-2222-2222-222222222222";

    private static readonly string[] Conversations = [Talk.Board, Talk.Plenary, Talk.Personal("katrin"), Talk.Personal("amina"), Talk.Personal("bernd"), Talk.Personal("fremd")];

    /// <summary>Each opens some markup right before XX.</summary>
    public static TheoryData<string> Openers => ["**", "_", "[", "![", "<at>", "<b>", "<a href=x>", "`", "~~", "{{DATE(", "${", "&lt;at&gt;", "&#60;b>", "# ", "1. ", "- ", "> "];

    [Theory]
    [MemberData(nameof(Openers))]
    public async Task UserText_InEveryPlaceItIsShown_NeverBecomesMarkup(string opener)
    {
        var text = opener + "XX" + opener + "](https://evil.example)</at>";
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus: " + text);
        await talk.PressesAsync("katrin", "Ändern");
        await talk.PressesAsync("katrin", "Prüfen", null, ("place", text), ("topic", text));
        await talk.PressesAsync("katrin", "Einladen");
        await talk.SaysAsync("amina", "TOP: " + text);
        await ApplyAsync(talk, text);
        await talk.PressesAsync("katrin", "Beirat fragen");
        await talk.SaysAsync("amina", "Ja");
        await talk.EndsBallotAsync();
        await talk.SaysAsync("amina", "Tagesordnung");
        await talk.SaysAsync("amina", "Abstimmungen");
        await talk.SaysAsync("amina", text);
        await talk.EndsBallotAsync();
        await talk.SaysAsync("katrin", "Beschlüsse");
        await talk.SaysAsync("katrin", "Beirat absagen: " + text);
        await talk.PressesAsync("katrin", "Sitzung absagen", null, ("meeting", (await talk.MeetingsAsync())[0].Id.Value));

        var shown = Everywhere(talk).ToList();
        Assert.True(shown.Count(message => message.ToString().Contains("XX", StringComparison.Ordinal)) > 10);
        foreach (var message in shown)
        {
            Assert.All(MarkdownOf(message), markdown => Assert.DoesNotMatch(Markup(), markdown));
            Assert.False(message.TryGetProperty("entities", out _), "A mention was sent: " + message);
            Assert.DoesNotContain("\"msteams\":{\"entities\"", message.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain('\\', message.TryGetProperty("summary", out var summary) ? summary.GetString()! : string.Empty);
        }
    }

    [Fact]
    public async Task Text_OfAnyKindBehindAnyCommand_IsAnsweredWithoutAFault()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr online");
        await talk.AppliesAsync("Verein Brücke");
        talk.Settles = false;
        foreach (var text in Tricks.Texts.Append(new string('\uFDFA', 2000)).Append(new string('W', 2000)))
        {
            foreach (var command in new[] { string.Empty, "TOP: ", "TOP Beirat: ", "Aufnahme beantragen: ", "Beirat absagen: ", "Beschlüsse ", "Ja: ", "Abstimmung beenden: ", "Beirat am " })
            {
                foreach (var who in new[] { "katrin", "fremd" })
                {
                    var before = talk.Connector.In(Talk.Personal(who)).Count;
                    await talk.SaysAsync(who, command + text);
                    Assert.True(talk.Connector.In(Talk.Personal(who)).Count > before, $"No answer to '{command}{text}'.");
                    Assert.False(FuzzVerdict.Apologises(talk.LastFor(who)), $"A fault at '{command}{text}'.");
                }
            }

            Assert.Contains(await ApplyAsync(talk, text), ["Welche Organisation", "Danke. Der Antrag", "Für **", "Das ist"], new Beginning());
        }

        await talk.SettleAsync();
    }

    [Theory]
    [InlineData("Hil\u200Bfe")]
    [InlineData("\u202EHilfe\u202C")]
    [InlineData("\uFEFFHilfe\u2060")]
    [InlineData("H\u0335\u0336\u0337\u0338\u0339ilfe")]
    [InlineData("&#72;ilfe")]
    public async Task Command_WithWhatNobodySees_IsUnderstood(string text)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("amina", text);
        talk.Hears("amina", "Das können Sie schreiben");
    }

    [Fact]
    public async Task Name_ThatOnlyLooksLikeAnother_IsTheSame()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await ApplyAsync(talk, "Verein\u200B Bru\u0308cke\u202E");
        Assert.Equal("Verein Brücke", (await talk.RunningCaseAsync("Verein Brücke"))?.Applicant);
        Assert.StartsWith("Für **Verein Brücke** läuft bereits", await ApplyAsync(talk, "Ver\u00ADein Brücke"), StringComparison.Ordinal);

        var member = (await talk.NetworkAsync()).Network.Organizations[0].Name;
        Assert.Contains("ist bereits Mitglied", await ApplyAsync(talk, member.Insert(2, "\u200D") + "\U000E0041"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202EMallory\u202C")]
    [InlineData("Mallory<at>Katrin</at>")]
    [InlineData("Mal\r\nlory")]
    public async Task PersonsName_AsTheChannelSaysIt_IsKeptShortAndInOneLine(string name)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await ApplyAsync(talk, "Verein Brücke", name + new string('x', 40_000));
        var kept = (await talk.NetworkAsync()).Network.People.Single(person => person.Id.Value.StartsWith("p-", StringComparison.Ordinal)).Name;
        Assert.Equal(100, kept.Length);
        Assert.StartsWith("Mal", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(kept, character => char.IsControl(character) || character is '\u202E');
    }

    [Fact]
    public async Task Address_AsPlace_StaysAsItWasTyped()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr");
        await talk.PressesAsync("katrin", "Ändern");
        await talk.PressesAsync("katrin", "Prüfen", null, ("place", "https://bbb.example/raum_1?a=b&c=d"));
        await talk.PressesAsync("katrin", "Einladen");
        Assert.Contains("https://bbb.example/raum\\\\_1?a=b&c=d", talk.Connector.In(Talk.Board)[^1].Content.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("e", "29:x", "Hilfe", true)]
    [InlineData("", "28:22222222-2222-2222-2222-222222222222", "Hilfe", true)]
    [InlineData("e", "28:22222222-2222-2222-2222-222222222222", "Hilfe", true)]
    [InlineData("Hilfe", "28:22222222-2222-2222-2222-222222222222", "Hilfe", true)]
    [InlineData("<at>.*</at>", "28:22222222-2222-2222-2222-222222222222", "<at>.*</at> Hilfe", true)]
    [InlineData("<at>Koordinationsbot</at>", "29:mallory", "<at>Koordinationsbot</at> Hilfe", false)]
    [InlineData("<at>Koordinationsbot</at>", "28:33333333-3333-3333-3333-333333333333", "<at>Koordinationsbot</at> Hilfe", false)]
    public async Task Mention_ThatIsNotWhatItSays_TakesNoCommandApart(string claimed, string id, string text, bool isUnderstood)
    {
        await using var talk = await Talk.StartAsync();
        var mention = new JsonObject { ["type"] = "mention", ["text"] = claimed, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "Koordinationsbot" } };
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["entities"] = new JsonArray(mention) }, "amina", Talk.Board);
        talk.Shows(Talk.Board, isUnderstood ? "Das können Sie schreiben" : "leider nicht verstanden");
    }

    [Fact]
    public async Task Mentions_ByTheThousand_AreAnsweredLikeOne()
    {
        await using var talk = await Talk.StartAsync();
        var mentions = Enumerable.Range(0, 1500).Select(i => new JsonObject { ["type"] = "mention", ["text"] = $"<at>{i}</at>", ["mentioned"] = new JsonObject { ["id"] = BotId } });
        var text = string.Concat(Enumerable.Range(0, 1500).Select(i => $"<at>{i}</at>")) + " Hilfe";
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["entities"] = new JsonArray([.. mentions]) }, "amina", Talk.Board);
        talk.Shows(Talk.Board, "Das können Sie schreiben");
    }

    /// <summary>Somebody the network does not know, or a coordinator, hands an application in by a card.</summary>
    private static async Task<string> ApplyAsync(Talk talk, string applicant, string name = "Samira")
    {
        var activity = talk.Complete(
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "admission.apply", ["data"] = new JsonObject { ["applicant"] = applicant } } },
            },
            "fremd",
            null);
        activity["from"]!["name"] = name;
        using var response = await talk.SendAsync(activity.ToJsonString());
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, body.RootElement.GetProperty("statusCode").GetInt32());
        await (talk.Settles ? talk.SettleAsync() : Task.CompletedTask);
        var value = body.RootElement.GetProperty("value");
        var words = CardReading.Words(value).Split('\n').First(line => line.Length > 0);
        return value.TryGetProperty("body", out var elements) && CardReading.Inputs(value).Any() ? elements[1].GetProperty("text").GetString()!.Replace("\\", string.Empty, StringComparison.Ordinal) : words;
    }

    private static IEnumerable<JsonElement> Everywhere(Talk talk) =>
        Conversations.SelectMany(talk.Connector.In).Select(message => message.Content);

    /// <summary>Every text of a message that a client reads as Markdown.</summary>
    private static IEnumerable<string> MarkdownOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(MarkdownOf);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var isText = element.TryGetProperty("type", out var type) && type.GetString() is "TextBlock"
            || (element.TryGetProperty("textFormat", out var format) && format.GetString() == "markdown");
        var own = isText && element.TryGetProperty("text", out var text) ? [text.GetString()!] : Array.Empty<string>();
        var facts = element.TryGetProperty("facts", out var list) ? list.EnumerateArray().SelectMany(fact => new[] { fact.GetProperty("title").GetString()!, fact.GetProperty("value").GetString()! }) : [];
        return own.Concat(facts).Concat(element.EnumerateObject().Where(property => property.Name is not ("data" or "facts")).SelectMany(property => MarkdownOf(property.Value)));
    }

    /// <summary>Markup right before XX that is not escaped. Two stars are also the bot's own, which closes and opens them around the whole name.</summary>
    [GeneratedRegex(@"(?<!\\)(\*\*\*\*|[_\[<`~]|\]\(|\{|&(lt|#60);)(at>|b>|a href=x>|DATE\()?XX|(?<!\\)\*\*XX\*\*\]|XX[^\n]*(?<!\\)\]\(|^(#|1\.|-|>) XX|(?<!\\)</at>", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Markup();

    /// <summary>Whether one text begins with the other.</summary>
    private sealed class Beginning : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x!.StartsWith(y!, StringComparison.Ordinal) || y!.StartsWith(x, StringComparison.Ordinal);

        public int GetHashCode(string text) => 0;
    }
}
