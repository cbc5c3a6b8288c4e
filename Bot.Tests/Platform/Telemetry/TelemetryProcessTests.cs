using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>The real program sends what it did to a real collector's address, and does not mind when that is away.</summary>
public sealed class TelemetryProcessTests
{
    private const string Trouble = "Telemetry could not be sent";

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task Turns_WithACollector_ArriveAsSpansAndMetrics_WithoutWhoAndWhat(string protocol)
    {
        await using var collector = await OtlpReceiver.StartAsync(TestContext.Current.CancellationToken, isGrpc: protocol == "grpc");
        using var secrets = new TemporaryFolder();
        await File.WriteAllTextAsync(secrets.File("headers"), "x-key=s3cr3t\n", TestContext.Current.CancellationToken);
        await using var bot = await WatchedBot.StartAsync(
            "--Telemetry:Endpoint=" + collector.Url, "--Telemetry:Protocol=" + protocol, "--Telemetry:MetricSeconds=1", "--Telemetry:HeadersFile=" + secrets.File("headers"));

        await bot.SaysAsync("amina", "Nächste Sitzung?");
        await bot.SaysAsync("amina", "Das versteht niemand 4711");
        await bot.UntilAsync(() => collector.Spans.Count(span => span.Name == "turn message") == 2 && collector.Spans.Any(span => span.Name.StartsWith("look ", StringComparison.Ordinal))
            && collector.Points.Any(point => point.Metric == "bot.turn.duration" && point.Value == 2) && collector.Points.Any(point => point.Metric == "bot.ready" && point.Tags[Tags.Part] == "scheduler"));

        var turns = collector.Spans.Where(span => span.Name == "turn message").ToList();
        Assert.Equal(["meeting.next", "none"], turns.Select(turn => turn.Tags[Tags.Command]).Order(StringComparer.Ordinal));
        Assert.All(turns, turn => Assert.Equal((string.Empty, "answered"), (turn.Parent, turn.Tags[Tags.Outcome])));
        Assert.All(turns, turn => Assert.Contains(collector.Spans, span => span.Parent == turn.Id && span.Trace == turn.Trace && span.Tags.ContainsKey(Tags.Table)));
        Assert.All(turns, turn => Assert.Contains(collector.Spans, span => span.Parent == turn.Id && span.Name == "connector send" && span.Tags[Tags.Status] == "200"));
        Assert.Equal([Spans.SourceName], collector.Spans.Select(span => span.Source).Distinct());
        Assert.Contains(collector.Points, point => point.Metric == "db.client.operation.duration" && point.Tags[Tags.StoreSystem] == "sqlite" && point.Unit == "s");
        Assert.Contains(collector.Points, point => point.Metric == "dotnet.process.memory.working_set");
        Assert.All(collector.Resources, resource => Assert.Equal("koordinationsbot", resource["service.name"]));
        Assert.All(collector.Keys, key => Assert.Equal("s3cr3t", key));
        Assert.DoesNotContain("s3cr3t", bot.Process.Printed, StringComparison.Ordinal);
        var said = string.Join('\n', collector.Spans.SelectMany(span => span.Tags).Concat(collector.Points.SelectMany(point => point.Tags)).Select(tag => tag.Value).Distinct());
        Assert.DoesNotContain("amina", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4711", said, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("away")]
    [InlineData("refusing")]
    [InlineData("stuck")]
    public async Task Turns_WithACollectorInTrouble_AreAnswered_AndTheLogSaysItOnce(string trouble)
    {
        await using var collector = await OtlpReceiver.StartAsync(
            TestContext.Current.CancellationToken, status: trouble == "refusing" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, isStuck: trouble == "stuck");
        var address = trouble == "away" ? $"http://127.0.0.1:{NodePeers.FreePort()}" : collector.Url;
        await using var bot = await WatchedBot.StartAsync("--Telemetry:Endpoint=" + address, "--Telemetry:MetricSeconds=1", "--Logging:Console:FormatterName=json");

        await bot.SaysAsync("amina", "Nächste Sitzung?");
        await bot.UntilAsync(() => bot.Process.Printed.Contains(Trouble, StringComparison.Ordinal));
        var before = collector.Requests;
        await bot.UntilAsync(() => trouble == "away" || collector.Requests > before);
        await bot.SaysAsync("amina", "Offene Abstimmungen");

        Assert.Single(bot.Process.Printed.Split('\n'), line => line.Contains(Trouble, StringComparison.Ordinal));
        Faults.None(bot.Process.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !IsJson(line)));
    }

    /// <summary>What the collector does not take is lost; the stop is in order.</summary>
    [Fact]
    public async Task Stop_WithACollectorThatIsStuck_IsInOrder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signals.");
        await using var collector = await OtlpReceiver.StartAsync(TestContext.Current.CancellationToken, status: StatusCodes.Status200OK, isStuck: true);
        await using var bot = await WatchedBot.StartAsync("--Telemetry:Endpoint=" + collector.Url, "--Telemetry:MetricSeconds=1");
        await bot.SaysAsync("amina", "Nächste Sitzung?");
        await bot.UntilAsync(() => collector.Requests > 0);

        await bot.Process.SignalAsync("TERM");

        Assert.Equal(0, await bot.Process.EndsAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Stopping took longer", bot.Process.Printed, StringComparison.Ordinal);
    }

    private static bool IsJson(string line)
    {
        try
        {
            return JsonDocument.Parse(line).RootElement.TryGetProperty("LogLevel", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
