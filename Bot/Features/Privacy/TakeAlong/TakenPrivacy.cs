using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Meetings;
using Bot.Domain.Privacy;
using Bot.Features.Privacy.KeepFor;
using Bot.Features.Privacy.ShowAudit;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.TakeAlong;

/// <summary>For a network that leaves: how people can be reached, in one file; who changed what when; and how long things were kept.</summary>
internal sealed class TakenPrivacy(AuditStore audit, RetentionStore retention, ContactStore contacts, MeetingStore meetings, ProspectStore prospects) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (network, reader) = (turn.Network, turn.Reader);
        var reached = new List<TakenRow>();
        foreach (var person in network.People)
        {
            // A locked profile tells nobody how its person is reached.
            var sheet = person.IsLocked ? ContactSheet.Empty : await contacts.OfAsync(network.Id, person.Id, cancellationToken);
            var organizations = string.Join(", ", network.RepresentedBy(person.Id).Select(organization => organization.Name));
            reached.Add(new TakenRow(
                TakenPlace.Contact,
                [
                    person.Name, organizations, person.IsLocked ? string.Empty : person.Mail?.Value ?? string.Empty,
                    .. new[] { ContactField.Function, ContactField.Phone, ContactField.Mail }.SelectMany(field => Field(reader, sheet, field)),
                ]));
        }

        yield return new TakenPart.Table(Sentence.TakenContacts, reached);
        yield return new TakenPart.Table(Sentence.TakenAudit, [.. await ActsAsync(turn, cancellationToken)]);
        var terms = (await retention.TermsAsync(network.Id, cancellationToken)).Value;
        yield return new TakenPart.Table(
            Sentence.TakenRetention,
            [.. RetentionTable.All.Select(rule => new TakenRow(TakenPlace.Open, RetentionWords.Of(reader, rule.Kind), terms.MonthsOf(rule.Kind).ToString(CultureInfo.InvariantCulture), Messages.Get(reader, RetentionWords.After(rule))))]);
    }

    private static string[] Field(Reader reader, ContactSheet sheet, ContactField field) => sheet.Entries.TryGetValue(field, out var entry)
        ? [entry.Value, Messages.Get(reader, Sentence.TakenAudiences).Split(';')[(int)entry.Audience]]
        : [string.Empty, string.Empty];

    private async System.Threading.Tasks.Task<IEnumerable<TakenRow>> ActsAsync(Turn turn, CancellationToken cancellationToken)
    {
        var days = new Dictionary<MeetingId, NodaTime.LocalDate>();
        await foreach (var meeting in meetings.AllAsync(turn.Network.Id, cancellationToken))
        {
            days[meeting.Id] = meeting.Day;
        }

        var known = new AuditedThings(days, (await prospects.AllAsync(turn.Network.Id, cancellationToken)).ToDictionary(prospect => prospect.Id.Value, prospect => prospect.Name));
        var entries = await audit.ReadAsync(turn.Network.Id, null, null, int.MaxValue, cancellationToken);
        return entries.Select(entry => new TakenRow(
            TakenPlace.Confidential,
            entry.At.InZone(turn.Network.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
            VisibleText.Of(AuditWords.Line(turn, entry, known))));
    }
}
