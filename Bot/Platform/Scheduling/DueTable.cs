using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Platform.Scheduling;

/// <summary>The rows "at T look at S", one partition in order of time for all networks, so that asking what is due costs one range query.</summary>
internal sealed class DueTable(ITableStore tables, SweepSignal signal, TimeProvider time)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "due";

    private const string Partition = "due";

    private const string Failures = "Failures";
    private const int MostAtOnce = 1000;

    /// <summary>How long a change may take from <see cref="ForeseeAsync"/> until it is stored.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Says that the subject is about to change, before the change is stored: a look at something that was never stored is harmless,
    /// a stored change nobody looks at is not. The look lies <see cref="Grace"/> ahead, because one that came between this and the storing
    /// would find nothing new and be gone.</summary>
    /// <param name="subject">What is about to change.</param>
    /// <param name="later">Further moments at which it must be looked at once the change is stored.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>To be given to <see cref="LookNowAsync"/> when the change is stored; otherwise left alone.</returns>
    public async Task<DueRow> ForeseeAsync(DueSubject subject, IEnumerable<DateTimeOffset> later, CancellationToken cancellationToken)
    {
        await AddAsync(subject, later, cancellationToken);
        var foreseen = new DueRow(time.GetUtcNow() + Grace, subject);
        var written = await tables.SubmitTransactionAsync(Table, [Upsert(foreseen)], cancellationToken);
        signal.Expect(foreseen.At);
        return foreseen with { ETag = ((TransactionResult.Committed)written).ETags[0] };
    }

    /// <summary>Says that the change is stored: the subject is looked at now, and not once more when the grace is over.</summary>
    public async Task LookNowAsync(DueRow foreseen, CancellationToken cancellationToken)
    {
        var now = new DueRow(FloorToSecond(time.GetUtcNow()), foreseen.Subject);
        var swap = new[] { Upsert(now), Delete(foreseen) };
        if (await tables.SubmitTransactionAsync(Table, swap, cancellationToken) is not TransactionResult.Committed)
        {
            // Somebody else foresaw a change of the same subject in the same second, or it was looked at already: that row is theirs.
            await tables.SubmitTransactionAsync(Table, [Upsert(now)], cancellationToken);
        }

        signal.Expect(now.At);
    }

    /// <summary>Has the subject looked at now, without anything about it having changed.</summary>
    public Task LookAgainAsync(DueSubject subject, CancellationToken cancellationToken) => AddAsync(subject, [time.GetUtcNow()], cancellationToken);

    /// <summary>Has everything looked at now that is due within a time, and leaves what is due as it is: whoever looks early finds what is to be done already, or nothing.</summary>
    public async Task LookNowWithinAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        foreach (var subject in (await DueAsync(time.GetUtcNow() + span, MostAtOnce, cancellationToken)).Select(row => row.Subject).Distinct())
        {
            await LookAgainAsync(subject, cancellationToken);
        }
    }

    /// <summary>Writes moments at which the subject must be looked at as it is then. What is due already is due at once, not only with the next full second.</summary>
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

    /// <summary>Has a subject looked at again at which looking has failed.</summary>
    /// <param name="subject">What.</param>
    /// <param name="at">When.</param>
    /// <param name="failures">How often in a row it has failed.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    public async Task PostponeAsync(DueSubject subject, DateTimeOffset at, int failures, CancellationToken cancellationToken)
    {
        await tables.SubmitTransactionAsync(Table, [Upsert(new DueRow(at, subject) { Failures = failures })], cancellationToken);
        signal.Expect(at);
    }

    /// <summary>What is due at <paramref name="now"/> or was before, earliest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var range = new RowRange(Partition, string.Empty, DueRow.KeyOf(FloorToSecond(now)) + "~") { Take = most };
        var rows = new List<DueRow>();
        await foreach (var row in tables.QueryAsync(Table, range, cancellationToken))
        {
            rows.Add(DueRow.Parse(row.RowKey) with { ETag = row.ETag, Failures = row.GetInt32(Failures) ?? 0 });
        }

        return rows;
    }

    /// <summary>Everything that is to be looked at in a network, earliest first. Costs as much as all networks have rows; for what happens once in years.</summary>
    public async Task<IReadOnlyList<DueRow>> OfNetworkAsync(string network, CancellationToken cancellationToken)
    {
        var rows = new List<DueRow>();
        await foreach (var row in tables.QueryAsync(Table, RowRange.All(Partition), cancellationToken))
        {
            if (DueRow.Parse(row.RowKey) is var due && due.Subject.Network == network)
            {
                rows.Add(due with { ETag = row.ETag });
            }
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

    /// <summary>Takes away a row that was read, unless it was written again since: then somebody wants another look. Harmless when
    /// another instance took it away already.</summary>
    public Task RemoveAsync(DueRow row, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(Table, [Delete(row)], cancellationToken);

    private static TableTransactionAction Delete(DueRow row) => TableTransactionAction.Delete(new TableEntity(Partition, row.RowKey) { ETag = row.ETag });

    private static TableTransactionAction Upsert(DueRow row)
    {
        var entity = new TableEntity(Partition, row.RowKey);
        if (row.Failures > 0)
        {
            entity[Failures] = row.Failures;
        }

        return TableTransactionAction.Upsert(entity);
    }

    private static DateTimeOffset FloorToSecond(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
