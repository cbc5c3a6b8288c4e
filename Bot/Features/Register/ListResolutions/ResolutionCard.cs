using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ListResolutions;

/// <summary>Entries of the register with every count and the rule.</summary>
internal static class ResolutionCard
{
    private const int Most = 10;

    /// <summary>Draws one page of the entries.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="heading">What they are. Markdown.</param>
    /// <param name="newestFirst">All that were found.</param>
    /// <param name="asked">What was asked for, so that further pages are of the same.</param>
    /// <param name="page">Which page.</param>
    /// <param name="buttons">What can be done with it, where it is one; null for nothing.</param>
    public static AdaptiveCard Render(Turn turn, string heading, IReadOnlyList<ResolutionView> newestFirst, string asked, PageRequest page, IReadOnlyList<ExecuteAction>? buttons = null)
    {
        var shown = Paging.Cut(newestFirst, view => view.Entry.Number.ToString(), view => CardSize.Of(Item(turn, view)), Most, page);
        return Card(turn, heading, shown, CommandTable.Resolutions, asked, [.. shown.Items.Select(view => Item(turn, view)), .. CardPart.Rows(buttons ?? [])]);
    }

    /// <summary>Draws one page of those that are not done, each with what the sender can answer.</summary>
    public static AdaptiveCard RenderOpen(Turn turn, string heading, IReadOnlyList<ResolutionView> dueFirst, string asked, PageRequest page)
    {
        var shown = Paging.Cut(dueFirst, view => view.Entry.Number.ToString(), view => OpenItem(turn, view).Sum(CardSize.Of), Most, page);
        return Card(turn, heading, shown, CommandTable.OpenResolutions, asked, [.. shown.Items.SelectMany(view => OpenItem(turn, view))]);
    }

    private static AdaptiveCard Card(Turn turn, string heading, Page<ResolutionView> shown, CommandEntry entry, string asked, IReadOnlyList<CardElement> items) => new()
    {
        Lang = turn.Reader.Language,
        FallbackText = heading,
        Body =
        [
            CardPart.Heading(heading),
            .. items,
            .. Paging.Line(turn.Reader, shown, string.Join(' ', Messages.Get(turn.Reader, entry.Title), asked).Trim()),
        ],
        Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, entry, asked)],
    };

    private static IEnumerable<CardElement> OpenItem(Turn turn, ResolutionView view)
    {
        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.ResolutionOpenLine, view.Entry.Number.ToString(), FollowUpPart.TitleOf(view.Entry)));
        foreach (var line in FollowUpWords.Lines(turn, view))
        {
            yield return CardPart.Subtle(line);
        }

        var mayReport = turn is { IsPersonal: true, Sender: { } sender } && ((turn.Network.Committee(view.Entry.Committee) is { } committee && turn.May(Right.AssignResolution, committee)) || view.FollowUp!.Owners(turn.Network).Contains(sender.Id));
        foreach (var row in CardPart.Rows(FollowUpPart.Reports(turn.Reader, view, mayReport)))
        {
            yield return row;
        }
    }

    private static IEnumerable<CardElement> Counted(Turn turn, ResolutionEntry entry, BallotResult result) =>
    [
        CardPart.Subtle(string.Join("; ", ResultWords.Counts(turn.Reader, entry.Tally).Select(line => line.InOne))),
        .. ResultWords.Reasons(turn.Reader, result).Select(line => CardPart.Subtle(line.InOne)),
    ];

    private static Container Item(Turn turn, ResolutionView view)
    {
        var entry = view.Entry;
        var result = entry.Result;
        var notes = ResultWords.Notes(turn.Reader, result, entry.Deviates);
        return new Container
        {
            Separator = true,
            Items =
            [
                CardPart.Section(Messages.Get(
                    turn.Reader, Sentence.ResolutionLine, entry.Number.ToString(), CardText.Escape(entry.Title, LineBreaks.Collapse), RuleWords.Verdict(turn.Reader, entry.Verdict))),
                CardPart.Text(CardText.Escape(entry.Text)),
                .. entry.ByConsent ? [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.ResolutionByConsent))] : Counted(turn, entry, result),
                .. notes.Select(note => CardPart.Subtle(note.Text)),
                CardPart.Subtle(Messages.Get(
                    turn.Reader, Sentence.ResolutionDecided, entry.DecidedOn, CardText.Escape(turn.Network.Committee(entry.Committee)?.Name ?? entry.Committee.Value))),
                .. FollowUpWords.Lines(turn, view).Select(CardPart.Subtle),
            ],
        };
    }
}
