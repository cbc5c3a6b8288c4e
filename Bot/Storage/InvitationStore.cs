using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Meetings as they stand in the organizer's calendar. One partition a network: <c>event|meeting</c>, and <c>answer|meeting|person</c> for what was answered
/// in a calendar, the last answer of each.</summary>
internal sealed class InvitationStore(ITableStore tables)
{
    /// <summary>How long one instance may be at an invitation; longer than all requests of one look together.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(5);

    private const int MostRows = 100;

    /// <summary>Takes an invitation for oneself, so that nobody else brings it anywhere at the same time.</summary>
    /// <returns>The invitation, until <see cref="SaveAsync"/> or the end of the lease; or, where somebody else has it, nothing and until when.</returns>
    public async Task<(Stored<Invitation>? Mine, Instant Until)> ClaimAsync(NetworkId network, MeetingId meeting, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = await tables.GetEntityIfExistsAsync(TableNames.Invitations, network.Value, KeyOf(meeting), cancellationToken);
            var before = standing is null ? new Invitation { Meeting = meeting } : Read(standing);
            if (before.LeaseUntil > now)
            {
                return (null, before.LeaseUntil);
            }

            var claimed = before with { LeaseUntil = now + Lease };
            var row = Write(network, claimed);
            row.ETag = standing?.ETag ?? default;
            var action = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
            if (await tables.SubmitTransactionAsync(TableNames.Invitations, [action], cancellationToken) is TransactionResult.Committed won)
            {
                return (new Stored<Invitation>(claimed, won.ETags[0]), claimed.LeaseUntil);
            }
        }
    }

    /// <summary>Stores how far an invitation was brought.</summary>
    /// <returns>The version to go on with; null when the lease was lost and somebody else has it: what they store stands.</returns>
    public async Task<Stored<Invitation>?> SaveAsync(NetworkId network, Stored<Invitation> invitation, CancellationToken cancellationToken)
    {
        var row = Write(network, invitation.Value);
        row.ETag = invitation.ETag;
        return await tables.SubmitTransactionAsync(TableNames.Invitations, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed stored
            ? invitation with { ETag = stored.ETags[0] }
            : null;
    }

    /// <summary>How the meeting stands in the calendar; null when it was never brought there.</summary>
    public async Task<Invitation?> FindAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Invitations, network.Value, KeyOf(meeting), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>What was answered to a meeting in people's calendars, at most one answer a person. It says nothing of what they told the bot itself;
    /// both together are with the <see cref="ReplyStore"/>.</summary>
    public async Task<IReadOnlyList<CalendarAnswer>> AnswersAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken)
    {
        var found = new List<CalendarAnswer>();
        await foreach (var row in tables.QueryAsync(TableNames.Invitations, RowRange.WithPrefix(network.Value, PrefixOf(meeting)), cancellationToken))
        {
            found.Add(ReadAnswer(row));
        }

        return found;
    }

    /// <summary>What one person answered in their calendar; null for nothing.</summary>
    public async Task<CalendarAnswer?> AnswerAsync(NetworkId network, MeetingId meeting, PersonId person, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Invitations, network.Value, PrefixOf(meeting) + person.Value, cancellationToken) is { } row ? ReadAnswer(row) : null;

    /// <summary>Stores what stands in the calendar now; what was taken back there goes. Repeating it changes nothing.</summary>
    public async Task SetAnswersAsync(NetworkId network, MeetingId meeting, IReadOnlyCollection<CalendarAnswer> answers, CancellationToken cancellationToken)
    {
        var standing = (await AnswersAsync(network, meeting, cancellationToken)).ToDictionary(answer => answer.Person);
        var changed = answers.Where(answer => !standing.TryGetValue(answer.Person, out var before) || before.Kind != answer.Kind || before.Asked != answer.Asked || before.At < answer.At)
            .Select(answer => TableTransactionAction.Upsert(Write(network, meeting, answer)));
        var gone = standing.Keys.Except(answers.Select(answer => answer.Person))
            .Select(person => TableTransactionAction.Delete(new TableEntity(network.Value, PrefixOf(meeting) + person.Value) { ETag = Azure.ETag.All }));
        foreach (var chunk in changed.Concat(gone).Chunk(MostRows))
        {
            await tables.SubmitTransactionAsync(TableNames.Invitations, chunk, cancellationToken);
        }
    }

    private static string KeyOf(MeetingId meeting) => "event|" + meeting.Value;

    private static string PrefixOf(MeetingId meeting) => $"answer|{meeting}|";

    private static TableEntity Write(NetworkId network, MeetingId meeting, CalendarAnswer answer)
    {
        var row = RowFormat.NewRow(network.Value, PrefixOf(meeting) + answer.Person.Value);
        row["Person"] = answer.Person.Value;
        row["Answer"] = answer.Kind.ToString();
        row["At"] = answer.At.ToDateTimeOffset();
        row["Asked"] = answer.Asked;
        return row;
    }

    private static CalendarAnswer ReadAnswer(TableEntity row) =>
        new(new PersonId(row.Text("Person")), row.Named<CalendarAnswerKind>("Answer"), row.Moment("At"), row.GetInt32("Asked") ?? 0);

    private static TableEntity Write(NetworkId network, Invitation invitation)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(invitation.Meeting));
        row["Meeting"] = invitation.Meeting.Value;
        row["Generation"] = invitation.Generation;
        row["IsBegun"] = invitation.IsBegun;
        row["Event"] = invitation.Event;
        row["Version"] = invitation.Version;
        row["Content"] = invitation.Content;
        row["People"] = invitation.People;
        row["Asked"] = invitation.Asked;
        row["AskedAt"] = invitation.AskedAt?.ToDateTimeOffset();
        row["IsCancelled"] = invitation.IsCancelled;
        row["Failures"] = invitation.Failures;
        row["LeaseUntil"] = invitation.LeaseUntil.ToDateTimeOffset();
        return row;
    }

    private static Invitation Read(TableEntity row) => new()
    {
        Meeting = new MeetingId(row.Text("Meeting")),
        Generation = row.Number("Generation"),
        IsBegun = row.GetBoolean("IsBegun") ?? false,
        Event = row.GetString("Event"),
        Version = row.GetString("Version") ?? string.Empty,
        Content = row.GetString("Content") ?? string.Empty,
        People = row.GetString("People") ?? string.Empty,
        Asked = row.GetInt32("Asked"),
        AskedAt = row.MomentOrNull("AskedAt"),
        IsCancelled = row.GetBoolean("IsCancelled") ?? false,
        Failures = row.Number("Failures"),
        LeaseUntil = row.MomentOrNull("LeaseUntil") ?? Instant.FromUnixTimeSeconds(0),
    };
}
