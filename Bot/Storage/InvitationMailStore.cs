using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What is kept of the mails about a meeting beside the ledger of deliveries, in the partition of the network's invitations: <c>uid|meeting|person</c>, by which
/// name somebody's calendar knows the meeting. Versions up to 0.8 also wrote <c>mails|meeting</c>, whom the coordinators were told to be out of reach; nothing reads it any more.</summary>
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
}
