using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Records;
using Bot.Domain.Voting;
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
    public static AdaptiveCard Render(Turn turn, string heading, IReadOnlyList<ResolutionEntry> newestFirst, string asked, PageRequest page)
    {
        var shown = Paging.Cut(newestFirst, entry => entry.Number.ToString(), entry => CardSize.Of(Item(turn, entry)), Most, page);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. shown.Items.Select(entry => Item(turn, entry)),
                .. Paging.Line(turn.Reader, shown, string.Join(' ', Messages.Get(turn.Reader, Sentence.CommandResolutions), asked).Trim()),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, CommandTable.Resolutions, asked)],
        };
    }

    private static IEnumerable<CardElement> Counted(Turn turn, ResolutionEntry entry, BallotResult result) =>
    [
        CardPart.Subtle(string.Join("; ", ResultWords.Counts(turn.Reader, entry.Tally).Select(line => line.InOne))),
        .. ResultWords.Reasons(turn.Reader, result).Select(line => CardPart.Subtle(line.InOne)),
    ];

    private static Container Item(Turn turn, ResolutionEntry entry)
    {
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
            ],
        };
    }
}
