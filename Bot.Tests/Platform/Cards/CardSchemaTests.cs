using System.IO;
using System.Text.Json.Nodes;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Platform.Cards;

public class CardSchemaTests
{
    [Theory]
    [MemberData(nameof(CardSamples.Cards), MemberType = typeof(CardSamples))]
    public void Card_OfEveryKind_KeepsToTheOfficialSchema(string name) =>
        Assert.Empty(Schema().Faults(JsonNode.Parse(CardSamples.Named(name).ToJson())!));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weigth":"bolder"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","weight":"fat"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","style":"title"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Marquee","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","wrap":"yes"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","actions":[{"type":"Action.OpenUrl"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","refresh":{"action":{"type":"Action.Submit"}}}""")]
    [InlineData("""{"type":"AdaptiveCard","body":{}}""")]
    public void Faults_OfAWrongCard_AreFound(string json) => Assert.NotEmpty(Schema().Faults(JsonNode.Parse(json)!));

    private static CardSchema Schema() =>
        new(JsonNode.Parse(File.ReadAllText(SampleFiles.SharedOrSkip("specs", "adaptive-card-1.5.0.schema.json")))!.AsObject());
}
