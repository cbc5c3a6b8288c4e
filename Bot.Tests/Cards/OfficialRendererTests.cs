using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Cards;

/// <summary>Draws every card with the official JavaScript renderer and the host configuration of Teams, and reads what stands there.</summary>
public partial class OfficialRendererTests
{
    /// <summary>Width of a card on a telephone, in points.</summary>
    private const int Telephone = 320;

    /// <summary>What the bot's cards consist of in a page. Anything else would be markup that somebody has typed.</summary>
    private static readonly string[] Expected =
        ["div", "p", "span", "button", "input", "select", "option", "label", "strong", "ol", "ul", "li", "table", "tr", "td", "tbody", "textarea", "br", "fieldset", "legend"];

    public static TheoryData<string, string, Writing> Scenes => new()
    {
        { "de", "light", Writing.Usual },
        { "en", "dark", Writing.Usual },
        { "de", "dark", Writing.Markup },
        { "en", "light", Writing.Markup },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task EveryCard_DrawnOnATelephone_ShowsAllItsWordsAndNothingElse(string language, string theme, Writing writing)
    {
        await using var page = await CardPage.OpenAsync(HostConfigOrSkip(theme), Telephone);
        var faults = new List<string>();
        foreach (var card in CardCatalogueTests.All(language, writing))
        {
            var drawn = await page.DrawAsync(card.Content.ToJson());
            faults.AddRange(Wrong(card, drawn).Concat(await UnnamedAsync(page, card)).Select(fault => $"{card.Name}: {fault}"));
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Draw_ACardOfAnotherKind_IsFoundFault()
    {
        const string card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Marquee","text":"x"},{"type":"TextBlock","text":"[x](https://evil.example) **y**"}]}""";
        await using var page = await CardPage.OpenAsync(HostConfigOrSkip("light"), Telephone);

        var drawn = await page.DrawAsync(card);

        Assert.Contains(drawn.Said, said => said.Contains("Marquee", StringComparison.Ordinal));
        Assert.Contains("a", drawn.Tags.Except(Expected));
    }

    /// <summary>Fields that screen readers cannot tell what they are for.</summary>
    private static async Task<IReadOnlyList<string>> UnnamedAsync(CardPage page, Catalogued card)
    {
        var unnamed = new List<string>();
        foreach (var label in CardReading.Inputs(CardCatalogueTests.JsonOf(card)).Select(input => CardReading.TextOf(input, "label") is { Length: > 0 } label ? label : PlainText.Of(CardReading.TextOf(input, "title"))))
        {
            if (await page.CountFieldsAsync(label) == 0)
            {
                unnamed.Add($"no field is called “{label}” for screen readers");
            }
        }

        return unnamed;
    }

    internal static string HostConfigOrSkip(string theme) => File.ReadAllText(SampleFiles.SharedOrSkip("specs", $"teams-host-config-{theme}.json"));

    private static IEnumerable<string> Wrong(Catalogued card, DrawnCard drawn)
    {
        foreach (var said in drawn.Said)
        {
            yield return "the renderer says: " + said;
        }

        foreach (var tag in drawn.Tags.Except(Expected))
        {
            yield return $"there is a <{tag}>";
        }

        if (drawn.Wide > 0)
        {
            yield return $"{drawn.Wide} points too wide";
        }

        foreach (var cut in drawn.Cut)
        {
            yield return "cut: " + cut;
        }

        var shown = OneLine(drawn.Text);
        var texts = Texts(CardCatalogueTests.JsonOf(card)).ToList();
        foreach (var lost in texts.SelectMany(text => text.Markdown ? Lines(text.Text) : [text.Text]).Select(OneLine).Where(line => !shown.Contains(line, StringComparison.Ordinal)))
        {
            yield return "not shown: " + lost;
        }

        var bold = texts.Where(text => text.Markdown).Sum(text => Bold().Count(text.Text));
        if (drawn.Tags.Count(tag => tag == "strong") != bold)
        {
            yield return $"bold in {drawn.Tags.Count(tag => tag == "strong")} places, meant in {bold}";
        }
    }

    /// <summary>What a person must be able to read, and whether it is Markdown; what stands behind the three dots is not.</summary>
    private static IEnumerable<(string Text, bool Markdown)> Texts(JsonElement card) => CardReading.Elements(card).SelectMany(element =>
        CardReading.TextOf(element, "type") switch
        {
            "TextBlock" => [(CardReading.TextOf(element, "text"), true)],
            "FactSet" => element.GetProperty("facts").EnumerateArray().SelectMany(fact => new[] { (CardReading.TextOf(fact, "title"), true), (CardReading.TextOf(fact, "value"), true) }),
            // What is filtered while one types is listed only then; what is chosen stands in the field itself.
            "Input.ChoiceSet" when CardReading.TextOf(element, "style") == "filtered" => [(CardReading.TextOf(element, "label"), false)],
            "Input.ChoiceSet" => element.GetProperty("choices").EnumerateArray().Select(choice => (CardReading.TextOf(choice, "title"), IsOfBoxes(element))).Append((CardReading.TextOf(element, "label"), false)),
            "Input.Toggle" => [(CardReading.TextOf(element, "label"), false), (CardReading.TextOf(element, "title"), true)],
            var type when type.StartsWith("Input.", StringComparison.Ordinal) => [(CardReading.TextOf(element, "label"), false)],
            var type when type.StartsWith("Action.", StringComparison.Ordinal) && CardReading.TextOf(element, "mode") != "secondary" => [(CardReading.TextOf(element, "title"), false)],
            _ => Enumerable.Empty<(string, bool)>(),
        });

    /// <summary>Whether the choices are radio buttons or boxes, whose titles the renderer takes for Markdown.</summary>
    private static bool IsOfBoxes(JsonElement element) => CardReading.TextOf(element, "style") == "expanded" || (element.TryGetProperty("isMultiSelect", out var isMulti) && isMulti.GetBoolean());

    /// <summary>The lines of a Markdown text as they read; the marks of a list are drawn by the browser and are no text.</summary>
    private static IEnumerable<string> Lines(string markdown) => markdown.Split('\n').Select(line => PlainText.Of(ListMark().Replace(line, string.Empty)));

    private static string OneLine(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(\d+\.|-) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListMark();

    /// <summary>Pairs of asterisks that no backslash takes the meaning from.</summary>
    [GeneratedRegex(@"(?<!\\)\*\*(\\.|[^*\\])+\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();
}
