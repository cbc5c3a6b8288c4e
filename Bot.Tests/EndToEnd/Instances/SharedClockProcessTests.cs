using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.TestSupport;
using Npgsql;
using Xunit;
using EndedProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>Real processes that share a clock in a real PostgreSQL.</summary>
public sealed class SharedClockProcessTests
{
    private const int InFlight = 2;

    private static readonly string[] Invited = [.. ExamplePeople.All.Where(person => person.Organization is not null).Select(person => person.Key)];

    /// <summary>Both run before anybody is told, so that no message waits for a process to start: a Connector that answers nothing for twenty seconds is one that is in doubt.</summary>
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
        channel.Instances = [Free(), Free()];
        await using var first = BotProcess.Start(channel.Instances[0], folder.Path, settings);
        await first.PrintsAsync("Application started", cancellation);
        var nameOfFirst = await NameAsync(database, "SELECT instance_name FROM qrtz_scheduler_state", cancellation);
        await using var second = BotProcess.Start(channel.Instances[1], folder.Path, settings);
        await second.PrintsAsync("Application started", cancellation);
        await channel.DeliverAsync(channel.Says("katrin", $"Plenum am {InstanceGroup.DayAhead()} um 18 Uhr online"), cancellation);
        await channel.SeesAsync("katrin", "Einladen", "Einladung prüfen: Plenum", cancellation);
        connector.Holds = (_, words) => words.Contains("eingeladen", StringComparison.Ordinal);
        connector.Shut();
        await channel.DeliverAsync(channel.Presses("katrin", "Einladen", "Einladung prüfen: Plenum"), cancellation);
        await connector.UntilAsync(() => connector.Waiting == InFlight, "one tells", cancellation);
        var sweeps = await NameAsync(database, "SELECT instance_name FROM qrtz_fired_triggers WHERE state = 'EXECUTING'", cancellation);

        await (sweeps == nameOfFirst ? first : second).KillAsync();
        await connector.UntilAsync(() => connector.Came > InFlight, "the other tells", cancellation);
        connector.Open();

        // Whom the dead one had begun with is told when two minutes have passed.
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

    private static int Heard(GatedConnector connector, string who) => connector.CountOf(GatedConnector.Personal(who), "eingeladen");

    /// <summary>The first that there is; waits until there is one.</summary>
    private static async Task<string> NameAsync(string database, string query, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(limit.Token);
        while (true)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are written above.
            command.CommandText = query;
#pragma warning restore CA2100
            if (await command.ExecuteScalarAsync(limit.Token) is string name)
            {
                return name;
            }
        }
    }

    private static Uri Free() => new($"http://127.0.0.1:{NodePeers.FreePort()}");
}
