using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>The real process on a clock that is set while it runs: a library before the system's own says what time it is, by a file.</summary>
public sealed class ClockProcessTests
{
    private const string Ballot = "Mieten wir den Saal?";

    private static readonly string[] Roots = ["/usr/lib", "/usr/lib64", "/usr/local/lib"];

    private static readonly string[] Told = [.. ExamplePeople.All.Where(person => person.Organization is not null).Select(person => person.Key)];

    [Fact]
    public async Task Clock_AYearAheadAndThenAnHourBehind_EndsNothingLosesNothingAndSaysNothingTwice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var library = Library();
        Assert.SkipWhen(library is null, "libfaketime (on Debian the package faketime) is not installed.");
        await using var connector = await GatedConnector.StartAsync(cancellation);
        using var folder = new TemporaryFolder();
        using var channel = new Channel(connector);
        using var http = new HttpClient();
        var clock = folder.File("clock");
        await File.WriteAllTextAsync(clock, "+0", cancellation);
        var address = new Uri($"http://127.0.0.1:{NodePeers.FreePort()}");
        await using var bot = BotProcess.StartIn(
            new Dictionary<string, string>
            {
                ["LD_PRELOAD"] = library!, ["FAKETIME_TIMESTAMP_FILE"] = clock, ["FAKETIME_NO_CACHE"] = "1", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["DONT_FAKE_MONOTONIC"] = "1", ["NO_FAKE_STAT"] = "1",
            },
            string.Empty, address, folder.Path, "--Playground:Enabled=false", "--ExampleNetwork:Digest=false", "--Scheduling:SafetySeconds=1");
        channel.Instances = [address];
        await bot.PrintsAsync("Application started", cancellation);
        await CallsAsync(channel, "Plenum", 50, cancellation);
        await channel.DeliverAsync(channel.Says("katrin", $"Abstimmung Plenum: {Ballot} bis {InstanceGroup.DayAhead(7)} 12 Uhr"), cancellation);
        await channel.SeesAsync("katrin", "Abstimmung eröffnen", cancellation);
        await channel.DeliverAsync(channel.Presses("katrin", "Abstimmung eröffnen"), cancellation);
        await connector.UntilAsync(() => Told.All(who => Invitations(connector, who) == 1) && Count(connector, "amina", Ballot) > 0, "everybody is told", cancellation);

        Set(clock, "+365d");
        await bot.PrintsAsync("clock leapt ahead by 365", cancellation);
        using (var ready = await http.GetAsync(new Uri(address, "/health/ready"), cancellation))
        {
            Assert.Contains("\"clock\"", await ready.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
        }

        Set(clock, "+0");
        await bot.PrintsAsync("is believed again", cancellation);
        await bot.PrintsAsync("clock was set back by", cancellation);

        // The ballot goes on, as nothing was counted by the year that was not.
        await channel.DeliverAsync(channel.Says("amina", "Ja"), cancellation);
        await connector.UntilAsync(() => Count(connector, "amina", "Danke, Ihre Stimme ist gezählt.") == 1, "the vote counts", cancellation);

        // What is called by a clock that is an hour behind is told without waiting for the hour, and nothing of before is told again.
        Set(clock, "-1h");
        await CallsAsync(channel, "Beirat", 60, cancellation);
        await connector.UntilAsync(() => Count(connector, "amina", "Beirat: ") > 0, "the board is invited", cancellation);
        Assert.All(Told, who => Assert.Equal(1, Invitations(connector, who)));
        await bot.SignalAsync("TERM");
        Assert.Equal(0, await bot.EndsAsync(cancellation));
    }

    private static async Task CallsAsync(Channel channel, string committee, int days, CancellationToken cancellationToken)
    {
        await channel.DeliverAsync(channel.Says("katrin", $"{committee} am {InstanceGroup.DayAhead(days)} um 18 Uhr online"), cancellationToken);
        await channel.SeesAsync("katrin", "Einladen", "Einladung prüfen: " + committee, cancellationToken);
        await channel.DeliverAsync(channel.Presses("katrin", "Einladen", "Einladung prüfen: " + committee), cancellationToken);
    }

    /// <summary>At once as a whole: who reads the file while it is written would read another time.</summary>
    private static void Set(string clock, string to)
    {
        File.WriteAllText(clock + ".new", to);
        File.Move(clock + ".new", clock, overwrite: true);
    }

    /// <summary>How often somebody was invited to the plenary.</summary>
    private static int Invitations(GatedConnector connector, string who) => connector.Messages.Count(message => message.Conversation == GatedConnector.Personal(who)
        && message.Words.Contains("eingeladen", StringComparison.Ordinal) && message.Words.Contains("Plenum: ", StringComparison.Ordinal));

    private static int Count(GatedConnector connector, string who, string words) => connector.CountOf(GatedConnector.Personal(who), words);

    private static string? Library() => !OperatingSystem.IsLinux() ? null
        : Roots.Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 3 })).FirstOrDefault();
}
