using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What is kept of the mails about a meeting beside the ledger of deliveries, in the partition of the network's invitations: <c>uid|meeting|person</c>, by which
/// name somebody's calendar knows the meeting, and <c>mails|meeting</c>, whom the coordinators were told to be out of reach.</summary>
internal sealed class InvitationMailStore(ITableStore tables)
{
    /// <summary>The name (UID) by which mails to a person call the meeting: the one of the first mail, for ever, since a calendar takes what comes under another name for
    /// another appointment.</summary>
    /// <param name="network">The network.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="person">To whom.</param>
    /// <param name="first">The name it has when nothing is kept; it is kept then.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> UidAsync(NetworkId network, MeetingId meeting, PersonId person, string first, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, $"uid|{meeting}|{person}");
        row["Uid"] = first;
        return await tables.SubmitTransactionAsync(TableNames.Invitations, [TableTransactionAction.Add(row)], cancellationToken) is TransactionResult.Committed
            ? first
            : (await tables.GetEntityIfExistsAsync(TableNames.Invitations, row.PartitionKey, row.RowKey, cancellationToken))?.GetString("Uid") ?? first;
    }

    /// <summary>Whom the coordinators were told to be out of reach; empty for nobody.</summary>
    public async Task<Stored<MailReport>> ReportAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Invitations, network.Value, KeyOf(meeting), cancellationToken) is { } row
            ? new Stored<MailReport>(new MailReport(row.Number("Round"), [.. row.Text("Told").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))]), row.ETag)
            : new Stored<MailReport>(new MailReport(0, []), default);

    /// <summary>Stores it, unless somebody was faster.</summary>
    /// <returns>False when somebody was.</returns>
    public async Task<bool> SaveAsync(NetworkId network, MeetingId meeting, Stored<MailReport> report, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(meeting));
        row["Round"] = report.Value.Round;
        row["Told"] = string.Join('\n', report.Value.Told.Select(person => person.Value));
        row.ETag = report.ETag;
        var action = report.ETag == default ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        return await tables.SubmitTransactionAsync(TableNames.Invitations, [action], cancellationToken) is TransactionResult.Committed;
    }

    private static string KeyOf(MeetingId meeting) => "mails|" + meeting.Value;
}

/// <summary>Whom the coordinators were told to be out of reach of mails about a meeting.</summary>
/// <param name="Round">How often they have had it tried again.</param>
/// <param name="Told">Who it was in this round.</param>
internal sealed record MailReport(int Round, IReadOnlyList<PersonId> Told);
