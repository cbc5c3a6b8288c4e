using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Playground;

/// <summary>One running Playground process, from its start to its end.</summary>
internal sealed class WindowProcess : IDisposable
{
    private const string ListeningOn = "Listening on ";
    private const int KeptCharacters = 4000;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WindowProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>The port it listens on, once it does. Not every process comes that far.</summary>
    public Task<int> Port => port.Task;

    /// <summary>The last it wrote.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <param name="node">Path of Node.js.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="settings">Environment variables added to the bot's own.</param>
    /// <exception cref="Win32Exception">The program could not be started.</exception>
    public static WindowProcess Start(
        string node, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(node, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = new WindowProcess(new Process { StartInfo = start });
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    public Task EndedAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks it to end by closing its input; ends it with everything it started when it does not.</summary>
    public async Task StopAsync(TimeProvider time)
    {
        process.StandardInput.Close();
        try
        {
            using var patience = new CancellationTokenSource(Farewell, time);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => process.Dispose();

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith(ListeningOn, StringComparison.Ordinal)
            && int.TryParse(line.AsSpan(ListeningOn.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var listening))
        {
            port.TrySetResult(listening);
        }

        lock (output)
        {
            output.AppendLine(line);
            output.Remove(0, Math.Max(0, output.Length - KeptCharacters));
        }
    }
}
