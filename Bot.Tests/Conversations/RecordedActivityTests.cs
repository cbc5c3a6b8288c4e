using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.Fuzzing;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What the real client was recorded to send, posted to the whole bot.</summary>
public class RecordedActivityTests
{
    public static TheoryData<string> Invented => [.. SampleFiles.Named("Activities")];

    [Theory]
    [MemberData(nameof(Invented))]
    public async Task Post_InventedSample_IsAnsweredAsItsKindIs(string name)
    {
        await using var talk = await Talk.StartAsync();
        await AssertAnsweredAsync(talk, SampleFiles.Read("Activities", name), name);
    }

    [Fact]
    public async Task Post_EveryRecordedSample_IsAnsweredAsItsKindIs()
    {
        var recorded = Recorded();
        await using var talk = await Talk.StartAsync();
        foreach (var path in recorded)
        {
            await AssertAnsweredAsync(talk, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), Path.GetFileName(path));
        }

        // Whoever was recorded is nobody of the example network, and is answered all the same.
        Assert.NotEmpty(talk.Connector.In("a:personal-chat-alex"));
    }

    /// <summary>Also with each number as it was written, which comparing values would not tell.</summary>
    [Fact]
    public void Numbers_OfEveryRecordedSample_AreWrittenAsTheyCame()
    {
        foreach (var path in Recorded())
        {
            var before = File.ReadAllBytes(path);
            var after = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(before, ActivityFormat.Activity)!, ActivityFormat.Activity);
            Assert.Equal(Numbers(before).Order(StringComparer.Ordinal), Numbers(after).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("-0")]
    [InlineData("1e400")]
    [InlineData("123456789012345678901234567890.10")]
    public void Number_OfAnyForm_IsWrittenAsItCame(string number)
    {
        const string json = """{"type":"x","value":{"n":[#]},"future":#,"from":{"id":"a","future":#},"attachments":[{"contentType":"x","content":{"n":#}}]}""";
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize(json.Replace("#", number, StringComparison.Ordinal), ActivityFormat.Activity)!, ActivityFormat.Activity);

        Assert.Equal(Enumerable.Repeat(number, 4), Numbers(Encoding.UTF8.GetBytes(again)));
    }

    private static List<string> Recorded()
    {
        var recorded = Directory.GetFiles(SampleFiles.SharedOrSkip("samples"), "*.json").Where(path => Path.GetFileName(path)[0] is not '_').Order(StringComparer.Ordinal).ToList();
        Assert.True(recorded.Count >= 45, $"Only {recorded.Count} recordings.");
        return recorded;
    }

    private static async Task AssertAnsweredAsync(Talk talk, string json, string name)
    {
        using var response = await talk.SendAsync(json);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await talk.SettleAsync();
        var activity = JsonNode.Parse(json)!;
        var status = (int)response.StatusCode;
        Assert.True(FuzzVerdict.Of(status, body) is null, $"{name}: {FuzzVerdict.Of(status, body)}");
        var isOtherInvoke = activity["type"]!.GetValue<string>() == "invoke" && activity["name"]!.GetValue<string>() != "adaptiveCard/action";
        Assert.True(status == 200 || (isOtherInvoke && status is 400 or 501) || (status == 400 && activity["serviceUrl"] is null), $"{name}: {status}");
        Assert.Equal(activity["deliveryMode"]?.GetValue<string>() == "expectReplies", body.StartsWith("{\"activities\":[", StringComparison.Ordinal));
    }

    private static List<string> Numbers(byte[] json)
    {
        var numbers = new List<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                numbers.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }

        return numbers;
    }
}
