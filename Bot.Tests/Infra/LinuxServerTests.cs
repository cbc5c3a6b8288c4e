using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Features.Calendars;
using Bot.Features.TeamsApp;
using Bot.Platform.Hosting;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The units, settings and web server for a Linux server of one's own: systemd and Caddy understand them, and they fit the bot.</summary>
public partial class LinuxServerTests
{
    private const string Unit = "koordinationsbot.service";
    private const string CopyUnit = "koordinationsbot-backup.service";

    private static readonly string Folder = Path.Combine(TemplateFiles.Folder, "linux");

    [Fact]
    public async Task Units_AskedOfSystemd_HaveNoFault()
    {
        using var root = new TemporaryFolder();
        await PutUnitsAsync(root);

        var (code, said) = await RunAsync("systemd-analyze", "verify", "--man=no", "--root=" + root.Path, Unit, CopyUnit, "koordinationsbot-backup.timer");

        Assert.True(code == 0 && said.Length == 0, said);
    }

    /// <summary>That it would be noticed: a misspelt key is only a warning to systemd, and the limit would be gone.</summary>
    [Fact]
    public async Task Units_WithAMisspeltKey_AreNoticed()
    {
        using var root = new TemporaryFolder();
        await PutUnitsAsync(root, text => text.Replace("NoNewPrivileges", "NoNewPriviliges", StringComparison.Ordinal));

        var (_, said) = await RunAsync("systemd-analyze", "verify", "--man=no", "--root=" + root.Path, Unit);

        Assert.Contains("NoNewPriviliges", said, StringComparison.Ordinal);
    }

    /// <summary>Systemd's own measure of what a service could still do, from 10 (everything) to 0, in tenths.</summary>
    [Theory]
    [InlineData(Unit, 15)]
    [InlineData(CopyUnit, 8)]
    public async Task Units_JudgedBySystemd_CanDoLittle(string unit, int threshold)
    {
        var (code, said) = await RunAsync("systemd-analyze", "security", "--offline=true", string.Create(CultureInfo.InvariantCulture, $"--threshold={threshold}"), Path.Combine(Folder, unit));

        Assert.True(code == 0, said);
    }

    [Fact]
    public void StopLimit_OfTheUnit_IsLongerThanTheBotTakes() =>
        Assert.InRange(int.Parse(Value(Unit, "TimeoutStopSec"), CultureInfo.InvariantCulture), new ServerOptions().StopSeconds + 10, 120);

    /// <summary>The compiler of the runtime writes what it runs; with this limit the process ends at once.</summary>
    [Fact]
    public void Units_LetTheRuntimeCompile() =>
        Faults.None(new[] { Unit, CopyUnit }.Where(unit => Regex.IsMatch(Read(unit), "^MemoryDenyWriteExecute=(yes|true|1)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))));

    [Fact]
    public void Settings_GivenToTheBot_AreItsOwn() => Faults.None(Settings().Matches(Read(Unit)).Concat(Settings().Matches(Read("settings.env")))
        .Select(match => match.Groups["name"].Value)
        .Where(name => !name.StartsWith("DOTNET_", StringComparison.Ordinal) && !name.StartsWith("ASPNETCORE_", StringComparison.Ordinal))
        .Select(name => name.Replace("__", ":", StringComparison.Ordinal))
        .Except(SettingsSection.All.SelectMany(section => section.Settings))
        .Except(KnownSettings.Single));

    /// <summary>What is secret is handed over as a file, not in the environment.</summary>
    [Fact]
    public void Settings_OfTheExample_HoldNoSecret() => Assert.DoesNotMatch("(?i)(password|secret|connectionstring|postgres)\\w*=", Read("settings.env") + Read(Unit));

    [Fact]
    public void Copies_LieApart_FromTheDataTheyAreMadeOf()
    {
        Assert.Equal("/var/lib/" + Value(Unit, "StateDirectory"), Value(CopyUnit, "Environment=DATA"));
        Assert.Equal(Value(Unit, "StateDirectory") + " " + Path.GetFileName(Value(CopyUnit, "Environment=COPIES")), Value(CopyUnit, "StateDirectory"));
        Assert.Equal(Value(Unit, "ExecStart"), Value(CopyUnit, "Environment=BOT"));
        Assert.Equal(Value(Unit, "Environment=Tables__DataFolder"), Value(CopyUnit, "Environment=DATA"));
    }

    /// <summary>From outside come Teams, calendars, a probe that asks whether the bot lives, and whoever follows the links of the app package; nothing else is let in.</summary>
    [Fact]
    public void WebServer_LetsIn_WhatTheBotHas()
    {
        var let = CaddyPath().Matches(Read("Caddyfile")).Select(match => match.Groups["path"].Value).ToList();

        Assert.Equal(["/api/messages", CalendarAddresses.Path + "*", HealthEndpoints.Live, AboutPage.Path], let);
        Assert.All(CaddyProxy().Matches(Read("Caddyfile")), proxy => Assert.Equal(Value(Unit, "Environment=ASPNETCORE_URLS"), "http://" + proxy.Groups["address"].Value));
        Assert.Equal(let.Count, CaddyProxy().Count(Read("Caddyfile")));
    }

    /// <summary>The path of a calendar is the secret that opens it.</summary>
    [Fact]
    public void WebServer_LogsNoPath()
    {
        var text = Read("Caddyfile");

        Assert.Contains("request>uri delete", text, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(text, @"^\s*log\b", RegexOptions.Multiline, TimeSpan.FromSeconds(2)));
        Assert.True(text.IndexOf("log {", StringComparison.Ordinal) < text.IndexOf("bot.example.org", StringComparison.Ordinal), "A log within the site would be one of requests.");
    }

    [Fact]
    public async Task WebServer_AskedOfCaddy_HasNoFault()
    {
        var (code, said) = await RunAsync("caddy", "adapt", "--adapter", "caddyfile", "--validate", "--config", Path.Combine(Folder, "Caddyfile"));

        Assert.True(code == 0, said);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The value behind a key at the beginning of a line.</summary>
    private static string Value(string unit, string key) =>
        Read(unit).Split('\n').Single(line => line.StartsWith(key + "=", StringComparison.Ordinal))[(key.Length + 1)..];

    /// <summary>A root with the units, the programs they start, and empty stand-ins for what every system has.</summary>
    private static async Task PutUnitsAsync(TemporaryFolder root, Func<string, string>? change = null)
    {
        var units = Directory.CreateDirectory(root.File("etc/systemd/system")).FullName;
        foreach (var file in Directory.GetFiles(Folder, "*.service").Concat(Directory.GetFiles(Folder, "*.timer")))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(units, Path.GetFileName(file)), change is null ? text : change(text), TestContext.Current.CancellationToken);
        }

        var targets = Directory.CreateDirectory(root.File("usr/lib/systemd/system")).FullName;
        foreach (var target in new[] { "sysinit", "basic", "shutdown", "network-online", "timers", "multi-user", "time-set", "time-sync" })
        {
            await File.WriteAllTextAsync(Path.Combine(targets, target + ".target"), "[Unit]\nDescription=Stand-in\nDefaultDependencies=no\n", TestContext.Current.CancellationToken);
        }

        foreach (var program in new[] { Value(Unit, "ExecStart"), Value(CopyUnit, "ExecStart") })
        {
            var path = root.File(program.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "#!/bin/sh\n", TestContext.Current.CancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, params string[] arguments)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null, $"{program} is not on this machine.");
        var start = new ProcessStartInfo(found, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return (process.ExitCode, ((await said) + (await faults)).Trim());
    }

    [GeneratedRegex("^(Environment=(?<name>[A-Za-z_]+)|(?<name>(Microsoft|Calendar|Tables|Bot|Connector|Graph|Server|Telemetry)[A-Za-z_]*))=", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^\s+path (?<path>\S+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex CaddyPath();

    [GeneratedRegex(@"^\s+reverse_proxy (?<address>\S+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex CaddyProxy();
}
