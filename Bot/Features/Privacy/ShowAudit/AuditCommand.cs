using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.ShowAudit;

/// <summary>"Änderungsverlauf", also of a kind, a month, a person: who did what when, the latest first; for coordinators, without what is of committees they may not know.</summary>
internal sealed class AuditCommand(AuditStore audit, MeetingStore meetings, ProspectStore prospects) : IPagedCommand
{
    /// <summary>So many entries are looked at; for what is older a month is named.</summary>
    private const int Most = 5000;

    private const int LinesOnAPage = 15;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Audit;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.ReadAudit) is { } why)
        {
            return new Answer.Text(why);
        }

        var (filter, unknown) = AuditFilter.Read(turn, asked);
        if (filter is null)
        {
            return new Answer.Text(Messages.Get(
                turn.Reader,
                Sentence.AuditWhat,
                CardText.Escape(ShortText.Cut(unknown, 60), LineBreaks.Collapse),
                string.Join(", ", Enum.GetValues<AuditKind>().Select(kind => Messages.Get(turn.Reader, AuditWords.Of(kind))))));
        }

        var (from, until) = filter.Span(turn.Network.Zone);
        var read = await audit.ReadAsync(turn.Network.Id, from, until, Most, cancellationToken);
        var entries = read.Where(entry => entry.IsFor(turn.Network, turn.Sender!.Id) && filter.Fits(entry)).ToList();
        var shown = Paging.Cut(entries, AuditStore.KeyOf, _ => 250, LinesOnAPage, page);
        var card = AuditCard.Render(turn, filter, shown, await KnownAsync(turn, shown.Items, cancellationToken), asked);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private async Task<AuditedThings> KnownAsync(Turn turn, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        new(await DaysAsync(turn, entries, cancellationToken), await NamesAsync(turn, entries, cancellationToken));

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(Turn turn, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in entries.Where(entry => entry.Subject is AuditedThing.Prospect).Select(entry => entry.SubjectId).Distinct(StringComparer.Ordinal))
        {
            if (await prospects.FindAsync(turn.Network.Id, new ProspectId(id), cancellationToken) is { Value: var prospect })
            {
                names[id] = prospect.Name;
            }
        }

        return names;
    }

    private async Task<IReadOnlyDictionary<MeetingId, LocalDate>> DaysAsync(Turn turn, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var days = new Dictionary<MeetingId, LocalDate>();
        foreach (var id in entries.Where(entry => entry.Subject is AuditedThing.Meeting or AuditedThing.Minutes).Select(entry => new MeetingId(entry.SubjectId)).Distinct())
        {
            if (await meetings.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var meeting })
            {
                days[id] = meeting.Day;
            }
        }

        return days;
    }
}
