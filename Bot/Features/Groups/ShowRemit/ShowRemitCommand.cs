using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups.ShowRemit;

/// <summary>"Auftrag AG Bildung": one working group; "Auftrag", "Auftrag Seite 2": all of them, those first that are late.</summary>
internal sealed class ShowRemitCommand : IPagedCommand
{
    private const int Most = 15;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ShowRemit;

    /// <inheritdoc/>
    public Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken) => Task.FromResult(Answered(turn, asked, page));

    private static Answer Answered(Turn turn, string asked, PageRequest page)
    {
        if (GroupFinder.Named(turn, asked) is { } group && turn.May(Right.ReadRemit, group))
        {
            return new Answer.Card(RemitCard.Render(turn, group), group.Name);
        }

        if (!turn.May(Right.ReadRemit) && !turn.OwnCommittees.Any(own => turn.May(Right.ReadRemit, own)))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (asked.Length > 0)
        {
            return GroupFinder.Ended(turn, asked) is { } ended && turn.May(Right.ReadRemit, ended)
                ? new Answer.Card(RemitCard.Render(turn, ended), ended.Name)
                : new Answer.Text(GroupFinder.Ask(turn));
        }

        return List(turn, page);
    }

    private static Answer List(Turn turn, PageRequest asked)
    {
        var today = turn.LocalNow.Date;
        var groups = GroupFinder.All(turn).Where(group => turn.May(Right.ReadRemit, group))
            .OrderByDescending(group => group.Remit is { } remit && (remit.IsReportOverdueOn(today) || remit.IsPastTermOn(today))).ToList();
        if (groups.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.GroupsNone));
        }

        var heading = Messages.Get(turn.Reader, Sentence.GroupsHeading, groups.Count);
        var page = Paging.Cut(groups, group => group.Id.Value, group => CardSize.Of(Line(turn, group)), Most, asked);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(page.Items.Select(group => Line(turn, group))),
                .. Paging.Line(turn.Reader, page, Messages.Get(turn.Reader, Sentence.CommandShowRemit)),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, page, CommandTable.ShowRemit)],
        };
        return new Answer.Card(card, heading);
    }

    private static string Line(Turn turn, Committee group)
    {
        var (reader, remit, today) = (turn.Reader, group.Remit ?? new Remit(), turn.LocalNow.Date);
        var parts = new[]
        {
            Messages.Get(reader, Sentence.GroupLine, CardText.Escape(group.Name, LineBreaks.Collapse), turn.Network.Members(group).Count),
            remit.EndedBy is { } by ? Messages.Get(reader, Sentence.RemitEnding, by) : string.Empty,
            remit is { EndedBy: null, ReportDue: { } due } ? Messages.Get(reader, remit.IsReportOverdueOn(today) ? Sentence.RemitReportOverdue : Sentence.RemitReportNext, due) : string.Empty,
            remit is { EndedBy: null, Until: { } until } ? Messages.Get(reader, remit.IsPastTermOn(today) ? Sentence.RemitPastTerm : Sentence.RemitUntil, until) : string.Empty,
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
