using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.NetworkInformation;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Bot.Tests.EndToEnd;
using Xunit;

namespace Bot.Tests.Platform.Playground;

/// <summary>The three walls around a Playground process, with a small stand-in for the Playground.</summary>
public sealed class WindowProcessTests : IDisposable
{
    private const string StandIn = """
        const net = require('net'), dns = require('dns');
        console.log(process.argv.slice(2).join(' '));
        setInterval(() => {}, 1000);
        process.on('SIGINT', () => process.exit(130));
        process.emit('SIGINT');
        dns.lookup('example.org', error => {
          console.log('looked up: ' + (error ? error.code : 'found'));
          const server = net.createServer().listen(0, () => console.log('Listening on ' + server.address().port));
        });
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("window-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Start_ThenStop_StaysWithinItsWallsAndEndsByItself()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var node = await new NodeSearch(Environment.GetEnvironmentVariable("PATH")).FindAsync(cancellationToken);
        Browser.Need(node is not null, "Node.js 18 or newer with npm");
        var script = Path.Combine(folder, "cli.js");
        await File.WriteAllTextAsync(script, StandIn, cancellationToken);
        using (var wrapper = typeof(PlaygroundHost).Assembly.GetManifestResourceStream("Playground/window.mjs")!)
        {
            await using var copy = File.Create(Path.Combine(folder, "window.mjs"));
            await wrapper.CopyToAsync(copy, cancellationToken);
        }

        string[] arguments = [Path.Combine(folder, "window.mjs"), script, "start", "-p", "1"];
        using var process = WindowProcess.Start(node!.Node, arguments, folder, new Dictionary<string, string>(StringComparer.Ordinal));
        var port = await process.Port.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
        Assert.Contains("start -p 1", process.Output, StringComparison.Ordinal);
        Assert.Contains("looked up: ENOTFOUND", process.Output, StringComparison.Ordinal);
        Assert.All(
            Array.FindAll(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => listener.Port == port),
            listener => Assert.Equal(IPAddress.Loopback, listener.Address));

        // Time stands still, so that patience never ends: it must go because its input was closed, not because it was killed.
        await process.StopAsync(new StandingTime()).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
        await process.EndedAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class StandingTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
