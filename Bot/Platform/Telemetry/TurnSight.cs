using System;
using System.Diagnostics;
using System.Threading;

namespace Bot.Platform.Telemetry;

/// <summary>What is seen of one turn while it runs: its kind, the command it turned out to be, how often it asked the store, how it ended. Nothing is seen, and next to nothing
/// spent, while nobody watches.</summary>
internal sealed class TurnSight : IDisposable
{
    /// <summary>The command of a turn that was not found to be one.</summary>
    public const string NoCommand = "none";

    /// <summary>Outcome: another instance or an earlier delivery answers, or it came from a bot, or nothing was to be said.</summary>
    public const string Answered = "answered";

    /// <summary>Outcome: answered first, and worked on afterwards.</summary>
    public const string Late = "late";

    /// <summary>Outcome: an invoke the bot does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>Outcome: the sender was asked to pause.</summary>
    public const string Limited = "limited";

    /// <summary>Outcome: not begun, because too many turns were under way.</summary>
    public const string Busy = "busy";

    private static readonly AsyncLocal<TurnSight?> Current = new();

    private readonly string kind;
    private readonly TimeProvider time;
    private readonly long begun;
    private readonly Activity? span;
    private string command = NoCommand;
    private string outcome = Answered;
    private int storeCalls;
    private bool isOver;

    private TurnSight(string kind, TimeProvider time)
    {
        (this.kind, this.time) = (kind, time);
        begun = time.GetTimestamp();
        span = Spans.Root("turn " + kind);
    }

    private static bool IsWatched => Measures.TurnDuration.Enabled || Measures.TurnStoreCalls.Enabled || Spans.AreWatched;

    /// <summary>Begins to watch, within an asynchronous method and until its end; null while nobody does.</summary>
    public static TurnSight? Begin(string kind, TimeProvider time) => IsWatched ? Current.Value = new TurnSight(kind, time) : null;

    /// <summary>A turn that was turned away before it began.</summary>
    public static void NotBegun(string kind) => Record(kind, Busy, 0);

    /// <summary>The turn is this command, or this button. A command that calls another is what it calls.</summary>
    /// <param name="command">A name of the bot's own, which does not tell how somebody votes.</param>
    public static void Name(string command)
    {
        if (IsWatched && Current.Value is { isOver: false } sight)
        {
            sight.command = command;
        }
    }

    /// <summary>How the turn ends, unless it fails.</summary>
    public static void End(string outcome)
    {
        if (IsWatched && Current.Value is { isOver: false } sight)
        {
            sight.outcome = outcome;
        }
    }

    /// <summary>The store was asked.</summary>
    public static void CountStoreCall()
    {
        if (Current.Value is { isOver: false } sight)
        {
            Interlocked.Increment(ref sight.storeCalls);
        }
    }

    /// <summary>From here on, until the end of the asynchronous method that says so, nothing is the turn's any more, though it began there.</summary>
    public static void Leave() => Current.Value = null;

    /// <summary>The turn failed.</summary>
    public void Fail(Exception fault)
    {
        outcome = Tags.Failed;
        Spans.Fail(span, Spans.KindOf(fault));
    }

    /// <summary>The turn is over.</summary>
    public void Dispose()
    {
        isOver = true;
        var calls = Volatile.Read(ref storeCalls);
        Record(kind, outcome, time.GetElapsedTime(begun).TotalSeconds);
        Measures.TurnStoreCalls.Record(calls, new TagList { { Tags.Command, command } });
        span?.SetTag(Tags.TurnKind, kind).SetTag(Tags.Command, command).SetTag(Tags.Outcome, outcome);
        span?.Dispose();
    }

    private static void Record(string kind, string outcome, double seconds) =>
        Measures.TurnDuration.Record(seconds, new TagList { { Tags.TurnKind, kind }, { Tags.Outcome, outcome } });
}
