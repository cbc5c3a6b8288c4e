using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Tests.Features.Ballots;

/// <summary>Several things done on one store at the same time, in an order of store calls that the test decides: before each call whoever makes it waits until it is their turn.</summary>
internal sealed class Interleaving(ITableStore inner) : ITableStore
{
    private readonly AsyncLocal<Lane?> current = new();

    /// <summary>Begins something; it stands before its first call.</summary>
    public async Task<Lane> BeginAsync(Func<Task> work)
    {
        var lane = new Lane();
        var before = current.Value;
        current.Value = lane;
        lane.Work = Task.Run(work);
        current.Value = before;
        await lane.HaltedAsync();
        return lane;
    }

    public Task CreateTableIfNotExistsAsync(string table, CancellationToken cancellationToken) => inner.CreateTableIfNotExistsAsync(table, cancellationToken);

    public async Task<TableEntity?> GetEntityIfExistsAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        await TurnAsync();
        return await inner.GetEntityIfExistsAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(string table, RowRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await TurnAsync();
        await foreach (var row in inner.QueryAsync(table, range, cancellationToken))
        {
            yield return row;
        }
    }

    public IAsyncEnumerable<TableEntity> ScanAsync(string table, string prefix, CancellationToken cancellationToken) => inner.ScanAsync(table, prefix, cancellationToken);

    public async Task<TransactionResult> SubmitTransactionAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        await TurnAsync();
        return await inner.SubmitTransactionAsync(table, actions, cancellationToken);
    }

    public async Task ForgetRemovedAsync(CancellationToken cancellationToken)
    {
        await TurnAsync();
        await inner.ForgetRemovedAsync(cancellationToken);
    }

    private Task TurnAsync() => current.Value?.WaitAsync() ?? Task.CompletedTask;

    /// <summary>One of those who act at the same time.</summary>
    internal sealed class Lane
    {
        private TaskCompletionSource halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource goes = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What is done.</summary>
        public Task Work { get; set; } = Task.CompletedTask;

        /// <summary>Whether it is done to its end.</summary>
        public bool IsDone => Work.IsCompleted;

        /// <summary>Lets one call of the store happen, and what follows it up to the next.</summary>
        public async Task StepAsync()
        {
            var go = goes;
            (goes, halted) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
            go.SetResult();
            await HaltedAsync();
        }

        /// <summary>It stands before a call, or is done; a failure is thrown.</summary>
        public async Task HaltedAsync() => await (await Task.WhenAny(halted.Task, Work));

        /// <summary>Waits for its turn.</summary>
        public Task WaitAsync()
        {
            var go = goes;
            halted.SetResult();
            return go.Task;
        }
    }
}
