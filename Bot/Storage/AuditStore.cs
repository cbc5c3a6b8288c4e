using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Storage;

/// <summary>Who did what when: <c>audit|network / moment.act</c>, the latest first. Entries are only added; they go when they have been kept long enough.</summary>
internal sealed partial class AuditStore(ITableStore tables, ILogger<AuditStore> logger)
{
    /// <summary>The partition of a network's entries.</summary>
    public static string Partition(NetworkId network) => "audit|" + network.Value;

    /// <summary>Adds an entry. Adding the same one again changes nothing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="otherwise">The committees it is about when neither the entry nor the thing itself says whose it is.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    public async Task AddAsync(NetworkId network, AuditEntry entry, IReadOnlyList<CommitteeId> otherwise, CancellationToken cancellationToken)
    {
        var committees = entry.Committees.Count > 0 || !AuditTable.IsOfACommittee(entry.Subject) ? entry.Committees : await CommitteeOfAsync(network, entry, cancellationToken);
        committees = committees.Count > 0 ? committees : otherwise;
        var row = RowFormat.NewRow(Partition(network), KeyOf(entry));
        (row["At"], row["By"], row["Right"]) = (entry.At.ToDateTimeOffset(), entry.By?.Value, entry.Right.ToString());
        (row["Subject"], row["SubjectId"]) = (entry.Subject.ToString(), entry.SubjectId);
        row["Committees"] = committees.Count == 0 ? null : string.Join('|', committees.Select(committee => committee.Value));
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Adds an entry if the store takes it. One that cannot be stored is missing, and the log of the bot says so; what was done stands.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public async Task TryAddAsync(NetworkId network, AuditEntry entry, IReadOnlyList<CommitteeId> otherwise, CancellationToken cancellationToken)
    {
        try
        {
            await AddAsync(network, entry, otherwise, cancellationToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or InvalidOperationException or TimeoutException or IOException or OperationCanceledException)
        {
            LogMissing(failure, network.Value, entry.Right);
        }
    }

    /// <summary>The entries from one moment up to another, the latest first, at most <paramref name="most"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Not before; null from the beginning.</param>
    /// <param name="until">Before; null up to now.</param>
    /// <param name="most">At most so many rows are read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(NetworkId network, Instant? from, Instant? until, int most, CancellationToken cancellationToken)
    {
        var range = new RowRange(Partition(network), until is { } before ? Moment(before - Duration.FromTicks(1)) : string.Empty, from is { } first ? Moment(first) + "~" : null) { Take = most };
        var found = new List<AuditEntry>();
        await foreach (var row in tables.QueryAsync(TableNames.Networks, range, cancellationToken))
        {
            if (Read(row) is { } entry)
            {
                found.Add(entry);
            }
        }

        return found;
    }

    /// <summary>The key before which all entries are younger than a moment: from here on they are older, or of it.</summary>
    public static string From(Instant moment) => Moment(moment);

    /// <summary>What names an entry; also on a button.</summary>
    public static string KeyOf(AuditEntry entry) => Moment(entry.At) + "." + entry.Act;

    /// <summary>Versions up to 0.8 had a right of its own for mails.</summary>
    private static string Current(string right) => right == "ResendMails" ? nameof(Right.RetryDeliveries) : right;

    /// <summary>An entry of a version that knew more kinds of things is passed over, not a fault.</summary>
    private static AuditEntry? Read(TableEntity row) =>
        Enum.TryParse<Right>(Current(row.Text("Right")), out var right) && Enum.TryParse<AuditedThing>(row.Text("Subject"), out var subject)
            ? new AuditEntry(
                row.RowKey.Split('.')[^1],
                row.Moment("At"),
                row.GetString("By") is { } by ? new PersonId(by) : null,
                right,
                subject,
                row.Text("SubjectId"),
                [.. (row.GetString("Committees") ?? string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new CommitteeId(id))])
            : null;

    /// <summary>Whose a thing is when neither the rows that were stored nor what was asked for say so, as with an item of an agenda.</summary>
    private async Task<IReadOnlyList<CommitteeId>> CommitteeOfAsync(NetworkId network, AuditEntry entry, CancellationToken cancellationToken)
    {
        (string Table, string Partition, string Key)? place = entry.Subject switch
        {
            AuditedThing.Meeting or AuditedThing.Minutes => (TableNames.Meetings, network.Value, "meeting|" + entry.SubjectId),
            AuditedThing.Ballot => (TableNames.Ballots, network.Value + "|" + entry.SubjectId, "ballot"),
            AuditedThing.Election => (TableNames.Elections, network.Value, entry.SubjectId + "|head"),
            _ => null,
        };
        return place is var (table, partition, key) && (await tables.GetEntityIfExistsAsync(table, partition, key, cancellationToken))?.GetString("Committee") is { } committee
            ? [new CommitteeId(committee)]
            : [];
    }

    private static string Moment(Instant at) => (DateTime.MaxValue.Ticks - at.ToDateTimeOffset().UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    [LoggerMessage(3851, LogLevel.Error, "Network {Network}: the audit entry for {Right} could not be stored; what was done stands.")]
    private partial void LogMissing(Exception failure, string network, Right right);
}
