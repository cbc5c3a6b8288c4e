using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.CommandLines;

/// <summary>A line that a shell was given, running: with all it started it is one group, which is told to stop and ended as one.</summary>
internal sealed class TypedLine : IAsyncDisposable
{
    /// <summary>Far longer than any of the lines takes; a machine that does other things may be slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process shell;
    private readonly StringBuilder printed = new();
    private readonly Lock gate = new();
    private TaskCompletionSource spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TypedLine(Process shell)
    {
        this.shell = shell;
        shell.OutputDataReceived += (_, line) => Heard(line.Data);
        shell.ErrorDataReceived += (_, line) => Heard(line.Data);
    }

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

    /// <summary>Gives a shell a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="folder">Where it is typed.</param>
    /// <param name="surroundings">Variables beside those of this process.</param>
    public static TypedLine Begin(string line, string folder, IReadOnlyDictionary<string, string> surroundings)
    {
        var start = new ProcessStartInfo("setsid", ["bash", "-c", line]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in surroundings)
        {
            start.Environment[name] = value;
        }

        var typed = new TypedLine(new Process { StartInfo = start });
        typed.shell.Start();
        typed.shell.BeginOutputReadLine();
        typed.shell.BeginErrorReadLine();
        return typed;
    }

    /// <summary>Waits until the text is printed; fails when the line ends before.</summary>
    public async Task PrintsAsync(string text, CancellationToken cancellationToken)
    {
        var ended = shell.WaitForExitAsync(cancellationToken);
        while (true)
        {
            var next = Volatile.Read(ref spoke).Task;
            var isOver = ended.IsCompleted;
            if (Printed.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            Assert.False(isOver, $"It ended before it printed '{text}':\n{Printed}");
            await Task.WhenAny(next, ended).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Tells it to stop, as a platform does.</summary>
    public Task StopAsync() => SignalAsync("TERM");

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndsAsync(CancellationToken cancellationToken)
    {
        await shell.WaitForExitAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        return shell.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!shell.HasExited)
        {
            await SignalAsync("KILL");
            await shell.WaitForExitAsync();
        }

        shell.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} -- -{shell.Id.ToString(CultureInfo.InvariantCulture)}"]);
        await kill.WaitForExitAsync();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            printed.AppendLine(line);
        }

        Interlocked.Exchange(ref spoke, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
