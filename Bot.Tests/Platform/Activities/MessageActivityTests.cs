using System;
using System.Text.Json;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class MessageActivityTests
{
    [Fact]
    public void Text_Sentence_IsPlain() =>
        Assert.Equal("""{"type":"message","text":"Grüße <b>","textFormat":"plain"}""", Write(MessageActivity.Text("Grüße <b>")));

    [Fact]
    public void Markdown_WithMention_ContainsItsTextLiterally()
    {
        var mention = Entity.Mention(new ChannelAccount { Id = "29:ada", Name = "Ada <& Co", AadObjectId = "x" });

        Assert.Equal(
            """{"type":"message","text":"Hallo <at>Ada &lt;&amp; Co</at>","textFormat":"markdown","entities":["""
            + """{"type":"mention","mentioned":{"id":"29:ada","name":"Ada <& Co"},"text":"<at>Ada &lt;&amp; Co</at>"}]}""",
            Write(MessageActivity.Markdown($"Hallo {mention.Text}", mention)));
    }

    [Fact]
    public void Card_WithSummary_HasNoText() =>
        Assert.Equal(
            """{"type":"message","textFormat":"plain","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":"""
            + new AdaptiveCard { Body = [new TextBlock { Text = "ä" }] }.ToJson()
            + """}],"summary":"Einladung"}""",
            Write(MessageActivity.Card(new AdaptiveCard { Body = [new TextBlock { Text = "ä" }] }, "Einladung")));

    [Fact]
    public void Factories_WithoutContent_Refuse()
    {
        Assert.Throws<ArgumentException>(() => MessageActivity.Text(""));
        Assert.Throws<ArgumentException>(() => MessageActivity.Markdown(""));
        Assert.Throws<ArgumentException>(() => MessageActivity.Card(new AdaptiveCard(), ""));
        Assert.Throws<ArgumentException>(() => Entity.Mention(new ChannelAccount { Name = "Ada" }));
    }

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityFormat.Activity);
}
