using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Platform.Cards;
using Bot.Tests.Platform.Cards;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Xunit;

namespace Bot.Tests.Cards;

/// <summary>Holds every card the bot can send to the rules of the house and to the official schema: both languages, usual and worst words.</summary>
public class CardCatalogueTests
{
    private const int LongestSummary = 300;

    private const int ShortestFallback = 10;

    public static TheoryData<string, Writing> Scenes => new MatrixTheoryData<string, Writing>(["de", "en"], Enum.GetValues<Writing>());

    [Theory]
    [MemberData(nameof(Scenes))]
    public void EveryCard_InEveryScene_KeepsTheRulesOfTheHouse(string language, Writing writing) =>
        Faults.None(All(language, writing).SelectMany(card => CardRules.BrokenByCard(JsonOf(card)).Concat(BrokenBeside(card, writing)).Select(fault => $"{card.Name}: {fault}")));

    [Theory]
    [MemberData(nameof(Scenes))]
    public void EveryCard_InEveryScene_KeepsToTheOfficialSchema(string language, Writing writing)
    {
        var schema = CardSchemaTests.OfficialOrSkip();
        Faults.None(All(language, writing).SelectMany(card =>
            schema.Faults(TeamsExtensions.Without(JsonNode.Parse(card.Content.ToJson())!)).Select(fault => $"{card.Name}: {fault}")));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void EveryCard_InEveryScene_SurvivesWritingAndReading(string language, Writing writing) =>
        Faults.None(All(language, writing).Where(card => AdaptiveCard.FromJson(card.Content.ToJson()).ToJson() != card.Content.ToJson()).Select(card => card.Name));

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void EveryCard_ButTheOneMadeForIt_IsSentUnshortened(string language)
    {
        var note = Messages.Get(Reader.For(language), Sentence.CardShortened);
        var shortened = All(language, Writing.Heaviest).Where(card => CardReading.Words(JsonOf(card)).Contains(note, StringComparison.Ordinal));

        Assert.Equal(["shortened"], shortened.Select(card => card.Name));
    }

    [Fact]
    public void Names_OfTheCatalogue_AreUnique() =>
        Assert.Empty(All("de", Writing.Usual).GroupBy(card => card.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    internal static IReadOnlyList<Catalogued> All(string language, Writing writing) => CardCatalogue.Of(Scene.Of(writing, Reader.For(language)));

    internal static JsonElement JsonOf(Catalogued card) => JsonDocument.Parse(card.Content.ToJson()).RootElement;

    /// <summary>Rules about what goes with a card, and about what only some cards need.</summary>
    private static IEnumerable<string> BrokenBeside(Catalogued card, Writing writing)
    {
        if (card.Summary is { } summary && (string.IsNullOrWhiteSpace(summary) || summary.Length > LongestSummary))
        {
            yield return "no summary, or too long a one: " + summary;
        }

        if (writing == Writing.Usual && card.Summary is { } plain && (plain.Contains("**", StringComparison.Ordinal) || plain.Contains('\\', StringComparison.Ordinal)))
        {
            yield return "a summary with marks that a notification shows as they are: " + plain;
        }

        if (card.Content.FallbackText is not { Length: >= ShortestFallback })
        {
            yield return "a fallback text that says nothing: " + card.Content.FallbackText;
        }

        var json = JsonOf(card);
        var elements = CardReading.Elements(json).ToList();
        if (CardReading.Inputs(json).Any() && !elements.Any(element => CardReading.TextOf(element, "style") == "heading"))
        {
            yield return "a form without heading";
        }
    }
}
