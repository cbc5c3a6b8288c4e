using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Checkup;
using Bot.Platform.Scheduling;
using Bot.Platform.Telemetry;
using Bot.Tests.Platform.Activities;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>What <c>check</c> finds of ports, collector, database and settings, how it ends, and that it tells no secret.</summary>
public sealed class SurroundingsCheckupTests : CheckTests
{
    private const string Secret = "s3cret-of-mine";

    [Fact]
    public async Task Port_Free_Taken_AndOurs_AreToldApart()
    {
        var free = NodePeers.FreePort();
        await using var stranger = await LoopbackServer.StartAsync(404);
        await using var bot = await LoopbackServer.StartAsync(200, """{"live":true}""");

        var found = await Scene.RunAsync($"--urls=http://*:{free};http://localhost:{new Uri(stranger.Url).Port};{bot.Url}");

        found.Says("ok", "Port", $"{free} is free");
        found.Says("WRONG", "Port", $"{new Uri(stranger.Url).Port} belongs to another program");
        found.Says("ok", "Port", $"a bot runs on {new Uri(bot.Url).Port} already");
        Assert.Equal(1, found.Code);
    }

    [Theory]
    [InlineData(200, "Fine CheckupTelemetryFine")]
    [InlineData(401, "Warning CheckupTelemetryRefused")]
    public async Task Collector_ThatAnswers_IsSentNothing(int status, string finding)
    {
        await using var collector = await LoopbackServer.StartAsync(status);

        Assert.Equal(finding, await CollectorAsync(new TelemetryOptions { Endpoint = new Uri(collector.Url) }));
        Assert.Equal(("POST", "/v1/traces", string.Empty), (collector.Single.Method, collector.Single.Target, collector.Single.Body));
    }

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task Collector_WhereNobodyListens_IsAWarning(string protocol) =>
        Assert.Equal("Warning CheckupTelemetryAway", await CollectorAsync(new TelemetryOptions { Endpoint = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}"), Protocol = protocol }));

    [Fact]
    public async Task Collector_NamedByNobody_IsNotUsed() => Assert.Equal("LeftOut CheckupNotUsed", await CollectorAsync(new TelemetryOptions()));

    [Fact]
    public async Task Database_WhereNobodyListens_IsWrongAndItsPasswordUntold()
    {
        var options = Options.Create(new SchedulingOptions { Postgres = $"Host=127.0.0.1;Port={NodePeers.FreePort()};Username=bot;Password={Secret};Database=clock" });

        var finding = Assert.Single(await new DatabaseLook(options).LookAsync(Cancellation));

        Assert.Equal((Gravity.Wrong, Sentence.CheckupDatabaseRefused), (finding.Gravity, finding.Words));
        Assert.DoesNotContain(Secret, Messages.Get(Reader.English, finding.Words, finding.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_ThatIsThere_LetsTheBotIn()
    {
        await using var server = await PostgresServer.StartAsync(Cancellation);
        var options = Options.Create(new SchedulingOptions { Postgres = await server.NewDatabaseAsync(Cancellation) });

        Assert.Equal(Sentence.CheckupDatabaseFine, Assert.Single(await new DatabaseLook(options).LookAsync(Cancellation)).Words);
    }

    [Fact]
    public async Task Settings_UnknownAndWrong_AreEachNamed_AndTheRestIsLookedAt()
    {
        var found = await Scene.RunAsync("--Tabels:DataFolder=x", "--Server:Connections=5", "--Package:Website=http://example.org", "--Graph:Enabled=true");

        found.Says("WRONG", "Settings", "Tabels is not a setting. Did you mean Tables?");
        found.Says("WRONG", "Settings", "Server:Connections must be between 10 and 100000");
        found.Says("WRONG", "Settings", "Package:Website must be a whole https address");
        found.Says("WRONG", "Settings", "Graph:TenantId must be the GUID");
        found.Says("open", "Microsoft Graph", "not checked while its settings are wrong");
        found.Says("ok", "Store", "does not exist yet");
        Assert.Equal(1, found.Code);
        Assert.Equal($"{found.Lines.Count(line => line.StartsWith("WRONG", StringComparison.Ordinal))} wrong, 0 warnings.", found.Lines[^1]);
    }

    [Fact]
    public async Task Run_WithEverySecretThereIs_TellsNone()
    {
        var found = await Scene.RunAsync(
            "--MicrosoftAppId=" + CheckScene.AppId, "--MicrosoftAppType=SingleTenant", "--MicrosoftAppTenantId=x", "--MicrosoftAppPassword=" + Secret,
            "--Connector:CertificateFile=nowhere.pfx", $"--Tables:ConnectionString=AccountName=a;AccountKey={Secret};TableEndpoint=http://127.0.0.1:1/a", "--Scheduling:Postgres=Password=" + Secret);

        Assert.Equal(1, found.Code);
        Assert.DoesNotContain(found.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_InGerman_SaysItInGerman()
    {
        var found = await Scene.RunInAsync("de", "--Tabels:DataFolder=x");

        found.Says("FALSCH", "Einstellungen", "Tabels ist keine Einstellung. Ist Tables gemeint?");
        found.Says("ok", "Zeitzone und Sprachdaten", "Europe/Berlin ist da");
        found.Says("offen", "PostgreSQL", "wird nicht benutzt.");
        Assert.Equal("1 falsch, 0 Warnungen.", found.Lines[^1]);
    }

    [Fact]
    public async Task Run_WithOneThatFails_SaysSoWithoutItsWords()
    {
        using var output = new StringWriter();

        Assert.Equal(1, await new CheckOrder([new BrokenLook()], TimeProvider.System).RunAsync(CheckOrder.Read(["--language", "en"]), output, Cancellation));
        Assert.Contains("WRONG    Port: the check itself failed (NotSupportedException).", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithOneThatNeverAnswers_EndsAllTheSame()
    {
        var time = DrivenTime.Start();
        using var output = new StringWriter();
        var running = new CheckOrder([new StuckLook()], time).RunAsync(CheckOrder.Read(["--language", "en"]), output, Cancellation);
        time.Pass(CheckOrder.Patience);

        Assert.Equal(1, await running);
        Assert.Contains("WRONG    Store: still without an answer after 15 seconds.", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> CollectorAsync(TelemetryOptions options)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Telemetry:Endpoint", options.Endpoint?.ToString())]).Build();
        var finding = Assert.Single(await new CollectorLook(new CollectorProbe(Options.Create(options), configuration)).LookAsync(Cancellation));
        return $"{finding.Gravity} {finding.Words}";
    }

    private sealed class StuckLook : ILook
    {
        public Sentence Subject => Sentence.CheckupStore;

        public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => new TaskCompletionSource<IReadOnlyList<Finding>>().Task;
    }

    private sealed class BrokenLook : ILook
    {
        public Sentence Subject => Sentence.CheckupPort;

        public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => throw new NotSupportedException(Secret);
    }
}
