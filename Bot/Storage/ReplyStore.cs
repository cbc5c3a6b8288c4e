using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Who answered what to an invitation, in the partition of the network's meetings: a row <c>reply|meeting|person</c> for everyone who answered, so that nobody
/// waits for anybody. The last answer of a person replaces the one before.</summary>
internal sealed class ReplyStore(ITableStore tables)
{
    /// <summary>The answers that count for the date the meeting has now.</summary>
    public async Task<MeetingReplies> OfAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        var replies = new List<MeetingReply>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"reply|{meeting.Id}|"), cancellationToken))
        {
            replies.Add(Read(row));
        }

        return MeetingReplies.For(meeting, replies);
    }

    /// <summary>The last answer of a person, whichever date it was given for; null while there is none.</summary>
    public async Task<MeetingReply?> FindAsync(NetworkId network, MeetingId meeting, PersonId person, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(meeting, person), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Stores an answer in place of the person's last one.</summary>
    public Task SaveAsync(NetworkId network, MeetingId meeting, MeetingReply reply, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, Key(meeting, reply.Person));
        row["Person"] = reply.Person.Value;
        row["Kind"] = reply.Kind.ToString();
        row["Asked"] = reply.Asked;
        row["At"] = reply.At.ToDateTimeOffset();
        row["Substitute"] = reply.Substitute?.Value;
        row["SubstituteName"] = reply.SubstituteName;
        return tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    private static MeetingReply Read(TableEntity row) => new(new PersonId(row.Text("Person")), row.Named<ReplyKind>("Kind"), row.Number("Asked"), row.Moment("At"))
    {
        Substitute = row.GetString("Substitute") is { } substitute ? new PersonId(substitute) : null,
        SubstituteName = row.GetString("SubstituteName") ?? string.Empty,
    };

    private static string Key(MeetingId meeting, PersonId person) => $"reply|{meeting}|{person}";
}
