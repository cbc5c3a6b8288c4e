using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.TestSupport;

/// <summary>The bot as a process of its own, started as an operator would, with what it prints.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly Lock gate = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> waiting = [];

    private BotProcess(Process process) => this.process = process;

    /// <summary>The process's id.</summary>
    public int Id => process.Id;

    /// <summary>Everything printed so far, on both streams.</summary>
    public string Printed
    {
        get
        {
            lock (gate)
            {
                return printed.ToString();
            }
        }
    }

    /// <summary>Starts the bot in Development.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="dataFolder">Where it keeps its rows.</param>
    /// <param name="settings">Further settings, as <c>--Section:Key=value</c>.</param>
    public static BotProcess Start(Uri address, string dataFolder, params string[] settings) => StartIn(new Dictionary<string, string>(), string.Empty, address, dataFolder, settings);

    /// <summary>The same in surroundings of its own.</summary>
    /// <param name="surroundings">Variables of its environment.</param>
    /// <param name="prelude">What a shell does before it becomes the bot, such as <c>trap '' XFSZ</c>; empty for no shell.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="dataFolder">Where it keeps its rows.</param>
    /// <param name="settings">Further settings.</param>
    public static BotProcess StartIn(IReadOnlyDictionary<string, string> surroundings, string prelude, Uri address, string dataFolder, params string[] settings)
    {
        var start = new ProcessStartInfo(prelude.Length == 0 ? "dotnet" : "sh") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = dataFolder };
        if (prelude.Length > 0)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(prelude + "; exec dotnet \"$@\"");
            start.ArgumentList.Add("sh");
        }

        foreach (var (name, value) in surroundings)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        start.ArgumentList.Add("--urls=" + address.GetLeftPart(UriPartial.Authority));
        start.ArgumentList.Add("--Tables:DataFolder=" + dataFolder);
        start.ArgumentList.Add("--contentRoot=" + AppContext.BaseDirectory);
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var bot = new BotProcess(new Process { StartInfo = start });
        bot.process.OutputDataReceived += (_, line) => bot.Take(line.Data);
        bot.process.ErrorDataReceived += (_, line) => bot.Take(line.Data);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Waits until the text is printed; fails when the process ends or a minute passes without it.</summary>
    public async Task PrintsAsync(string text, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (printed.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            waiting.Add((text, seen));
        }

        var first = await Task.WhenAny(seen.Task, process.WaitForExitAsync(cancellationToken)).WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        Assert.True(first == seen.Task, "The bot ended: " + Printed);
    }

    /// <summary>Sends it a signal, as an operator or a platform does.</summary>
    /// <param name="name">Such as <c>TERM</c>.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until it has ended by itself; fails when two minutes pass.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndsAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Kills the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        lock (gate)
        {
            printed.AppendLine(line);
            var all = printed.ToString();
            foreach (var (_, seen) in waiting.FindAll(wish => all.Contains(wish.Text, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }
    }
}
