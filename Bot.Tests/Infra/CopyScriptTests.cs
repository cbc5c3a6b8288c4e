using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The script of the nightly copies, run beside a bot that runs: whole copies only, the newest stay, nobody else reads them, and a bot starts on one.</summary>
public sealed class CopyScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new(isOnDisk: true);

    public CopyScriptTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The script is for Linux.");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Copies_BesideARunningBot_AreWhole_AndOneCanBeStartedOn()
    {
        var (data, copies) = (Directory.CreateDirectory(folder.File("data")).FullName, folder.File("copies"));
        var program = await WriteProgramAsync();
        await using (var bot = BotProcess.Start(Address(), data, "--Playground:Enabled=false"))
        {
            await bot.PrintsAsync("Now listening on", TestContext.Current.CancellationToken);
            // Left by a run that was cut off, and something of somebody else's.
            Directory.CreateDirectory(Path.Combine(copies, ".unfinished-2026-01-01T000000Z"));
            Directory.CreateDirectory(Path.Combine(copies, "2026-01-01T000000Z"));
            Directory.CreateDirectory(Path.Combine(copies, "2026-01-02T000000Z"));
            Directory.CreateDirectory(Path.Combine(copies, "0-not-ours"));

            var (code, said) = await RunAsync(program, data, copies, kept: "2");

            Assert.True(code == 0, said);
        }

        var kept = Directory.GetDirectories(copies).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, kept.Count);
        Assert.Equal(["0-not-ours", "2026-01-02T000000Z"], kept[..2]);
        var copy = Path.Combine(copies, kept[2]);
        Assert.Equal(["tables.db"], Directory.GetFileSystemEntries(copy).Select(path => Path.GetFileName(path)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(copy));
        }

        await using var again = BotProcess.Start(Address(), copy, "--Playground:Enabled=false");
        await again.PrintsAsync("Application started", TestContext.Current.CancellationToken);
    }

    /// <summary>An empty store is not begun where the data should be, and the copies that are there stay.</summary>
    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("all")]
    public async Task Copies_OfNothing_OrKeepingNone_AreRefused(string kept)
    {
        var (data, copies) = (Directory.CreateDirectory(folder.File("data")).FullName, folder.File("copies"));
        Directory.CreateDirectory(Path.Combine(copies, "2026-01-01T000000Z"));

        var (code, said) = await RunAsync(await WriteProgramAsync(), data, copies, kept);

        Assert.NotEqual(0, code);
        Assert.NotEmpty(said);
        Assert.Empty(Directory.GetFileSystemEntries(data));
        Assert.Equal(["2026-01-01T000000Z"], Directory.GetFileSystemEntries(copies).Select(path => Path.GetFileName(path)));
    }

    private static Uri Address() => new($"http://127.0.0.1:{NodePeers.FreePort()}/");

    /// <summary>The published bot is one program; here it is the tests' own.</summary>
    private async Task<string> WriteProgramAsync()
    {
        var program = folder.File("Bot");
        await File.WriteAllTextAsync(
            program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Bot.dll")}' \"$@\" '--contentRoot={AppContext.BaseDirectory}'\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return program;
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, string data, string copies, string kept)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(TemplateFiles.Folder, "linux", "backup.sh")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BOT"] = program;
        start.Environment["DATA"] = data;
        start.Environment["COPIES"] = copies;
        start.Environment["KEPT"] = kept;
        using var script = Process.Start(start)!;
        var said = script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        return (script.ExitCode, (await said) + (await faults));
    }
}
