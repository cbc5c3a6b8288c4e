using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Messages that asked for something with effect. One partition a network, one row a message. Whoever inserts the row answers the message;
/// rows are removed after <see cref="KeptFor"/>.</summary>
internal sealed class HeardMessageStore(ITableStore tables, DueTable due) : IDueHandler
{
    /// <summary>How long an edited message is still known. Afterwards editing it does nothing.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(7);

    /// <summary>After this time without an answer the one who was to give it counts as dead.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <inheritdoc/>
    public string Kind => Subjects.Message;

    /// <summary>Claims a message to be answered.</summary>
    /// <returns>The claimed message; null when somebody else answers it or has done so: it was delivered twice.</returns>
    public async Task<Stored<HeardMessage>?> ClaimAsync(NetworkId network, HeardMessage fresh, CancellationToken cancellationToken)
    {
        await due.AddAsync(Subjects.Due(network, Kind, fresh.Key), [(fresh.HeardAt + KeptFor).ToDateTimeOffset()], cancellationToken);
        if (await tables.SubmitTransactionAsync(TableNames.Messages, [TableTransactionAction.Add(Row(network, fresh))], cancellationToken)
            is TransactionResult.Committed { ETags: [var etag] })
        {
            return new Stored<HeardMessage>(fresh, etag);
        }

        var standing = await FindAsync(network, fresh.Key, cancellationToken);
        return standing is { Value: { Answer: null, State: HeardState.Pending } dead } && dead.HeardAt + Lease <= fresh.HeardAt
            ? await TrySaveAsync(network, new Stored<HeardMessage>(fresh, standing.Value.ETag), cancellationToken)
            : null;
    }

    /// <summary>The message, or null when there is none, or none any more.</summary>
    public async Task<Stored<HeardMessage>?> FindAsync(NetworkId network, string key, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Messages, network.Value, key, cancellationToken);
        return row is null ? null : new Stored<HeardMessage>(Read(row), row.ETag);
    }

    /// <summary>Stores a changed message if it is still as it was read.</summary>
    /// <returns>The message with its new version; null when it changed since, and nothing was written.</returns>
    public async Task<Stored<HeardMessage>?> TrySaveAsync(NetworkId network, Stored<HeardMessage> message, CancellationToken cancellationToken)
    {
        var row = Row(network, message.Value);
        row.ETag = message.ETag;
        return await tables.SubmitTransactionAsync(TableNames.Messages, [TableTransactionAction.Update(row)], cancellationToken)
            is TransactionResult.Committed { ETags: [var etag] }
            ? new Stored<HeardMessage>(message.Value, etag)
            : null;
    }

    /// <summary>Removes a message whose time is over.</summary>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await FindAsync(network, subject.Id, cancellationToken) is { } found)
        {
            var until = (found.Value.HeardAt + KeptFor).ToDateTimeOffset();
            if (now < until)
            {
                return until;
            }

            var row = new TableEntity(network.Value, subject.Id) { ETag = found.ETag };
            await tables.SubmitTransactionAsync(TableNames.Messages, [TableTransactionAction.Delete(row)], cancellationToken);
        }

        return null;
    }

    private static HeardMessage Read(TableEntity row) => new(
        row.RowKey,
        row.Moment("HeardAt"),
        row.Named<HeardState>("State"),
        row.Number("Revision"),
        row.GetString("Command") ?? string.Empty,
        row.GetString("Text") ?? string.Empty,
        row.GetString("Answer"),
        row.GetString("Outcome"));

    private static TableEntity Row(NetworkId network, HeardMessage message)
    {
        var row = RowFormat.NewRow(network.Value, message.Key);
        row["HeardAt"] = message.HeardAt.ToDateTimeOffset();
        row["State"] = message.State.ToString();
        row["Revision"] = message.Revision;
        row["Command"] = message.Command;
        row["Text"] = message.Text;
        row["Answer"] = message.Answer;
        row["Outcome"] = message.Outcome;
        return row;
    }
}
