using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.TestSupport;

public class NodePeersTests
{
    [Fact]
    public async Task RequireAsync_NodePresent_InstallsThePinnedPackages()
    {
        var folder = await NodePeers.RequireAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(Path.Combine(folder, "node_modules", "azurite", "package.json")));
        Assert.True(File.Exists(Path.Combine(folder, "node_modules", "@azure", "data-tables", "package.json")));
    }

    [Fact]
    public async Task Start_AzuriteThenDisposed_SpeaksAndEnds()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await NodePeers.RequireAsync(cancellationToken);
        var peer = NodePeers.Start(
            "node_modules/azurite/dist/src/table/main.js",
            ["--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--tablePort", $"{NodePeers.FreePort()}"]);

        await peer.WaitForOutputAsync("successfully started", cancellationToken);
        await peer.DisposeAsync();

        Assert.Contains("successfully started", peer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_HoldersPipeCloses_PeerEndsByItself()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = await NodePeers.RequireAsync(cancellationToken);
        var start = new ProcessStartInfo("node", ["--require", Path.Combine(folder, "die-with-parent.cjs"), "--eval", "setInterval(() => {}, 1000)"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;

        process.StandardInput.Close();

        await process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, cancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
