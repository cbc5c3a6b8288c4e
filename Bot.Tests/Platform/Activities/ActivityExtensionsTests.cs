using System;
using System.Linq;
using Bot.Platform.Activities;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ActivityExtensionsTests
{
    [Theory]
    [InlineData("<at>Bot</at> Hilfe", "Hilfe")]
    [InlineData("<AT>bot</AT> Hilfe <at>Bot</at>", "Hilfe")]
    [InlineData("<at>Bot</at>&nbsp;Hilfe", "Hilfe")]
    [InlineData("<at>Bot</at>\u00A0Hilfe\u00A0bitte", "Hilfe bitte")]
    [InlineData("frag <at>Ben</at>, <at>Bot</at>", "frag <at>Ben</at>,")]
    [InlineData("<at>Bot</at>", "")]
    [InlineData("  Hilfe\n", "Hilfe")]
    [InlineData(null, "")]
    public void RemoveRecipientMention_OfBotAndOthers_RemovesOnlyTheBots(string? text, string expected)
    {
        var activity = new Activity
        {
            Text = text,
            Recipient = new ChannelAccount { Id = "28:bot" },
            Entities =
            [
                new Entity { Type = "clientInfo", Text = "Hilfe", Mentioned = new ChannelAccount { Id = "28:bot" } },
                new Entity { Type = "mention", Text = "<at>Ben</at>", Mentioned = new ChannelAccount { Id = "29:ben" } },
                new Entity { Type = "mention", Text = "", Mentioned = new ChannelAccount { Id = "28:bot" } },
                new Entity { Type = "mention", Text = "<at>Bot</at>", Mentioned = new ChannelAccount { Id = "28:bot" } },
            ],
        };

        Assert.Equal(expected, activity.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("e", "Hilfe bitte")]
    [InlineData("Hilfe", "Hilfe bitte")]
    [InlineData("", "Hilfe bitte")]
    [InlineData(" ", "Hilfe bitte")]
    [InlineData("<at>", "Hilfe bitte")]
    [InlineData("</at>", "Hilfe bitte")]
    [InlineData("(.*)+[", "Hilfe bitte")]
    public void RemoveRecipientMention_EntityThatIsNoMention_TakesNothingApart(string claimed, string text) =>
        Assert.Equal(text, With("Hilfe bitte", Mention("28:bot", claimed)).RemoveRecipientMention());

    [Theory]
    [InlineData("<at>B.t (x|y)* $1</at> Hilfe", "<at>B.t (x|y)* $1</at>", "Hilfe")]
    [InlineData("<at>Bxt</at> Hilfe", "<at>B.t</at>", "<at>Bxt</at> Hilfe")]
    [InlineData("<at id=\"0\">Bot</at> Hilfe", "<at id=\"0\">Bot</at>", "Hilfe")]
    [InlineData("<at>x <at>Bot</at> Hilfe", "<at>Bot</at>", "<at>x  Hilfe")]
    [InlineData("Hilfe <at>Bot", "<at>Bot</at>", "Hilfe <at>Bot")]
    [InlineData("</at> Hilfe </at>", "<at>Bot</at>", "</at> Hilfe </at>")]
    public void RemoveRecipientMention_NameWithAnyCharacters_IsTakenLiterally(string text, string mention, string left) =>
        Assert.Equal(left, With(text, Mention("28:bot", mention)).RemoveRecipientMention());

    [Fact]
    public void RemoveRecipientMention_SomebodyNamedLikeTheBot_IsNotTheBot() =>
        Assert.Equal("<at>Bot</at> Hilfe", With("<at>Bot</at> Hilfe", Mention("29:mallory", "<at>Bot</at>")).RemoveRecipientMention());

    [Theory]
    [InlineData("Müller &amp; Söhne", "Müller & Söhne")]
    [InlineData("a &lt;b&gt; c", "a <b> c")]
    [InlineData("&lt;at&gt;Bot&lt;/at&gt; Hilfe", "<at>Bot</at> Hilfe")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("M&uuml;ller&nbsp;&#x26;&#38;", "Müller &&")]
    [InlineData("&#xD800;&nope;&", "&#xD800;&nope;&")]
    public void RemoveRecipientMention_CharactersByTheirNames_AreThoseCharacters(string text, string read) =>
        Assert.Equal(read, With(text, Mention("28:bot", "<at>Bot</at>")).RemoveRecipientMention());

    [Fact]
    public void RemoveRecipientMention_ThousandsOfMentions_WalksThroughTheTextOnce()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => "<at>" + i + "</at>")) + "Hilfe";
        var mentions = Enumerable.Range(0, 20_000).Select(i => Mention("28:bot", "<at>" + i + "</at>")).ToArray();
        var began = TimeProvider.System.GetTimestamp();

        Assert.Equal("Hilfe", With(text, mentions).RemoveRecipientMention());
        // Once through is some 10 ms; once for each mention would be a minute.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    private static Activity With(string text, params Entity[] entities) => new() { Text = text, Recipient = new ChannelAccount { Id = "28:bot" }, Entities = entities };

    private static Entity Mention(string id, string text) => new() { Type = "mention", Text = text, Mentioned = new ChannelAccount { Id = id } };

    [Fact]
    public void RemoveRecipientMention_MentionWithoutId_IsNotTheBots()
    {
        var activity = new Activity { Text = "<at>x</at> y", Entities = [new Entity { Type = "mention", Text = "<at>x</at>" }] };

        Assert.Equal("<at>x</at> y", activity.RemoveRecipientMention());
    }

    [Fact]
    public void TenantId_OfChannelDataAndConversation_PrefersChannelData()
    {
        var conversation = new ConversationAccount { TenantId = "c" };

        Assert.Equal("d", new Activity { Conversation = conversation, ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = "d" } } }.TenantId());
        Assert.Equal("c", new Activity { Conversation = conversation, ChannelData = new TeamsChannelData() }.TenantId());
        Assert.Null(new Activity().TenantId());
    }

    [Fact]
    public void ReaderLocale_ActivityOrClient_FirstThatSays()
    {
        Entity[] client = [new Entity { Type = "mention", Locale = "fr" }, new Entity { Type = "clientInfo", Locale = "de-DE", Timezone = "Europe/Berlin" }];

        Assert.Equal("en-GB", new Activity { Locale = "en-GB", Entities = client }.ReaderLocale());
        Assert.Equal("de-DE", new Activity { Locale = "", Entities = client }.ReaderLocale());
        Assert.Equal("Europe/Berlin", new Activity { Entities = client }.ReaderTimezone());
        Assert.Null(new Activity().ReaderLocale());
        Assert.Null(new Activity { Locale = new string('d', 36) }.ReaderLocale());
        Assert.Equal("de-DE", new Activity { Locale = "en<script>", Entities = client }.ReaderLocale());
    }

    [Fact]
    public void SentAt_TimeOrNonsense_TimeOrNull()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 17, 3, 4, 500, TimeSpan.Zero), new Activity { Timestamp = "2026-11-24T17:03:04.5Z" }.SentAt());
        Assert.Null(new Activity { Timestamp = "gestern" }.SentAt());
        Assert.Null(new Activity().SentAt());
    }

    [Theory]
    [InlineData("19:x@thread.tacv2;messageid=1481567603816", "19:x@thread.tacv2", "1481567603816")]
    [InlineData("19:x@thread.tacv2", "19:x@thread.tacv2", null)]
    [InlineData("a:1", "a:1", null)]
    [InlineData("19:x@thread.tacv2;messageid=0", "19:x@thread.tacv2;messageid=0", null)]
    [InlineData("19:x@thread.tacv2;messageid=12x", "19:x@thread.tacv2;messageid=12x", null)]
    [InlineData(";messageid=1", ";messageid=1", null)]
    [InlineData("", "", null)]
    public void ChannelThread_OfConversationId_SplitsAndJoins(string id, string channel, string? root)
    {
        var thread = ChannelThread.Of(id);

        Assert.Equal(channel, thread.ChannelId);
        Assert.Equal(root, thread.RootId);
        Assert.Equal(id, thread.ConversationId);
    }
}
