using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Platform.Cards;

public class CardSchemaTests
{
    /// <summary>Keywords of the schema that tell people something and check nothing.</summary>
    private static readonly string[] Notes =
        ["$schema", "id", "definitions", "description", "default", "example", "examples", "version", "features"];

    [Theory]
    [MemberData(nameof(CardSamples.Cards), MemberType = typeof(CardSamples))]
    public void Card_OfEveryKind_KeepsToTheOfficialSchema(string name) =>
        Assert.Empty(OfficialOrSkip().Faults(TeamsExtensions.Without(JsonNode.Parse(CardSamples.Named(name).ToJson())!)));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weigth":"bolder"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weight":"fat"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weight":"Bolder"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weight":"bolderer"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","style":"title"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Marquee","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Input.Text","label":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","wrap":"yes"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","requires":{"a":1}}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","fallback":"none"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Container","items":[{"type":"TextBlock"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"FactSet","facts":[{"title":"x"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[],"selectAction":{"type":"Action.ShowCard"}}""")]
    [InlineData("""{"type":"AdaptiveCard","actions":[{"type":"Action.OpenUrl"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","actions":[{"type":"Action.Execute","data":[1]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","refresh":{"action":{"type":"Action.Submit"}}}""")]
    [InlineData("""{"type":"AdaptiveCard","body":{}}""")]
    [InlineData("""{"type":"AdaptiveCard","colour":"red"}""")]
    public void Faults_OfAWrongCard_AreFound(string json) => Assert.NotEmpty(OfficialOrSkip().Faults(JsonNode.Parse(json)!));

    [Fact]
    public void Keywords_OfTheOfficialSchema_AreAllChecked() =>
        Assert.Empty(Keywords(JsonNode.Parse(File.ReadAllText(SchemaOrSkip()))!).Except(CardSchema.Keywords).Except(Notes));

    [Fact]
    public void Without_TeamsExtensions_LeavesWhatAButtonCarries()
    {
        var stripped = TeamsExtensions.Without(JsonNode.Parse("""{"msteams":{},"actions":[{"data":{"msteams":"x"},"conditionallyEnabled":true}]}""")!);

        Assert.Equal("""{"actions":[{"data":{"msteams":"x"}}]}""", stripped.ToJsonString());
    }

    /// <summary>The official schema; skips the calling test, visibly, where it does not lie.</summary>
    internal static CardSchema OfficialOrSkip() => new(JsonNode.Parse(File.ReadAllText(SchemaOrSkip()))!.AsObject());

    private static string SchemaOrSkip() => SampleFiles.SharedOrSkip("specs", "adaptive-card-1.5.0.schema.json");

    /// <summary>Names that stand where a schema has its keywords: not those of properties and definitions, nor what is inside examples.</summary>
    private static IEnumerable<string> Keywords(JsonNode? node, bool isNaming = false) => node switch
    {
        JsonObject fields => fields.SelectMany(field => (isNaming ? [] : new[] { field.Key })
            .Concat(field.Key is "examples" or "example" or "default" && !isNaming ? [] : Keywords(field.Value, !isNaming && field.Key is "properties" or "definitions"))),
        JsonArray items => items.SelectMany(item => Keywords(item)),
        _ => [],
    };
}
