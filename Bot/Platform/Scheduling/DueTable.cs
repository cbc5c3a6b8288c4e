using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;

namespace Bot.Platform.Scheduling;

/// <summary>The rows "at T look at S", one partition in order of time for all networks, so that asking what is due costs one range query.</summary>
internal sealed class DueTable(ITableStore tables, TimeProvider time, SweepSignal signal)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "due";

    private const string Partition = "due";

    /// <summary>Writes the moments at which the subject must be looked at. Call it before storing the subject:
    /// a look at something that was never stored is harmless, a stored subject nobody looks at is not. What is due already is due at once,
    /// not only with the next full second.</summary>
    public async Task AddAsync(DueSubject subject, IEnumerable<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = moments.Select(at => new DueRow(at <= now ? FloorToSecond(at) : at, subject)).DistinctBy(row => row.RowKey).ToList();
        foreach (var chunk in rows.Chunk(100))
        {
            await tables.SubmitTransactionAsync(Table, [.. chunk.Select(Upsert)], cancellationToken);
        }

        foreach (var row in rows)
        {
            signal.Expect(row.At);
        }
    }

    /// <summary>What is due at <paramref name="now"/> or was before, earliest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var range = new RowRange(Partition, string.Empty, DueRow.KeyOf(FloorToSecond(now)) + "~") { Take = most };
        var rows = new List<DueRow>();
        await foreach (var row in tables.QueryAsync(Table, range, cancellationToken))
        {
            rows.Add(DueRow.Parse(row.RowKey));
        }

        return rows;
    }

    /// <summary>The next moment anything is due, or null when nothing is.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Table, RowRange.All(Partition) with { Take = 1 }, cancellationToken))
        {
            return DueRow.Parse(row.RowKey).At;
        }

        return null;
    }

    /// <summary>Takes a row away; harmless when another instance already did.</summary>
    public Task RemoveAsync(DueRow row, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(Table, [new(TableTransactionActionType.Delete, new TableEntity(Partition, row.RowKey), ETag.All)], cancellationToken);

    private static TableTransactionAction Upsert(DueRow row) => TableTransactionAction.Upsert(new TableEntity(Partition, row.RowKey));

    private static DateTimeOffset FloorToSecond(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
