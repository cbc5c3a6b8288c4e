using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>The real process has no room for another byte: no file of it may become longer than its log is.</summary>
public sealed class DiskFullProcessTests
{
    private const string Counted = "Danke, Ihre Stimme ist gezählt.";

    [Fact]
    public async Task Vote_WithoutRoom_IsNotAcknowledged_AndCountsWhenThereIsRoom_AlsoAfterAPowerCut()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.SkipUnless(OperatingSystem.IsLinux() && IsInstalled("prlimit"), "Limits of a running process are set by prlimit, of util-linux.");
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder(isOnDisk: true);
        using var channel = new Channel(connector);
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        channel.Instances = [address];

        // The signal that comes with such a write would end the process; a disk without room sends none.
        await using (var bot = BotProcess.StartIn(
            new Dictionary<string, string>(), "trap '' XFSZ", address, folder.Path, "--Playground:Enabled=false", "--ExampleNetwork:Digest=false"))
        {
            await bot.PrintsAsync("Application started", cancellation);
            await channel.DeliverAsync(channel.Says("katrin", $"Abstimmung Plenum: Frage? bis {InstanceGroup.DayAhead(7)} 12 Uhr"), cancellation);
            await channel.SeesAsync("katrin", "Abstimmung eröffnen", cancellation);
            await channel.DeliverAsync(channel.Presses("katrin", "Abstimmung eröffnen"), cancellation);
            await VotesAsync(connector, channel, "bernd", Counted, cancellation);

            await LimitAsync(bot.Id, new FileInfo(folder.File(SqliteTableStore.FileName + "-wal")).Length.ToString(CultureInfo.InvariantCulture), cancellation);
            await VotesAsync(connector, channel, "amina", "gespeichert", cancellation);
            Assert.Equal(0, connector.CountOf(GatedConnector.Personal("amina"), Counted));
            await VotesAsync(connector, channel, "clara", "gespeichert", cancellation);

            await LimitAsync(bot.Id, "unlimited", cancellation);
            await VotesAsync(connector, channel, "amina", Counted, cancellation);
            await bot.KillAsync();
        }

        using var store = new SqliteTableStore(folder.Path, TimeProvider.System);
        var ballots = new BallotStore(store);
        var network = new NetworkId("musterstadt");
        var ballot = Assert.Single(await ballots.RunningAsync(network, cancellation)).Ballot.Id;
        Assert.Equal(["amina", "bernd"], (await ballots.RollAsync(network, ballot, cancellation)).Select(line => line.Value.CastBy?.Value).OfType<string>().Order(StringComparer.Ordinal));
    }

    private static async Task VotesAsync(GatedConnector connector, Channel channel, string who, string words, CancellationToken cancellationToken)
    {
        await channel.DeliverAsync(channel.Says(who, "Ja"), cancellationToken);
        await connector.UntilAsync(() => connector.CountOf(GatedConnector.Personal(who), words) > 0, $"{who} reads: {words}", cancellationToken);
    }

    private static async Task LimitAsync(int process, string bytes, CancellationToken cancellationToken)
    {
        using var limit = Process.Start("prlimit", ["--pid", process.ToString(CultureInfo.InvariantCulture), "--fsize=" + bytes + ":unlimited"]);
        await limit.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
