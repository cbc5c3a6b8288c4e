using System;
using System.Diagnostics;

namespace Bot.Platform.Telemetry;

/// <summary>What is seen of one look at something due: which kind of subject, how late, how it ended. Which subject is not.</summary>
internal sealed class LookSight : IDisposable
{
    private readonly string kind;
    private readonly int rows;
    private readonly Activity? span;
    private string outcome = Tags.Ok;

    private LookSight(string kind, int rows, TimeSpan lag)
    {
        (this.kind, this.rows) = (kind, rows);
        span = Spans.Root("look " + kind)?.SetTag(Tags.DueKind, kind).SetTag(Tags.DueLag, lag.TotalSeconds);
        Measures.DueLag.Record(lag.TotalSeconds, new TagList { { Tags.DueKind, kind } });
    }

    /// <summary>Begins to watch a look, within an asynchronous method; null while nobody does.</summary>
    /// <param name="kind">The kind of subject.</param>
    /// <param name="rows">How many due rows the look is for.</param>
    /// <param name="due">When the first of them was due.</param>
    /// <param name="now">When the look begins.</param>
    public static LookSight? Begin(string kind, int rows, DateTimeOffset due, DateTimeOffset now) =>
        Measures.DueLag.Enabled || Measures.DueRows.Enabled || Spans.AreWatched
            ? new LookSight(kind, rows, now > due ? now - due : TimeSpan.Zero)
            : null;

    /// <summary>The look failed; it is repeated.</summary>
    public void Fail(Exception fault)
    {
        outcome = Tags.Failed;
        Spans.Fail(span, Spans.KindOf(fault));
    }

    /// <summary>The look is over.</summary>
    public void Dispose()
    {
        Measures.DueRows.Add(rows, new TagList { { Tags.DueKind, kind }, { Tags.Outcome, outcome } });
        span?.SetTag(Tags.Outcome, outcome);
        span?.Dispose();
    }
}
