using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Bot.Tests.Platform.Activities;

/// <summary>What the reader takes and what it refuses; what the web server does about connections is tried over sockets elsewhere.</summary>
public class ActivityReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_BodyThatTrickles_Is408WhenItsTimeIsOver()
    {
        var (time, pipe) = (new HeldTimers(), new Pipe());
        var context = Context(pipe.Reader);
        var reading = new ActivityReader(time).ReadAsync(context.Request, Cancellation).AsTask();
        foreach (var piece in "{\"type\":")
        {
            await pipe.Writer.WriteAsync(new[] { (byte)piece }, Cancellation);
        }

        Assert.False(reading.IsCompleted);
        Assert.Equal([ActivityReader.LongestReading], time.Asked);
        time.GoOff();

        Assert.Equal((null, 408), await reading);
        Assert.Equal("close", context.Response.Headers.Connection);
    }

    [Fact]
    public async Task ReadAsync_BodyThatIsThere_AsksForNoTimer()
    {
        var time = new HeldTimers();
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("{\"type\":\"x\"}"u8.ToArray(), Cancellation);
        await pipe.Writer.CompleteAsync();

        Assert.Equal(0, (await new ActivityReader(time).ReadAsync(Context(pipe.Reader).Request, Cancellation)).Refusal);
        Assert.Empty(time.Asked);
    }

    [Fact]
    public async Task ReadAsync_TimerAfterItsEnd_IsNoMore()
    {
        var (time, pipe) = (new HeldTimers(), new Pipe());
        var reading = new ActivityReader(time).ReadAsync(Context(pipe.Reader).Request, Cancellation).AsTask();
        await pipe.Writer.WriteAsync("{\"type\":\"x\"}"u8.ToArray(), Cancellation);
        await pipe.Writer.CompleteAsync();
        await reading;

        Assert.Equal(0, time.Held);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(400)]
    public async Task ReadAsync_TheWebServersOwnRefusal_IsPassedOn(int status) =>
        Assert.Equal(status, await RefusalOfBrokenAsync(new BadHttpRequestException("x", status)));

    [Fact]
    public async Task ReadAsync_SenderWhoWentAway_IsNoFault()
    {
        Assert.Equal(400, await RefusalOfBrokenAsync(new IOException("reset")));
        Assert.Equal(400, await RefusalOfBrokenAsync(new OperationCanceledException()));
    }

    [Theory]
    [InlineData("gzip", 415)]
    [InlineData("br", 415)]
    [InlineData("gzip, identity", 415)]
    [InlineData("identity", 0)]
    [InlineData("Identity", 0)]
    [InlineData("", 0)]
    public async Task ReadAsync_ContentEncoding_OnlyNone(string encoding, int refusal)
    {
        var context = Context(Reader("{\"type\":\"x\"}"u8.ToArray()));
        context.Request.Headers.ContentEncoding = encoding;

        Assert.Equal(refusal, (await new ActivityReader(TimeProvider.System).ReadAsync(context.Request, Cancellation)).Refusal);
    }

    [Theory]
    [InlineData("application/json;charset=utf-8;x=y", 0)]
    [InlineData("application/json; charset=utf-8; charset=utf-16", 0)]
    [InlineData("application/json, application/json", 415)]
    [InlineData("application/vnd.x+json", 415)]
    [InlineData("text/json", 415)]
    [InlineData(";", 415)]
    public async Task ReadAsync_ContentType_OnlyJsonInUtf8(string type, int refusal)
    {
        var context = Context(Reader("{\"type\":\"x\"}"u8.ToArray()));
        context.Request.ContentType = type;

        Assert.Equal(refusal, (await new ActivityReader(TimeProvider.System).ReadAsync(context.Request, Cancellation)).Refusal);
    }

    [Theory]
    [InlineData("""{"type":"x","type":"y"}""")]
    [InlineData("""{"type":"x","from":{"id":"a","id":"b"}}""")]
    [InlineData("""{"type":"x","value":{"verb":"a","verb":"b"}}""")]
    [InlineData("""{"type":"x","value":[{"a":{"b":1,"b":2}}]}""")]
    [InlineData("""{"type":"x","future":1,"future":2}""")]
    [InlineData("""{"type":"x","value":{"a":1,"\u0061":2}}""")]
    public async Task ReadAsync_NameTwiceInAnObject_Is400(string json) => Assert.Equal(400, await RefusalAsync(json));

    [Theory]
    [InlineData("\"\\ud800\"", 400)]
    [InlineData("\"\\udc00\\ud800\"", 400)]
    [InlineData("\"x\\uD83D\"", 400)]
    [InlineData("[{\"a\":\"\\udfff\"}]", 400)]
    [InlineData("{\"\\ud800\":1}", 400)]
    [InlineData("\"\\ud83d\\ude00\"", 0)]
    [InlineData("\"\\\\ud800\"", 0)]
    [InlineData("\"\\uFFFE\\u0000\"", 0)]
    public async Task ReadAsync_HalfACharacterAnywhere_Is400(string value, int refusal)
    {
        foreach (var name in new[] { "value", "future" })
        {
            Assert.Equal(refusal, await RefusalAsync("{\"type\":\"x\",\"" + name + "\":" + value + "}"));
        }
    }

    [Theory]
    [InlineData("1e400", 0)]
    [InlineData("-1e-400", 0)]
    [InlineData("123456789012345678901234567890.5", 0)]
    [InlineData("NaN", 400)]
    [InlineData("Infinity", 400)]
    [InlineData("01", 400)]
    [InlineData("+1", 400)]
    [InlineData("0x1", 400)]
    [InlineData("1 /* x */", 400)]
    [InlineData("[1,]", 400)]
    [InlineData("'x'", 400)]
    [InlineData("\"\t\"", 400)]
    public async Task ReadAsync_Value_OnlyAsJsonWritesIt(string value, int refusal) => Assert.Equal(refusal, await RefusalAsync("{\"type\":\"x\",\"value\":" + value + "}"));

    [Fact]
    public async Task ReadAsync_OtherEncodingsAndMarks_Are400()
    {
        var json = "{\"type\":\"x\",\"value\":\"ä\"}";

        Assert.Equal(0, await RefusalAsync(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(400, await RefusalAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)]));
        Assert.Equal(400, await RefusalAsync(Encoding.Unicode.GetBytes(json)));
        Assert.Equal(400, await RefusalAsync(Encoding.Latin1.GetBytes(json)));
        Assert.Equal(400, await RefusalAsync([.. "{\"type\":\"x\",\"future\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]));
    }

    [Theory]
    [InlineData("\"type\":\"{0}\"", 64)]
    [InlineData("\"type\":\"x\",\"channelId\":\"{0}\"", 64)]
    [InlineData("\"type\":\"x\",\"serviceUrl\":\"{0}\"", 1024)]
    [InlineData("\"type\":\"x\",\"id\":\"{0}\"", 512)]
    [InlineData("\"type\":\"x\",\"recipient\":{\"id\":\"{0}\"}", 512)]
    [InlineData("\"type\":\"x\",\"from\":{\"aadObjectId\":\"{0}\"}", 512)]
    [InlineData("\"type\":\"x\",\"membersAdded\":[{\"id\":\"{0}\"}]", 512)]
    [InlineData("\"type\":\"x\",\"membersRemoved\":[{\"id\":\"{0}\"}]", 512)]
    [InlineData("\"type\":\"x\",\"conversation\":{\"tenantId\":\"{0}\"}", 64)]
    [InlineData("\"type\":\"x\",\"channelData\":{\"tenant\":{\"id\":\"{0}\"}}", 64)]
    [InlineData("\"type\":\"x\",\"channelData\":{\"team\":{\"id\":\"{0}\"}}", 512)]
    [InlineData("\"type\":\"x\",\"channelData\":{\"settings\":{\"selectedChannel\":{\"id\":\"{0}\"}}}", 512)]
    public async Task ReadAsync_WhatBecomesAKeyOrStandsInTheLog_IsShortAndVisible(string fields, int longest)
    {
        string With(string text) => "{" + fields.Replace("{0}", text, StringComparison.Ordinal) + "}";
        Assert.Equal(0, await RefusalAsync(With(new string('x', longest))));
        Assert.Equal(400, await RefusalAsync(With(new string('x', longest + 1))));
        foreach (var hidden in new[] { "a\\nb", "a\\u0000", "a\\u0085b", "a\\u2028b", "a\\u202eb", "a\\u200b", "\\ue000" })
        {
            Assert.Equal(400, await RefusalAsync(With(hidden)));
        }
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task ReadAsync_IdThatIsAStepInAPath_Is400(string id) => Assert.Equal(400, await RefusalAsync("{\"type\":\"x\",\"conversation\":{\"id\":\"" + id + "\"}}"));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a|b")]
    [InlineData("a#b")]
    [InlineData("ä")]
    public async Task ReadAsync_TenantThatIsNoKey_Is400(string id) => Assert.Equal(400, await RefusalAsync("{\"type\":\"x\",\"channelData\":{\"tenant\":{\"id\":\"" + id + "\"}}}"));

    [Theory]
    [InlineData("entities", "{\"type\":\"mention\"}")]
    [InlineData("attachments", "{\"contentType\":\"x\"}")]
    [InlineData("membersAdded", "{\"id\":\"29:x\"}")]
    public async Task ReadAsync_ThousandsOfThings_AreTakenAsLongAsTheBodyIs(string field, string item)
    {
        var fits = (ActivityReader.LongestBody - 100) / (item.Length + 1);
        string With(int count) => "{\"type\":\"x\",\"" + field + "\":[" + string.Join(',', Enumerable.Repeat(item, count)) + "]}";

        Assert.Equal(0, await RefusalAsync(With(fits)));
        Assert.Equal(413, await RefusalAsync(With(fits + 100)));
        Assert.Equal(400, await RefusalAsync(With(100).Replace("[{", "[null,{", StringComparison.Ordinal)));
    }

    private static Task<int> RefusalAsync(string json) => RefusalAsync(Encoding.UTF8.GetBytes(json));

    private static async Task<int> RefusalAsync(byte[] body) =>
        (await new ActivityReader(TimeProvider.System).ReadAsync(Context(Reader(body)).Request, Cancellation)).Refusal;

    private static async Task<int> RefusalOfBrokenAsync(Exception broken)
    {
        var pipe = new Pipe();
        await pipe.Writer.CompleteAsync(broken);
        return (await new ActivityReader(TimeProvider.System).ReadAsync(Context(pipe.Reader).Request, Cancellation)).Refusal;
    }

    private static PipeReader Reader(byte[] body) => PipeReader.Create(new MemoryStream(body));

    private static DefaultHttpContext Context(PipeReader body)
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IRequestBodyPipeFeature>(new Body(body));
        context.Request.ContentType = "application/json";
        return context;
    }

    private sealed class Body(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader => reader;
    }

    /// <summary>Timers that go off when the test says so.</summary>
    private sealed class HeldTimers : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> timers = [];

        public List<TimeSpan> Asked { get; } = [];

        public int Held => timers.Count;

        /// <summary>Over a copy: what a timer wakes may end its reading, and so clear the timers, before the call returns.</summary>
        public void GoOff() => timers.ToList().ForEach(timer => timer.Callback(timer.State));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Asked.Add(dueTime);
            timers.Add((callback, state));
            return new Timer(timers);
        }

        private sealed class Timer(List<(TimerCallback Callback, object? State)> timers) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => timers.Clear();

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
