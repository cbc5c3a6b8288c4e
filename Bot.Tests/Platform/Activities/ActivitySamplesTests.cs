using System.IO;
using System.Linq;
using System.Text.Json;
using Bot.Platform.Activities;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ActivitySamplesTests
{
    public static TheoryData<string> Invented => [.. SampleFiles.Named("Activities")];

    [Theory]
    [MemberData(nameof(Invented))]
    public void Activity_InventedSample_SurvivesReadAndWrite(string name) => AssertSurvives(SampleFiles.Read("Activities", name));

    [Fact]
    public void Activity_EveryRecordedSample_SurvivesReadAndWrite()
    {
        var recorded = Directory.GetFiles(SampleFiles.SharedOrSkip("samples"), "*.json").Where(path => Path.GetFileName(path)[0] is not '_').ToList();

        Assert.True(recorded.Count >= 45, $"Only {recorded.Count} recordings.");
        Assert.All(recorded, path => AssertSurvives(File.ReadAllText(path)));
    }

    [Fact]
    public void Activity_InventedMessage_IsReadIntoItsTypes()
    {
        var activity = Read(SampleFiles.Read("Activities", "message.json"));

        Assert.Equal(ActivityTypes.Message, activity.Type);
        Assert.Equal("29:ada", activity.From?.Id);
        Assert.Equal(ConversationTypes.Channel, activity.Conversation?.ConversationType);
        Assert.True(activity.Conversation?.IsGroup);
        Assert.Equal("Beirat", activity.ChannelData?.Channel?.Name);
        Assert.Equal("19:beirat@thread.tacv2", activity.ChannelData?.Settings?.SelectedChannel?.Id);
        Assert.Equal("TUNm", activity.ChannelData?.Meeting?.Id);
        Assert.Null(activity.Properties);
    }

    [Fact]
    public void ConversationReference_OfAMessage_SurvivesReadAndWrite()
    {
        var json = Read(SampleFiles.Read("Activities", "message.json")).GetConversationReference().ToJson();
        var again = ConversationReference.FromJson(json);

        Assert.Equal(json, again.ToJson());
        Assert.Equal("1790000000001", again.ActivityId);
        Assert.Equal("28:22222222-2222-2222-2222-222222222222", again.Bot?.Id);
        Assert.Equal("https://smba.trafficmanager.net/emea/11111111-1111-1111-1111-111111111111/", again.ServiceUrl);
        Assert.Equal("de-DE", again.Locale);
    }

    [Fact]
    public void ConversationReference_WithUnknownFields_KeepsThem()
    {
        const string json = """{"conversation":{"id":"a:1"},"serviceUrl":"https://x","future":{"a":[1]}}""";

        SampleFiles.AssertSame(json, ConversationReference.FromJson(json).ToJson());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void ConversationReference_FromNoReference_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => ConversationReference.FromJson(json));

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityFormat.Activity)!;

    private static void AssertSurvives(string json) => SampleFiles.AssertSame(json, JsonSerializer.Serialize(Read(json), ActivityFormat.Activity));
}
