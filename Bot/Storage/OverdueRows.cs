using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>A row that has been kept long enough.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Table">Its table.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="RowKey">Its key.</param>
internal sealed record OverdueRow(RetentionKind Kind, string Table, string Partition, string RowKey);

/// <summary>Finds what a network has kept long enough, and removes it. Costs as much as the network has meetings, rolls and entries; done once a month.</summary>
/// <remarks>What something running still needs is never among it: the roll of a ballot that is not counted, sealed, tied, or may be repeated, or of an election, admission or expulsion that goes on; attendance and
/// answers of a meeting whose minutes are not approved, for three years; a case that is not decided. Only whole meetings and ballots are over, never half of them.</remarks>
internal sealed class OverdueRows(ITableStore tables, MeetingStore meetings, MinutesStore minutes, ElectionStore elections, AdmissionStore admissions, ExpulsionStore expulsions, ProspectStore prospects,
    OverdueDeliveries deliveries)
{
    private const int MostRows = 100;

    /// <summary>Everything that is over.</summary>
    /// <param name="network">The whole network, confidential committees included.</param>
    /// <param name="terms">How long it keeps what.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<OverdueRow> AllAsync(Network network, RetentionTerms terms, Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var due = new RetentionDue(network, terms, now);
        foreach (var kind in (IAsyncEnumerable<OverdueRow>[])
            [
                OfMeetingsAsync(due, cancellationToken), OfBallotsAsync(due, cancellationToken), ApplicationsAsync(due, cancellationToken), ExpulsionsAsync(due, cancellationToken),
                ProspectsAsync(due, cancellationToken), deliveries.AllAsync(due, cancellationToken), LookUpsAsync(due, cancellationToken), ActsAsync(due, cancellationToken), ContactsAsync(due, cancellationToken),
            ])
        {
            await foreach (var row in kind)
            {
                yield return row;
            }
        }
    }

    /// <summary>How many rows of each kind are over; kinds of which none is are left out.</summary>
    /// <inheritdoc cref="AllAsync"/>
    public async Task<IReadOnlyDictionary<RetentionKind, int>> CountAsync(Network network, RetentionTerms terms, Instant now, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<RetentionKind, int>();
        await foreach (var row in AllAsync(network, terms, now, cancellationToken))
        {
            counts[row.Kind] = counts.GetValueOrDefault(row.Kind) + 1;
        }

        return counts;
    }

    /// <summary>Removes everything that is over, in batches; what is gone already makes no difference, so that it can be begun again after a crash.</summary>
    /// <inheritdoc cref="AllAsync"/>
    /// <returns>Whether anything was removed.</returns>
    public async Task<bool> RemoveAsync(Network network, RetentionTerms terms, Instant now, CancellationToken cancellationToken)
    {
        var batch = new List<OverdueRow>();
        var isAny = false;
        await foreach (var row in AllAsync(network, terms, now, cancellationToken))
        {
            if (batch.Count == MostRows || (batch.Count > 0 && (batch[0].Table, batch[0].Partition) != (row.Table, row.Partition)))
            {
                await RemoveAsync(batch, cancellationToken);
                batch.Clear();
            }

            batch.Add(row);
            isAny = true;
        }

        await RemoveAsync(batch, cancellationToken);
        if (isAny)
        {
            await tables.ForgetRemovedAsync(cancellationToken);
        }

        return isAny;
    }

    private async Task RemoveAsync(List<OverdueRow> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0 || await tables.SubmitTransactionAsync(batch[0].Table, [.. batch.Select(Removal)], cancellationToken) is TransactionResult.Committed)
        {
            return;
        }

        // Another instance was faster with some of them.
        foreach (var row in batch)
        {
            await tables.SubmitTransactionAsync(row.Table, [Removal(row)], cancellationToken);
        }
    }

    private static TableTransactionAction Removal(OverdueRow row) => TableTransactionAction.Remove(row.Partition, row.RowKey);

    private async IAsyncEnumerable<OverdueRow> OfMeetingsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var approved = (await minutes.AllAsync(due.Network.Id, cancellationToken)).ToDictionary(found => found.Minutes.Meeting, found => found.Minutes.Approval?.At);
        await foreach (var meeting in meetings.AllAsync(due.Network.Id, cancellationToken))
        {
            if (due.SettledAt(meeting, approved.ContainsKey(meeting.Id), approved.GetValueOrDefault(meeting.Id)) is not { } settled)
            {
                continue;
            }

            foreach (var (kind, table, prefix) in PlacesOf(meeting.Id).Where(place => due.IsOver(place.Kind, settled)))
            {
                await foreach (var row in tables.QueryAsync(table, RowRange.WithPrefix(due.Network.Id.Value, prefix), cancellationToken))
                {
                    yield return new OverdueRow(kind, table, row.PartitionKey, row.RowKey);
                }
            }
        }
    }

    private static IEnumerable<(RetentionKind Kind, string Table, string Prefix)> PlacesOf(MeetingId meeting) =>
    [
        (RetentionKind.Replies, TableNames.Meetings, $"reply|{meeting}|"),
        (RetentionKind.Replies, TableNames.Invitations, $"answer|{meeting}|"),
        (RetentionKind.Replies, TableNames.Invitations, $"uid|{meeting}|"),
        (RetentionKind.Attendance, TableNames.Meetings, $"present|{meeting}|"),
    ];

    /// <summary>Of each ballot the head comes first and the roll last.</summary>
    private async IAsyncEnumerable<OverdueRow> OfBallotsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var going = await GoingOnAsync(due.Network.Id, cancellationToken);
        RetentionKind? kind = null;
        await foreach (var row in tables.ScanAsync(TableNames.Ballots, due.Network.Id.Value + "|", cancellationToken))
        {
            if (row.RowKey == "ballot")
            {
                var record = BallotRow.ReadHead(row);
                kind = going.Contains(record.Motion.Case) ? null : due.OverOf(record);
            }
            else if (!row.RowKey.StartsWith("roll|", StringComparison.Ordinal))
            {
                // A paper: not counted yet, or not swept up yet. Neither is anything to be deleted here, nor is the roll beside it.
                kind = null;
            }
            else if (kind is { } over)
            {
                yield return new OverdueRow(over, TableNames.Ballots, row.PartitionKey, row.RowKey);
            }
        }
    }

    /// <summary>Elections, admissions and expulsions that are not done, whose ballots may still be looked into.</summary>
    private async Task<IReadOnlySet<string>> GoingOnAsync(NetworkId network, CancellationToken cancellationToken) =>
        (await elections.AllAsync(network, cancellationToken)).Where(election => election.State is not (ElectionState.Finished or ElectionState.Cancelled)).Select(election => election.Id.Value)
            .Concat((await admissions.RunningAsync(network, cancellationToken)).Select(admission => admission.Id.Value))
            .Concat((await expulsions.RunningAsync(network, cancellationToken)).Select(expulsion => expulsion.Id.Value)).ToHashSet(StringComparer.Ordinal);

    private async IAsyncEnumerable<OverdueRow> ApplicationsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var admission in admissions.AllAsync(due.Network.Id, cancellationToken))
        {
            if (admission.State is AdmissionState.Rejected or AdmissionState.Declined or AdmissionState.Withdrawn
                && due.IsOver(RetentionKind.Applications, admission.StateSince ?? admission.End?.At ?? admission.AppliedAt))
            {
                yield return new OverdueRow(RetentionKind.Applications, TableNames.Admissions, due.Network.Id.Value, AdmissionStore.CaseKey(admission.Id));
            }
        }
    }

    private async IAsyncEnumerable<OverdueRow> ProspectsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stages = ProspectStages.Of(due.Network, await admissions.RunningAsync(due.Network.Id, cancellationToken));
        foreach (var prospect in (await prospects.AllAsync(due.Network.Id, cancellationToken)).Where(one => due.IsOver(one, stages.Of(one))))
        {
            yield return new OverdueRow(RetentionKind.Prospects, TableNames.Admissions, due.Network.Id.Value, ProspectStore.KeyOf(prospect.Id));
        }
    }

    /// <summary>Motions to expel that led nowhere go as applications do; one that ended in an expulsion stays as record, as does one that is undecided and may be voted on again.</summary>
    private async IAsyncEnumerable<OverdueRow> ExpulsionsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var expulsion in expulsions.AllAsync(due.Network.Id, cancellationToken))
        {
            if (!due.IsOver(expulsion))
            {
                continue;
            }

            yield return new OverdueRow(RetentionKind.Applications, TableNames.Admissions, due.Network.Id.Value, ExpulsionStore.CaseKey(expulsion.Id));
            if (await tables.GetEntityIfExistsAsync(TableNames.Admissions, due.Network.Id.Value, ExpulsionStore.RunningKey(expulsion.Organization), cancellationToken) is { } running
                && running.Text("Case") == expulsion.Id.Value)
            {
                yield return new OverdueRow(RetentionKind.Applications, TableNames.Admissions, due.Network.Id.Value, running.RowKey);
            }
        }
    }

    private async IAsyncEnumerable<OverdueRow> LookUpsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(ContactStore.Log(due.Network.Id)), cancellationToken))
        {
            if (due.IsOver(RetentionKind.LookUps, row.Moment("At")))
            {
                yield return new OverdueRow(RetentionKind.LookUps, TableNames.Networks, row.PartitionKey, row.RowKey);
            }
        }
    }

    /// <summary>The latest come first, so that only what is over is read.</summary>
    private async IAsyncEnumerable<OverdueRow> ActsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = AuditStore.Partition(due.Network.Id);
        await foreach (var row in tables.QueryAsync(TableNames.Networks, new RowRange(partition, AuditStore.From(due.LatestOver(RetentionKind.Acts)), null), cancellationToken))
        {
            if (due.IsOver(RetentionKind.Acts, row.Moment("At")))
            {
                yield return new OverdueRow(RetentionKind.Acts, TableNames.Networks, partition, row.RowKey);
            }
        }
    }

    private async IAsyncEnumerable<OverdueRow> ContactsAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.All(ContactStore.Sheets(due.Network.Id)), cancellationToken))
        {
            if (due.Network.Person(new PersonId(row.RowKey)) is null or { HasLeft: true })
            {
                yield return new OverdueRow(RetentionKind.Contacts, TableNames.Networks, row.PartitionKey, row.RowKey);
            }
        }
    }
}
