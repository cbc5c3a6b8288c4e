using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.TestSupport;
using Xunit;
using EndedProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>Real processes that share a clock in a real PostgreSQL.</summary>
public sealed class SharedClockProcessTests
{
    private const int InFlight = 2;

    private static readonly string[] Invited = [.. ExamplePeople.All.Where(person => person.Organization is not null).Select(person => person.Key)];

    [Fact]
    public async Task Sweep_OfOneThatIsKilled_GoesOnAtTheOther()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await PostgresServer.StartAsync(cancellation);
        var database = await server.NewDatabaseAsync(cancellation);
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder();
        using var channel = new Channel(connector);
        string[] settings =
        [
            "--Playground:Enabled=false", "--ExampleNetwork:Digest=false", "--Connector:InFlight=" + InFlight.ToString(CultureInfo.InvariantCulture),
            "--Scheduling:Postgres=" + database, "--Scheduling:SafetySeconds=1", "--Scheduling:CheckinSeconds=1",
        ];
        var addresses = new[] { Free(), Free() };
        await using var first = BotProcess.Start(addresses[0], folder.Path, settings);
        await first.PrintsAsync("Application started", cancellation);
        channel.Instances = [addresses[0]];
        await channel.DeliverAsync(channel.Says("katrin", $"Plenum am {InstanceGroup.DayAhead()} um 18 Uhr online"), cancellation);
        await channel.SeesAsync("katrin", "Einladen", cancellation);
        connector.Holds = (_, words) => words.Contains("eingeladen", StringComparison.Ordinal);
        connector.Shut();
        await channel.DeliverAsync(channel.Presses("katrin", "Einladen"), cancellation);
        await connector.UntilAsync(() => connector.Waiting == InFlight, "the first tells", cancellation);
        await using var second = BotProcess.Start(addresses[1], folder.Path, settings);
        await second.PrintsAsync("Application started", cancellation);

        await first.KillAsync();
        await connector.UntilAsync(() => connector.Waiting == InFlight && connector.Came > InFlight, "the second tells", cancellation);
        connector.Open();

        // Whom the first had begun with is told when two minutes have passed.
        await connector.UntilAsync(() => Invited.Count(who => Heard(connector, who) > 0) >= Invited.Length - InFlight, "the rest are told", cancellation);
        Assert.All(Invited, who => Assert.InRange(Heard(connector, who), 0, 1));
    }

    [Fact]
    public async Task Start_WithoutTheDatabase_SaysSoAndNamesNoPassword()
    {
        using var folder = new TemporaryFolder();
        var ended = await EndedProcess.RunAsync(
            folder.Path, "Development",
            ["--urls=" + Free(), "--Playground:Enabled=false", $"--Scheduling:Postgres=Host=127.0.0.1;Port={NodePeers.FreePort()};Username=bot;Password=very-secret;Database=clock"],
            TestContext.Current.CancellationToken);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Errors, line => line.StartsWith("- Scheduling:Postgres: the database does not let the bot in: ", StringComparison.Ordinal));
        Assert.DoesNotContain(ended.Errors.Concat(ended.Output), line => line.Contains("very-secret", StringComparison.Ordinal));
    }

    private static Uri Free() => new($"http://127.0.0.1:{NodePeers.FreePort()}");

    private static int Heard(GatedConnector connector, string who) => connector.CountOf(GatedConnector.Personal(who), "eingeladen");
}
