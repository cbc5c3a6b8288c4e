using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Platform.Deliveries;

/// <summary>How a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>Somebody is sending it, until the lease ends.</summary>
    Claimed,

    /// <summary>The Connector took it.</summary>
    Sent,

    /// <summary>The bot has not been added there, or was removed; it is sent as soon as it is there. The lease says until when nobody tries without being told.</summary>
    Waiting,

    /// <summary>It can never arrive.</summary>
    Failed,

    /// <summary>It failed too often.</summary>
    GivenUp,
}

/// <summary>One line of the ledger.</summary>
/// <param name="Subject">What it is about; the partition.</param>
/// <param name="Kind">Which message about it, such as <c>invitation</c>.</param>
/// <param name="Audience">Key of the conversation it goes to.</param>
/// <param name="State">How it stands.</param>
/// <param name="LeaseUntil">Until when the claim holds.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ConversationId">Where it arrived, or null.</param>
/// <param name="ServiceUrl">Where the Connector answers for that conversation, or null.</param>
/// <param name="ActivityId">The message as Teams knows it, or null; needed to update it.</param>
/// <param name="Error">Code of the last error, or null.</param>
/// <param name="Doubts">How often it was sent without anybody knowing whether it arrived.</param>
/// <param name="Behind">How often in a row bringing it up to date failed.</param>
internal sealed record Delivery(
    string Subject, string Kind, string Audience, DeliveryState State, DateTimeOffset LeaseUntil, int Attempts,
    string? ConversationId = null, string? ServiceUrl = null, string? ActivityId = null, string? Error = null,
    int Doubts = 0, int Behind = 0)
{
    /// <summary>Whether it will not arrive any more unless somebody has it tried again.</summary>
    public bool IsOver => State is DeliveryState.Failed or DeliveryState.GivenUp;
}

/// <summary>Who was told what: one row for each subject, kind of message and recipient. Whoever inserts the row sends the message;
/// a lease lets another instance take over from one that died.</summary>
internal sealed class DeliveryLedger(ITableStore tables, TimeProvider time)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "deliveries";

    private const int Attempts = 3;

    /// <summary>How long a claim holds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>By how much the clocks of two instances may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Claims a delivery.</summary>
    /// <returns>The claimed line to send and then <see cref="SaveAsync"/>; or the line as it stands when it is somebody else's or done.</returns>
    public async Task<(bool Mine, TableEntity Row, Delivery Line)> ClaimAsync(string subject, string kind, string audience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var fresh = new Delivery(subject, kind, audience, DeliveryState.Claimed, now + Lease, 1);
            var row = Write(fresh);
            if (await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Add(row)], cancellationToken) is TransactionResult.Committed inserted)
            {
                row.ETag = inserted.ETags[0];
                return (true, row, fresh);
            }

            if (await tables.GetEntityIfExistsAsync(Table, row.PartitionKey, row.RowKey, cancellationToken) is not { } standing)
            {
                continue;
            }

            var line = Read(standing);
            if (IsBeyondBelief(line, now))
            {
                await ShortenAsync(standing, line, now, cancellationToken);
                continue;
            }

            if (line.State != DeliveryState.Waiting && (line.State != DeliveryState.Claimed || line.LeaseUntil > now))
            {
                return (false, standing, line);
            }

            var again = line with { State = DeliveryState.Claimed, Error = null, LeaseUntil = now + Lease, Attempts = line.Attempts + 1 };
            var taken = Write(again);
            taken.ETag = standing.ETag;
            if (await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Update(taken)], cancellationToken) is TransactionResult.Committed won)
            {
                taken.ETag = won.ETags[0];
                return (true, taken, again);
            }
        }
    }

    /// <summary>Whether a claim ends later than any claim made now would: the clock was set back since. Such a claim is given the time of a new one, and no more; it would last as long as
    /// the clock was set back. It may be alive, so it is not taken over at once. What was tried and waits may wait long, and is believed.</summary>
    public static bool IsBeyondBelief(Delivery line, DateTimeOffset now) => line is { State: DeliveryState.Claimed, Error: null } && line.LeaseUntil > now + Lease + Skew;

    /// <summary>Stores how a claimed delivery went. Nothing happens when the lease was lost meanwhile; one that was only shortened still holds. A store that fails is asked
    /// again at once: what was sent and is not noted would be sent a second time.</summary>
    public async Task SaveAsync(TableEntity claimed, Delivery line, CancellationToken cancellationToken)
    {
        var row = Write(line);
        row.ETag = claimed.ETag;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed
                    || await tables.GetEntityIfExistsAsync(Table, row.PartitionKey, row.RowKey, cancellationToken) is not { } standing
                    || !IsSameClaim(Read(standing), Read(claimed)))
                {
                    return;
                }

                row.ETag = standing.ETag;
                attempt--;
            }
            catch (Exception failure) when (attempt < Attempts && (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
            {
                // The next attempt meets a conflict when this one was written after all.
            }
        }
    }

    /// <summary>Everything said about a subject.</summary>
    public async IAsyncEnumerable<Delivery> AboutAsync(
        string subject, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Table, RowRange.All(subject), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Everything of one kind said about a subject.</summary>
    public async IAsyncEnumerable<Delivery> OfKindAsync(
        string subject, string kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(Table, RowRange.WithPrefix(subject, kind + "|"), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Notes something about a message that was sent, unless the line was changed since it was read.</summary>
    public async Task NoteAsync(Delivery read, Delivery changed, CancellationToken cancellationToken)
    {
        var before = Write(read);
        if (await tables.GetEntityIfExistsAsync(Table, before.PartitionKey, before.RowKey, cancellationToken) is { } standing && Read(standing) == read)
        {
            var row = Write(changed);
            row.ETag = standing.ETag;
            await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Update(row)], cancellationToken);
        }
    }

    private static bool IsSameClaim(Delivery standing, Delivery claimed) => standing with { LeaseUntil = claimed.LeaseUntil } == claimed;

    private async Task ShortenAsync(TableEntity standing, Delivery line, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = Write(line with { LeaseUntil = now + Lease });
        row.ETag = standing.ETag;
        await tables.SubmitTransactionAsync(Table, [TableTransactionAction.Update(row)], cancellationToken);
    }

    private static TableEntity Write(Delivery line) => new(line.Subject, line.Kind + "|" + KeyPart.Of(line.Audience))
    {
        ["Format"] = 1,
        ["Kind"] = line.Kind,
        ["Audience"] = line.Audience,
        ["State"] = line.State.ToString(),
        ["LeaseUntil"] = line.LeaseUntil,
        ["Attempts"] = line.Attempts,
        ["ConversationId"] = line.ConversationId,
        ["ServiceUrl"] = line.ServiceUrl,
        ["ActivityId"] = line.ActivityId,
        ["Error"] = line.Error,
        ["Doubts"] = line.Doubts,
        ["Behind"] = line.Behind,
    };

    private static Delivery Read(TableEntity row) => new(
        row.PartitionKey,
        row.GetString("Kind") ?? string.Empty,
        row.GetString("Audience") ?? string.Empty,
        Enum.Parse<DeliveryState>(row.GetString("State") ?? nameof(DeliveryState.GivenUp)),
        row.GetDateTimeOffset("LeaseUntil") ?? DateTimeOffset.MinValue,
        row.GetInt32("Attempts") ?? 0,
        row.GetString("ConversationId"),
        row.GetString("ServiceUrl"),
        row.GetString("ActivityId"),
        row.GetString("Error"),
        row.GetInt32("Doubts") ?? 0,
        row.GetInt32("Behind") ?? 0);
}
