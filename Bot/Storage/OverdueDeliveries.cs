using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Finds notes on deliveries that have been kept long enough. Costs as much as the network has of them; done once a month.</summary>
/// <remarks>A note is what keeps a message from being said twice. So it goes only where whoever would say it looks at a clock before: meetings that are over, ballots that have ended and from which nothing
/// follows any more, cases that have ended, approved minutes, settled tasks, groups that are no more, weekly overviews, changes of power whose notice is gone. Of a subject all notes go or none. Notes about elections,
/// resolutions, terms and what still runs stay: what they say follows from what is stored, at any time.</remarks>
internal sealed class OverdueDeliveries(
    ITableStore tables, MeetingStore meetings, BallotStore ballots, AdmissionStore admissions, ExpulsionStore expulsions, MinutesStore minutes, TaskStore tasks)
{
    /// <summary>Everything that is over.</summary>
    public async IAsyncEnumerable<OverdueRow> AllAsync(RetentionDue due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Notices of changes of power before the notes on them: without its notice nothing is said.
        await foreach (var row in OlderAsync(due, TableNames.Networks, PowerNoticeStore.Partition(due.Network.Id), cancellationToken))
        {
            yield return row;
        }

        await foreach (var row in OlderAsync(due, DeliveryLedger.Table, AnnouncedStore.Partition(due.Network.Id), cancellationToken))
        {
            yield return row;
        }

        await foreach (var notes in SubjectsAsync(due.Network.Id, cancellationToken))
        {
            if (notes[0].PartitionKey.Split('|', 3) is not [_, var kind, var id])
            {
                continue;
            }

            var over = kind == Subjects.Digest ? notes.Where(note => IsWeek(note) && due.IsOver(RetentionKind.Deliveries, TouchedAt(note))).ToList()
                : due.IsOver(RetentionKind.Deliveries, notes.Max(TouchedAt)) && await IsOverAsync(due, kind, id, cancellationToken) ? notes
                : [];
            foreach (var note in over)
            {
                yield return new OverdueRow(RetentionKind.Deliveries, DeliveryLedger.Table, note.PartitionKey, note.RowKey);
            }
        }
    }

    /// <summary>Whether nothing is said any more about a subject, and has not been for as long as notes are kept.</summary>
    private async System.Threading.Tasks.ValueTask<bool> IsOverAsync(RetentionDue due, string kind, string id, CancellationToken cancellationToken) => kind switch
    {
        Subjects.Meeting or Subjects.Invitation => await meetings.FindAsync(due.Network.Id, new MeetingId(id), cancellationToken) is not { Value: var meeting }
            || due.IsOver(RetentionKind.Deliveries, meeting.StartsAt(due.Network.Zone)),
        Subjects.Ballot or Subjects.BallotMail => await ballots.FindAsync(due.Network.Id, new BallotId(id), cancellationToken) is not { Value: var ballot } || IsOver(due, ballot),
        Subjects.Power => await tables.GetEntityIfExistsAsync(TableNames.Networks, PowerNoticeStore.Partition(due.Network.Id), id, cancellationToken) is not { } notice
            || due.IsOver(RetentionKind.Deliveries, notice.Moment("At")),
        Subjects.Admission => await admissions.FindAsync(due.Network.Id, new AdmissionId(id), cancellationToken) is not { Value: var admission }
            || (admission is { HoldsName: false, StateSince: { } ended } && due.IsOver(RetentionKind.Deliveries, ended)),
        Subjects.Expulsion => await expulsions.FindAsync(due.Network.Id, new ExpulsionId(id), cancellationToken) is not { Value: var expulsion }
            || (expulsion is { IsRunning: false, StateSince: { } ended } && due.IsOver(RetentionKind.Deliveries, ended)),
        Subjects.Minutes => await minutes.FindAsync(due.Network.Id, new MeetingId(id), cancellationToken) is { Value.Approval: { } approval } && due.IsOver(RetentionKind.Deliveries, approval.At),
        // Nobody opens a settled task again, and a group that has ended is not looked at any more.
        Subjects.Task => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await tasks.FindAsync(due.Network.Id, number, cancellationToken) is { Value.State: not MeetingTaskState.Open },
        Subjects.Group => due.Network.Standing(new CommitteeId(id)) is null,
        Subjects.Reach => true,
        _ => false,
    };

    private static bool IsOver(RetentionDue due, BallotRecord ballot) =>
        ballot is { PapersRemain: false, IsTieOpen: false } and ({ IsCounted: true } or { Ballot.Voided: not null })
        && due.IsOver(RetentionKind.Deliveries, ballot.Ballot.Voided?.At ?? ballot.Ballot.EndsAt);

    /// <summary>About when something was last done about a delivery: the end of the claim under which it was.</summary>
    private static Instant TouchedAt(TableEntity note) => Instant.FromDateTimeOffset(note.GetDateTimeOffset("LeaseUntil") ?? DateTimeOffset.MinValue);

    /// <summary>Whether the note is on the overview of a week; that overviews begin is noted beside it, and stays.</summary>
    private static bool IsWeek(TableEntity note) => note.RowKey.Length > 0 && char.IsAsciiDigit(note.RowKey[0]);

    private async IAsyncEnumerable<OverdueRow> OlderAsync(RetentionDue due, string table, string partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(table, RowRange.All(partition), cancellationToken))
        {
            if (due.IsOver(RetentionKind.Deliveries, row.Moment("At")))
            {
                yield return new OverdueRow(RetentionKind.Deliveries, table, row.PartitionKey, row.RowKey);
            }
        }
    }

    /// <summary>The notes of each subject together.</summary>
    private async IAsyncEnumerable<List<TableEntity>> SubjectsAsync(NetworkId network, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = new List<TableEntity>();
        await foreach (var row in tables.ScanAsync(DeliveryLedger.Table, network.Value + "|", cancellationToken))
        {
            if (notes.Count > 0 && notes[0].PartitionKey != row.PartitionKey)
            {
                yield return notes;
                notes = [];
            }

            notes.Add(row);
        }

        if (notes.Count > 0)
        {
            yield return notes;
        }
    }
}
