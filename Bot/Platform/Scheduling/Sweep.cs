using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Scheduling;

/// <summary>Reads what is due, has each subject looked at, and takes the rows away. Safe to run in several places at once.</summary>
internal sealed partial class Sweep(DueTable due, IEnumerable<IDueHandler> handlers, TimeProvider time, ILogger<Sweep> logger)
{
    private const int RowsAtOnce = 200;

    /// <summary>How many subjects are looked at side by side, so that one with ten thousand to tell holds nobody up.</summary>
    public const int SideBySide = 8;

    /// <summary>One run ends here even if more is due, so that a subject that is always due again cannot hold it for ever.</summary>
    private const int RowsInOneRun = 20_000;

    /// <summary>How long a subject is left alone after the first look that failed; twice as long after each further one, up to <see cref="Longest"/>.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>After so many failed looks in a row, a good hour, whoever runs the bot is told once more.</summary>
    private const int ToldAgain = 6;

    /// <summary>What is quicker than this is looked at one after the other, in the order of its moments; what takes longer goes on beside the next. What has become
    /// due meanwhile is found after this time.</summary>
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(1);

    private long movedAt;

    private bool hasFailed;

    private readonly Dictionary<string, IDueHandler> handlerOf = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    private readonly ILookup<string, string> followersOf = handlers.Where(handler => handler.Follows is not null).ToLookup(handler => handler.Follows!, handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>When it last asked what is due and got an answer; null before the first time. A run that tells ten thousand people goes on asking meanwhile.</summary>
    public DateTimeOffset? MovedAt => Interlocked.Read(ref movedAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Whether the last run ended with a fault, which only the store can cause.</summary>
    public bool HasFailed
    {
        get => Volatile.Read(ref hasFailed);
        private set => Volatile.Write(ref hasFailed, value);
    }

    /// <summary>A kind that somebody looks at; what a newer version may have written is none.</summary>
    private string Known(string kind) => handlerOf.ContainsKey(kind) ? kind : "unknown";

    /// <summary>The same by a clock that is believed.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => RunAsync(() => true, cancellationToken);

    /// <summary>Works until nothing more is due, what looking made due included. A subject whose handler fails is looked at again after two minutes, then with growing pauses, and holds nobody up;
    /// nor does one whose handler takes long. No subject is looked at twice at the same time.</summary>
    /// <param name="isClockBelieved">Asked before each look into the table; when not, what is under way is finished and no more is begun.</param>
    /// <param name="cancellationToken">Stops it, and the handlers.</param>
    /// <returns>How many rows were due.</returns>
    public async Task<int> RunAsync(Func<bool> isClockBelieved, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var outcome = Tags.Failed;
        try
        {
            var worked = await WorkAsync(isClockBelieved, cancellationToken);
            (HasFailed, outcome) = (false, Tags.Ok);
            return worked;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = Tags.Stopped;
            throw;
        }
        catch (Exception)
        {
            HasFailed = true;
            throw;
        }
        finally
        {
            Measures.SweepDuration.Record(time.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(Tags.Outcome, outcome));
        }
    }

    private async Task<int> WorkAsync(Func<bool> isClockBelieved, CancellationToken cancellationToken)
    {
        var worked = 0;
        var running = new Dictionary<DueSubject, Task>();
        try
        {
            while (true)
            {
                var rows = worked >= RowsInOneRun || !isClockBelieved() ? [] : await due.DueAsync(time.GetUtcNow(), RowsAtOnce, cancellationToken);
                Interlocked.Exchange(ref movedAt, time.GetUtcNow().UtcTicks);
                var subjects = rows.GroupBy(row => row.Subject).Where(subject => !running.ContainsKey(subject.Key)).ToList();
                foreach (var subject in subjects)
                {
                    await RoomAsync(running, cancellationToken);
                    var look = LookAsync([.. subject], cancellationToken);
                    running[subject.Key] = look;
                    worked += subject.Count();
                    await EndsOrTakesLongAsync([look], cancellationToken);
                }

                if (subjects.Count == 0 && running.Count == 0)
                {
                    return worked;
                }

                await EndsOrTakesLongAsync(subjects.Count == 0 ? [.. running.Values] : [], cancellationToken);
                await ReapAsync(running);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Nothing is left alone half done; whoever stops the sweep stops the handlers too.
            await Task.WhenAll(running.Values);
        }
    }

    private static async Task RoomAsync(Dictionary<DueSubject, Task> running, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (running.Count >= SideBySide)
        {
            await Task.WhenAny(running.Values);
            await ReapAsync(running);
        }
    }

    private async Task EndsOrTakesLongAsync(Task[] looks, CancellationToken cancellationToken)
    {
        if (looks.Length == 0 || looks.Any(look => look.IsCompleted))
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. looks, Task.Delay(Meanwhile, time, ended.Token)]);
        await ended.CancelAsync();
    }

    /// <summary>Takes out what has ended; a fault of the store ends the run.</summary>
    private static async Task ReapAsync(Dictionary<DueSubject, Task> running)
    {
        foreach (var (subject, looked) in running)
        {
            if (looked.IsCompleted)
            {
                running.Remove(subject);
                await looked;
            }
        }
    }

    private async Task LookAsync(IReadOnlyList<DueRow> rows, CancellationToken cancellationToken)
    {
        var subject = rows[0].Subject;
        var now = time.GetUtcNow();
        using var sight = LookSight.Begin(Known(subject.Kind), rows.Count, rows[0].At, now);
        DateTimeOffset? again;
        try
        {
            // Before the look, whose rows are gone after it: who follows is never forgotten, and need not wait for ten thousand to be told.
            foreach (var follower in followersOf[subject.Kind])
            {
                await due.LookAgainAsync(subject with { Kind = follower }, cancellationToken);
            }

            again = handlerOf.TryGetValue(subject.Kind, out var handler)
                ? await handler.LookAsync(subject, now, cancellationToken)
                : throw new InvalidOperationException("Nobody looks at subjects of kind " + subject.Kind + ".");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            sight?.Fail(failure);
            again = null;
            await PostponeAsync(subject, now, rows.Max(row => row.Failures) + 1, failure, cancellationToken);
        }

        if (again is { } moment)
        {
            await due.AddAsync(subject, [moment > now ? moment : now + TimeSpan.FromSeconds(1)], cancellationToken);
        }

        foreach (var row in rows)
        {
            await due.RemoveAsync(row, cancellationToken);
        }
    }

    /// <summary>How long a subject is left alone after so many failed looks in a row.</summary>
    internal static TimeSpan PauseAfter(int failures) => Later * Math.Pow(2, Math.Min(failures, 10) - 1) is var pause && pause < Longest ? pause : Longest;

    private async Task PostponeAsync(DueSubject subject, DateTimeOffset now, int failures, Exception failure, CancellationToken cancellationToken)
    {
        if (failures == 1)
        {
            LogFailed(logger, subject.Kind, subject.Id, FaultTrace.Of(failure));
        }
        else if (failures == ToldAgain)
        {
            LogKeepsFailing(logger, subject.Kind, subject.Id, failures, FaultTrace.Of(failure));
        }

        await due.PostponeAsync(subject, now + PauseAfter(failures), failures, cancellationToken);
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "Looking at {Kind} {Subject} has failed {Failures} times in a row; it is looked at once an hour, and this is not said again until it has worked once. {Fault}")]
    private static partial void LogKeepsFailing(ILogger logger, string kind, string subject, int failures, string fault);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Looking at {Kind} {Subject} failed; it is looked at again later, with growing pauses. {Fault}")]
    private static partial void LogFailed(ILogger logger, string kind, string subject, string fault);
}
