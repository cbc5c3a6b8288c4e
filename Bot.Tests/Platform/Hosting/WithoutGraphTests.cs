using System;
using System.IO;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

/// <summary>A bot without Graph pays nothing for it: its 48 MB are not even opened. Nor is what sends telemetry, where none is sent.</summary>
public class WithoutGraphTests
{
    [Fact]
    public async Task Start_WithoutGraphAndTelemetry_LoadsNothingOfThem()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has opened is read from the system's own files.");
        using var folder = new TemporaryFolder();
        var address = new Uri("http://127.0.0.1:" + NodePeers.FreePort());
        await using var bot = TestSupport.BotProcess.Start(address, folder.Path, "--Playground:Enabled=false", "--ExampleNetwork:Enabled=true");
        await bot.PrintsAsync("Now listening on", TestContext.Current.CancellationToken);
        var opened = await File.ReadAllTextAsync($"/proc/{bot.Id}/maps", TestContext.Current.CancellationToken);
        Assert.Contains("Bot.dll", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.Graph", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.Kiota", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", opened, StringComparison.Ordinal);
    }
}
