using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Something that was announced to several people.</summary>
/// <param name="Kind">What kind of subject it is about; without '|' and '.'.</param>
/// <param name="Id">The subject's identity.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="At">When it was last looked at whether something is to be said about it.</param>
/// <param name="Round">How often coordinators have had those told again who were not reached.</param>
internal sealed record Announced(string Kind, string Id, CommitteeId Committee, Instant At, int Round)
{
    /// <summary>What it goes by on cards and in due rows.</summary>
    public string Key => Kind + "." + Id;
}

/// <summary>What was announced lately, in the table of deliveries: <c>announced|network</c> / <c>kind|id</c>. So the report on deliveries finds its subjects without reading all there are.</summary>
internal sealed class AnnouncedStore(ITableStore tables)
{
    /// <summary>First word of the partitions.</summary>
    public const string Lead = "announced";

    private const int Attempts = 5;

    /// <summary>A note this young need not be written anew.</summary>
    private static readonly Duration Fresh = Duration.FromHours(1);

    /// <summary>Notes that the subject is talked about.</summary>
    public async Task NoteAsync(NetworkId network, Announced announced, CancellationToken cancellationToken)
    {
        if (await FindAsync(network, announced.Kind, announced.Id, cancellationToken) is not { } standing)
        {
            await WriteAsync(network, new Stored<Announced>(announced, default), cancellationToken);
        }
        else if (announced.At - standing.Value.At > Fresh)
        {
            await WriteAsync(network, standing with { Value = standing.Value with { At = announced.At } }, cancellationToken);
        }
    }

    /// <summary>The subjects talked about since a moment, the latest first.</summary>
    public async Task<IReadOnlyList<Announced>> SinceAsync(NetworkId network, Instant since, CancellationToken cancellationToken)
    {
        var found = new List<Announced>();
        await foreach (var row in tables.QueryAsync(DeliveryLedger.Table, RowRange.All(Partition(network)), cancellationToken))
        {
            if (Read(row) is var announced && announced.At >= since)
            {
                found.Add(announced);
            }
        }

        return [.. found.OrderByDescending(one => one.At).ThenBy(one => one.Key, StringComparer.Ordinal)];
    }

    /// <summary>The note about a subject, or null when there is none.</summary>
    public async Task<Stored<Announced>?> FindAsync(NetworkId network, string kind, string id, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(DeliveryLedger.Table, Partition(network), kind + "|" + id, cancellationToken) is { } row ? new Stored<Announced>(Read(row), row.ETag) : null;

    /// <summary>Notes that those who were not reached are told again, so that it is reported anew.</summary>
    public async Task NextRoundAsync(NetworkId network, string kind, string id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(network, kind, id, cancellationToken) is not { } standing
                || await WriteAsync(network, standing with { Value = standing.Value with { Round = standing.Value.Round + 1 } }, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The partition of a network.</summary>
    public static string Partition(NetworkId network) => Lead + "|" + network.Value;

    private async Task<bool> WriteAsync(NetworkId network, Stored<Announced> announced, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), announced.Value.Kind + "|" + announced.Value.Id);
        (row["Committee"], row["At"], row["Round"]) = (announced.Value.Committee.Value, announced.Value.At.ToDateTimeOffset(), announced.Value.Round);
        row.ETag = announced.ETag;
        var action = announced.ETag == default ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        return await tables.SubmitTransactionAsync(DeliveryLedger.Table, [action], cancellationToken) is TransactionResult.Committed;
    }

    private static Announced Read(TableEntity row)
    {
        var key = row.RowKey.Split('|', 2);
        return new Announced(key[0], key[1], new CommitteeId(row.Text("Committee")), row.Moment("At"), row.Number("Round"));
    }
}
