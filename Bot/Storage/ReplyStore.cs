using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Who answered what to an invitation, in the partition of the network's meetings: a row <c>reply|meeting|person</c> for everyone who answered, so that nobody
/// waits for anybody. The last answer of a person replaces the one before. What was answered in calendars is kept elsewhere and joined to it here: of the two answers
/// of a person the later counts.</summary>
internal sealed class ReplyStore(ITableStore tables, InvitationStore invitations)
{
    /// <summary>The answers that count for the date the meeting has now.</summary>
    public async Task<MeetingReplies> OfAsync(NetworkId network, Meeting meeting, CancellationToken cancellationToken)
    {
        var replies = new List<MeetingReply>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"reply|{meeting.Id}|"), cancellationToken))
        {
            replies.Add(Read(row));
        }

        var calendar = await invitations.AnswersAsync(network, meeting.Id, cancellationToken);
        return MeetingReplies.For(meeting, replies, calendar.Select(answer => answer.AsReply()));
    }

    /// <summary>The answer of a person that counts for the date the meeting has now; null while there is none.</summary>
    public async Task<MeetingReply?> FindAsync(NetworkId network, Meeting meeting, PersonId person, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(meeting.Id, person), cancellationToken);
        var answer = await invitations.AnswerAsync(network, meeting.Id, person, cancellationToken);
        return MeetingReplies.For(meeting, row is null ? [] : [Read(row)], answer is null ? [] : [answer.AsReply()]).Of(person);
    }

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
