using System;
using System.Diagnostics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>A running Node script and what it has said so far.</summary>
public sealed class NodePeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly Lock gate = new();
    private TaskCompletionSource spoke = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal NodePeer(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Heard(output, line.Data);
        process.ErrorDataReceived += (_, line) => Heard(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The process's id.</summary>
    public int Id => process.Id;

    /// <summary>Everything written to standard output so far.</summary>
    public string Output
    {
        get
        {
            lock (gate)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Everything written to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (gate)
            {
                return errors.ToString();
            }
        }
    }

    /// <summary>Returns as soon as standard output or standard error contains <paramref name="text"/>.</summary>
    /// <exception cref="InvalidOperationException">The script ended before.</exception>
    /// <exception cref="TimeoutException">It was not said within a minute.</exception>
    public async Task WaitForOutputAsync(string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Volatile.Read(ref spoke).Task;
            var ended = process.WaitForExitAsync(cancellationToken);
            if (Output.Contains(text, StringComparison.Ordinal) || Errors.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            if (ended.IsCompleted)
            {
                throw new InvalidOperationException($"The peer ended with code {process.ExitCode} before it said '{text}'.\n{Output}\n{Errors}");
            }

            await Task.WhenAny(next, ended).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Waits for the end and returns the output.</summary>
    /// <exception cref="InvalidOperationException">The script ended with another code than 0.</exception>
    public async Task<string> RequireSuccessAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Output
            : throw new InvalidOperationException($"The peer ended with code {process.ExitCode}.\n{Output}\n{Errors}");
    }

    /// <summary>Ends the script and everything it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Heard(StringBuilder where, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            where.AppendLine(line);
        }

        Interlocked.Exchange(ref spoke, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
