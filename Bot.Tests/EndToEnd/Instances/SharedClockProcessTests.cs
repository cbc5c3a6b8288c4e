using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;
using EndedProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>A real process whose shared clock is away.</summary>
public sealed class SharedClockProcessTests
{
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
}
