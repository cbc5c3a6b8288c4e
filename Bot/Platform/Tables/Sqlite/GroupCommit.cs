using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Tables.Sqlite;

/// <summary>One writer for all: whatever waits while the disk is busy goes into the next commit together, so that sixteen votes cost one flush.</summary>
/// <remarks>A thread of its own, because a flush blocks; the pool's threads stay free for turns.</remarks>
internal sealed class GroupCommit : IDisposable
{
    private readonly RowWriter writer;
    private readonly Thread thread;
    private readonly object gate = new();
    private List<IPendingWrite> waiting = [];
    private bool closing;

    /// <summary>Takes the writer over.</summary>
    public GroupCommit(RowWriter writer)
    {
        this.writer = writer;
        thread = new Thread(Run) { IsBackground = true, Name = "Table writer" };
        thread.Start();
    }

    private interface IPendingWrite
    {
        bool IsWanted { get; }

        /// <summary>Whether it cannot be part of a transaction.</summary>
        bool IsAlone { get; }

        void Apply(RowWriter writer);

        void Acknowledge();

        void Fail(Exception exception);
    }

    /// <summary>Runs <paramref name="work"/> on the writer; completes when its result is durable.</summary>
    /// <param name="work">Writes, and undoes what it wrote when its result is a conflict.</param>
    /// <param name="cancellationToken">Honoured until the work begins; what has begun is finished.</param>
    public Task<T> WriteAsync<T>(Func<RowWriter, T> work, CancellationToken cancellationToken) => WriteAsync(work, isAlone: false, cancellationToken);

    private Task<T> WriteAsync<T>(Func<RowWriter, T> work, bool isAlone, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(work, isAlone, cancellationToken);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            waiting.Add(pending);
            if (waiting.Count == 1)
            {
                Monitor.Pulse(gate);
            }
        }

        return pending.Task;
    }

    /// <summary>Writes the file anew, between two groups; completes when nothing of what was removed before is left in it.</summary>
    public Task RewriteAsync(CancellationToken cancellationToken) => WriteAsync(
        writer =>
        {
            writer.Rewrite();
            return true;
        },
        isAlone: true,
        cancellationToken);

    /// <summary>Writes what still waits and closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        writer.Dispose();
    }

    private void Run()
    {
        var group = new List<IPendingWrite>();
        while (TakeAll(ref group))
        {
            group.RemoveAll(pending => !pending.IsWanted);
            if (group.TrueForAll(pending => !pending.IsAlone))
            {
                WriteTogether(group);
                group.Clear();
                continue;
            }

            WriteTogether([.. group.Where(pending => !pending.IsAlone)]);
            foreach (var alone in group.Where(pending => pending.IsAlone))
            {
                WriteAlone(alone);
            }

            group.Clear();
        }
    }

    /// <summary>Waits for work and exchanges the empty list for the full one.</summary>
    private bool TakeAll(ref List<IPendingWrite> group)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closing)
            {
                Monitor.Wait(gate);
            }

            (waiting, group) = (group, waiting);
            return group.Count > 0;
        }
    }

    private void WriteTogether(List<IPendingWrite> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            writer.Begin();
            group.ForEach(pending => pending.Apply(writer));
        }
        catch (Exception broken)
        {
            Undo(group, broken);
            return;
        }

        try
        {
            writer.Commit();
        }
        catch (Exception broken)
        {
            Rollback();
            group.ForEach(pending => pending.Fail(broken));
            return;
        }

        group.ForEach(pending => pending.Acknowledge());
    }

    private void WriteAlone(IPendingWrite pending)
    {
        try
        {
            pending.Apply(writer);
        }
        catch (Exception broken)
        {
            pending.Fail(broken);
            return;
        }

        pending.Acknowledge();
    }

    /// <summary>Nothing of the group was written. One of many is to blame: let each try alone.</summary>
    private void Undo(List<IPendingWrite> group, Exception broken)
    {
        Rollback();
        if (group.Count == 1)
        {
            group[0].Fail(broken);
            return;
        }

        group.ForEach(pending => WriteTogether([pending]));
    }

    /// <summary>The thread must live on: when even this fails, the next group's beginning fails too and tells its callers.</summary>
    private void Rollback()
    {
        try
        {
            writer.Rollback();
        }
        catch (DataFileException)
        {
        }
    }

    private sealed class PendingWrite<T>(Func<RowWriter, T> work, bool isAlone, CancellationToken cancellationToken)
        : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IPendingWrite
    {
        private T? result;

        public bool IsWanted => !cancellationToken.IsCancellationRequested || !TrySetCanceled(cancellationToken);

        public bool IsAlone => isAlone;

        public void Apply(RowWriter writer) => result = work(writer);

        public void Acknowledge() => SetResult(result!);

        public void Fail(Exception exception) => SetException(exception);
    }
}
