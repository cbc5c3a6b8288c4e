using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Benchmarks;

/// <summary>What proving a token costs: the same activity, which the bot reads and then ignores, signed and unsigned, and forged in two ways.</summary>
internal static class TokenBenchmark
{
    private const int UnsignedLane = 1;
    private const int SignedLane = 2;

    private sealed record Lane(string Name, ServerProcess Server, SameClient Client)
    {
        public List<Measurement> Rounds { get; } = [];
    }

    /// <summary>Measures.</summary>
    /// <exception cref="WrongAnswerException">A good token was refused, or a forged one taken.</exception>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        using var folder = new TemporaryFolder(isOnDisk: true);
        using var signedFolder = new TemporaryFolder(isOnDisk: true);
        await using var floor = await ServerProcess.StartBareKestrelAsync(cancellationToken);
        await using var unsigned = await ServerProcess.StartBotAsync(["--Tables:DataFolder=" + folder.Path], cancellationToken);
        var clock = Stopwatch.StartNew();
        await using var signed = await ServerProcess.StartBotAsync(
            [
                "--Tables:DataFolder=" + signedFolder.Path, "--ToBotFromChannelOpenIdMetadataUrl=" + issuer.Metadata,
                "--MicrosoftAppId=" + SignedRequest.AppId, "--MicrosoftAppTenantId=" + SignedRequest.Tenant,
            ],
            cancellationToken);
        var lanes = Lanes(floor, unsigned, signed);
        await WriteStartAsync(output, clock, lanes[SignedLane], cancellationToken);
        await MeasureAsync(lanes, cancellationToken);
        await WriteAsync(output, lanes);
    }

    private static async Task WriteStartAsync(TextWriter output, Stopwatch clock, Lane lane, CancellationToken cancellationToken)
    {
        using var connection = await HttpLane.OpenAsync(lane.Server.Address, cancellationToken);
        lane.Client.Answered(await connection.SendAsync(lane.Client.Next(), cancellationToken), connection.Body);
        var taken = clock.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Start with an app id: the first signed activity is taken after {taken.TotalMilliseconds:F0} ms; {lane.Server.ResidentBytes / 1e6:F0} MB when idle."));
    }

    private static List<Lane> Lanes(ServerProcess floor, ServerProcess unsigned, ServerProcess signed)
    {
        var good = Request();
        var body = Encoding.UTF8.GetBytes(good.Activity.ToJsonString());
        var foreign = Request();
        foreign.Payload["iss"] = "https://evil.example";
        var forged = Request();
        forged.Sign = SignedRequest.By(IssuerKey.Attacker);
        return
        [
            new("bare Kestrel giving the same body back", floor, new SameClient(body, comesBack: true)),
            new("bot: unsigned", unsigned, new SameClient(body, comesBack: false)),
            new("bot: good token", signed, new SameClient(body, comesBack: false) { Authorization = Bearer(good) }),
            new("bot: forged, another issuer", signed, new SameClient(body, comesBack: false) { Authorization = Bearer(foreign), Status = 401 }),
            new("bot: forged, signed by another key", signed, new SameClient(body, comesBack: false) { Authorization = Bearer(forged), Status = 401 }),
        ];
    }

    /// <summary>From a bot, which is never answered: so that nothing but reading is measured beside the token.</summary>
    private static SignedRequest Request()
    {
        var request = new SignedRequest(TimeProvider.System.GetUtcNow());
        request.Activity["id"] = NumberedRequest.Place;
        request.Activity["from"] = new JsonObject { ["id"] = "29:other", ["role"] = "bot" };
        return request;
    }

    private static string Bearer(SignedRequest request) => "Bearer " + request.Token;

    private static async Task MeasureAsync(List<Lane> lanes, CancellationToken cancellationToken)
    {
        for (var round = -1; round < LoadGenerator.Rounds; round++)
        {
            foreach (var lane in lanes)
            {
                var measured = await LoadGenerator.RunAsync(
                    lane.Server, Enumerable.Repeat(lane.Client, LoadGenerator.InFlight), round < 0 ? LoadGenerator.WarmUp : LoadGenerator.Round, cancellationToken);
                if (round >= 0)
                {
                    lane.Rounds.Add(measured);
                }
            }
        }
    }

    private static async Task WriteAsync(TextWriter output, List<Lane> lanes)
    {
        await output.WriteLineAsync($"Tokens: one activity, {LoadGenerator.InFlight} in flight, {LoadGenerator.Rounds} rounds of {LoadGenerator.Round.TotalSeconds:F0} s each, in turns");
        Measurement.WriteHead(output);
        var measured = lanes.Select(lane => Measurement.Of(lane.Rounds)).ToList();
        foreach (var (lane, measurement) in lanes.Zip(measured))
        {
            measurement.Write(output, lane.Name);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Proving a token: {measured[SignedLane].ProcessorMicroseconds - measured[UnsignedLane].ProcessorMicroseconds:F0} µs of processor time."));
        await output.WriteLineAsync();
    }
}
