using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>The real process is told to stop, by a real signal, while it answers people and tells others of a meeting.</summary>
public sealed class DrainTests
{
    private static readonly string[] Three = ["amina", "bernd", "clara"];

    private static readonly string[] Two = ["amina", "bernd"];

    private static readonly string[] Told = [.. ExamplePeople.All.Where(person => person.Organization is not null).Select(person => person.Key)];

    [Fact]
    public async Task Term_WhileTurnsAndASweepAreUnderWay_FinishesWhatWasTakenAndTellsEachOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder();
        using var channel = new Channel(connector);
        await using (var bot = await StartAsync(connector, channel, folder, "--Connector:InFlight=2", "--Server:DrainSeconds=2"))
        {
            await HoldAnnouncementAsync(connector, channel, cancellation);
            // Taken with 200 and still worked on; and taken, but not answered with anything yet.
            await channel.DeliverAsync(channel.Says("amina", "Wann ist die nächste Sitzung?"), cancellation);
            var open = channel.DeliverAsync(channel.Says("bernd", "Wann ist die nächste Sitzung?"), cancellation);
            await connector.UntilAsync(() => connector.Waiting == 4, "two recipients and two answers wait", cancellation);

            await bot.SignalAsync("TERM");
            await bot.PrintsAsync("The process is told to stop", cancellation);
            var late = LateAsync(channel, cancellation);
            await bot.PrintsAsync("No new connections are taken", cancellation);
            connector.Open();
            Assert.Equal(0, await bot.EndsAsync(cancellation));
            await open;
            var isTaken = await late;
            Assert.All(isTaken ? Three : Two, who => Assert.Equal(1, Answers(connector, who)));
            Assert.DoesNotContain("they are cancelled", bot.Printed, StringComparison.Ordinal);
            Assert.InRange(Told.Sum(who => connector.CountOf(GatedConnector.Personal(who), "eingeladen")), 2, Told.Length - 1);
        }

        await using var next = await StartAsync(connector, channel, folder);
        await connector.UntilAsync(() => Told.All(who => connector.CountOf(GatedConnector.Personal(who), "eingeladen") > 0), "the rest are told", cancellation);
        Assert.All(Told, who => Assert.Equal(1, connector.CountOf(GatedConnector.Personal(who), "eingeladen")));
    }

    [Fact]
    public async Task Term_WhileTheConnectorHangs_EndsInTimeAllTheSame()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder();
        using var channel = new Channel(connector);
        await using var bot = await StartAsync(connector, channel, folder, "--Server:StopSeconds=5");
        await HoldAnnouncementAsync(connector, channel, cancellation);
        await channel.DeliverAsync(channel.Says("amina", "Wann ist die nächste Sitzung?"), cancellation);
        var began = TimeProvider.System.GetTimestamp();

        await bot.SignalAsync("TERM");

        Assert.Equal(0, await bot.EndsAsync(cancellation));
        // By itself a call to the Connector would have taken up to 20 seconds, and a turn a minute.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 18);
    }

    [Fact]
    public async Task Term_WhileItStarts_IsNoFailure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signals.");
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var bot = BotProcess.Start(new Uri($"http://127.0.0.1:{NodePeers.FreePort()}"), folder.Path, "--Playground:Enabled=false", "--ExampleNetwork:Enabled=false");
        // The last step of starting comes after this line; the signal meets it, or the bot that has just started.
        await bot.PrintsAsync("Now listening on", cancellation);

        await bot.SignalAsync("TERM");

        Assert.Equal(0, await bot.EndsAsync(cancellation));
    }

    [Theory]
    [InlineData("TERM", 143)]
    public async Task SecondSignal_WhileItStops_EndsAtOnce(string second, int code)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder();
        using var channel = new Channel(connector);
        await using var bot = await StartAsync(connector, channel, folder, "--Server:DrainSeconds=60", "--Server:StopSeconds=300");
        await bot.SignalAsync("TERM");
        await bot.PrintsAsync("The process is told to stop", cancellation);

        await bot.SignalAsync(second);

        Assert.Equal(code, await bot.EndsAsync(cancellation));
    }

    private static async Task<BotProcess> StartAsync(GatedConnector connector, Channel channel, TemporaryFolder folder, params string[] settings)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signals.");
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        var bot = BotProcess.Start(address, folder.Path, ["--Playground:Enabled=false", "--ExampleNetwork:Digest=false", .. settings]);
        channel.Instances = [address];
        await bot.PrintsAsync("Application started", TestContext.Current.CancellationToken);
        Assert.NotEmpty(connector.Url);
        return bot;
    }

    private static int Answers(GatedConnector connector, string who) => connector.Messages.Count(
        message => message.Conversation == GatedConnector.Personal(who) && !message.Words.Contains("eingeladen", StringComparison.Ordinal));

    /// <summary>The plenary is invited, and the first recipients wait at the gate.</summary>
    private static async Task HoldAnnouncementAsync(GatedConnector connector, Channel channel, CancellationToken cancellationToken)
    {
        await channel.DeliverAsync(channel.Says("katrin", $"Plenum am {InstanceGroup.DayAhead()} um 18 Uhr online"), cancellationToken);
        await channel.SeesAsync("katrin", "Einladen", "Einladung prüfen: Plenum", cancellationToken);
        // The example's own hints to the coordinator are not what this is about.
        connector.Holds = (conversation, _) => conversation != GatedConnector.Personal("katrin");
        connector.Shut();
        await channel.DeliverAsync(channel.Presses("katrin", "Einladen", "Einladung prüfen: Plenum"), cancellationToken);
        await connector.UntilAsync(() => connector.Waiting >= 2, "the first recipients wait", cancellationToken);
    }

    /// <summary>Somebody writes while the process drains.</summary>
    /// <returns>Whether it was taken; on a machine that stood still for so long the time may have been over.</returns>
    private static async Task<bool> LateAsync(Channel channel, CancellationToken cancellationToken)
    {
        try
        {
            await channel.DeliverOnceAsync(channel.Says("clara", "Wann ist die nächste Sitzung?"), cancellationToken);
            return true;
        }
        catch (System.Net.Http.HttpRequestException)
        {
            return false;
        }
    }
}
