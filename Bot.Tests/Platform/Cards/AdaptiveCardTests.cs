using System.Collections.Generic;
using Bot.Platform.Cards;
using Xunit;

namespace Bot.Tests.Platform.Cards;

public class AdaptiveCardTests
{
    [Fact]
    public void ToJson_SmallCard_IsWhatTheSchemaSays()
    {
        var card = new AdaptiveCard
        {
            Body = [new TextBlock { Text = "Nächste Sitzung", Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading }],
            Actions = [new ExecuteAction { Title = "Ja", Verb = "admission.vote", Data = new Dictionary<string, string> { ["option"] = "yes" } }],
            Lang = "de",
            MsTeams = MsTeams.FullWidth,
        };

        Assert.Equal(
            """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":["""
            + """{"type":"TextBlock","text":"Nächste Sitzung","wrap":true,"weight":"bolder","style":"heading"}],"actions":["""
            + """{"type":"Action.Execute","verb":"admission.vote","data":{"option":"yes"},"title":"Ja"}],"lang":"de","msteams":{"width":"Full"}}""",
            card.ToJson());
    }

    [Fact]
    public void ToJson_Refresh_NamesTheKindOfItsAction()
    {
        var card = new AdaptiveCard { Refresh = new RefreshCard { Action = new ExecuteAction { Verb = "ballot.show" }, UserIds = [] } };

        Assert.Contains(
            "\"refresh\":{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"ballot.show\",\"data\":{}},\"userIds\":[]}", card.ToJson(), System.StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CardSamples.Cards), MemberType = typeof(CardSamples))]
    public void FromJson_WhatToJsonWrote_IsTheSameCard(string name)
    {
        var json = CardSamples.Named(name).ToJson();

        Assert.Equal(json, AdaptiveCard.FromJson(json).ToJson());
    }

    [Fact]
    public void SizeInBytes_Umlaut_CountsAsTwo()
    {
        var ascii = new AdaptiveCard { FallbackText = "a" };

        Assert.Equal(ascii.SizeInBytes + 1, (ascii with { FallbackText = "ä" }).SizeInBytes);
    }

    [Theory]
    [InlineData("Ada Förster", "Ada Förster")]
    [InlineData("Ada <b> *x* [y]", "Ada  b   x   y")]
    [InlineData("", "")]
    public void MentionOf_Name_HoldsNoMarkup(string name, string shown)
    {
        var mention = CardMention.Of("29:ada", name);

        Assert.Equal($"<at>{shown}</at>", mention.Text);
        Assert.Equal(new MentionedPerson("29:ada", shown), mention.Mentioned);
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"x","fallback":"none"}""")]
    [InlineData("""{"type":"TextBlock","text":"x","fallback":1}""")]
    [InlineData("""{"type":"TextBlock","text":"x","fallback":{"type":"Marquee"}}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","targetElements":[1]}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","targetElements":[{"isVisible":true}]}]}""")]
    [InlineData("""{"type":"Container","items":[],"selectAction":{"type":"Action.ShowCard","card":{"type":"AdaptiveCard"}}}""")]
    public void FromJson_WordOrKindTheSchemaDoesNotHave_IsRefused(string element) =>
        Assert.Throws<System.Text.Json.JsonException>(() => AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","body":[{{element}}]}"""));

    [Fact]
    public void FromJson_UnknownElement_IsRefused() =>
        Assert.Throws<System.Text.Json.JsonException>(() => AdaptiveCard.FromJson("""{"type":"AdaptiveCard","body":[{"type":"Marquee"}]}"""));
}
