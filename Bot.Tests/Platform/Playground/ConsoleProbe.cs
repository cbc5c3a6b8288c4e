using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Platform.Playground;

/// <summary>A console that remembers what was printed and tells when something is.</summary>
internal sealed class ConsoleProbe : TextWriter
{
    private readonly Lock printing = new();
    private readonly StringBuilder printed = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        lock (printing)
        {
            printed.AppendLine(value);
            Tell();
        }
    }

    public override string ToString()
    {
        lock (printing)
        {
            return printed.ToString();
        }
    }

    /// <summary>Waits until the text has been printed, at most two minutes.</summary>
    public async Task PrintsAsync(string text, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (printing)
        {
            awaited.Add((text, seen));
            Tell();
        }

        try
        {
            await seen.Task.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"“{text}” was not printed, but:\n{this}", late);
        }
    }

    private void Tell()
    {
        var text = printed.ToString();
        awaited.RemoveAll(wait => text.Contains(wait.Text, StringComparison.Ordinal) && wait.Seen.TrySetResult());
    }
}
