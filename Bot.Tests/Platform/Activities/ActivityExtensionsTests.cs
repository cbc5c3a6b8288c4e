using System;
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
