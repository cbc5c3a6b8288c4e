using System;
using System.Diagnostics;

namespace Bot.Platform.Telemetry;

/// <summary>What is seen of one call to the store: table, operation, how many rows, how it ended. Keys and values are not.</summary>
internal sealed class StoreSight : IDisposable
{
    /// <summary>Outcome: nothing was written, because a row was not as expected. Part of how the bot works, and no fault.</summary>
    public const string Conflict = "conflict";

    private readonly string system;
    private readonly string table;
    private readonly string operation;
    private readonly TimeProvider time;
    private readonly Activity? span;
    private readonly long begun;
    private TimeSpan between;
    private string outcome = Tags.Ok;
    private string? fault;

    private StoreSight(string system, string table, string operation, TimeProvider time)
    {
        (this.system, this.table, this.operation, this.time) = (system, table, operation, time);
        span = Spans.Call(operation + " " + table);
        begun = time.GetTimestamp();
        TurnSight.CountStoreCall();
    }

    /// <summary>Whether anybody watches.</summary>
    public static bool IsWatched => Measures.StoreDuration.Enabled || Measures.TurnStoreCalls.Enabled || Spans.AreWatched;

    /// <summary>Begins to watch a call, within an asynchronous method.</summary>
    public static StoreSight Begin(string system, string table, string operation, TimeProvider time) => new(system, table, operation, time);

    /// <summary>So many rows were read.</summary>
    public void Read(int rows) => span?.SetTag(Tags.RowsRead, rows);

    /// <summary>So many rows are to be written.</summary>
    public void Writes(int rows) => span?.SetTag(Tags.RowsWritten, rows);

    /// <summary>Nothing was written.</summary>
    public void MetConflict() => outcome = Conflict;

    /// <summary>Time that whoever reads row by row took for themselves.</summary>
    public void Without(TimeSpan theirs) => between += theirs;

    /// <summary>The store failed, or nobody waits for it any more.</summary>
    public void Fail(Exception failure)
    {
        outcome = failure is OperationCanceledException ? Tags.Stopped : Tags.Failed;
        fault = Spans.KindOf(failure);
        Spans.Fail(span, fault);
    }

    /// <summary>The call is over.</summary>
    public void Dispose()
    {
        var tags = new TagList { { Tags.StoreSystem, system }, { Tags.Table, table }, { Tags.StoreOperation, operation }, { Tags.Outcome, outcome } };
        if (fault is not null)
        {
            tags.Add(Tags.Error, fault);
        }

        Measures.StoreDuration.Record((time.GetElapsedTime(begun) - between).TotalSeconds, tags);
        span?.SetTag(Tags.StoreSystem, system).SetTag(Tags.Table, table).SetTag(Tags.StoreOperation, operation).SetTag(Tags.Outcome, outcome);
        span?.Dispose();
    }
}
