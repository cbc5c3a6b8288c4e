using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>Several ballots as one card each, a few at a time, and below them the way to the others.</summary>
internal static class BallotPages
{
    private const int Most = 5;

    /// <summary>The answer that shows one page of the ballots.</summary>
    /// <param name="turn">Who asked.</param>
    /// <param name="views">All that are meant, at least one.</param>
    /// <param name="draw">Draws one of them, not larger than <see cref="BallotCard"/> does.</param>
    /// <param name="entry">The command that shows further pages.</param>
    /// <param name="asked">What followed its words.</param>
    /// <param name="page">Which page.</param>
    public static async Task<Answer> OfAsync(
        Turn turn, IReadOnlyList<BallotView> views, Func<BallotView, Task<AdaptiveCard>> draw, CommandEntry entry, string asked, PageRequest page)
    {
        var shown = Paging.Cut(views, view => view.Record.Ballot.Id.Value, view => BallotCard.Render(turn.Reader, view, turn.Now).SizeInBytes, Most, page);
        var cards = new List<Answer>();
        foreach (var view in shown.Items)
        {
            cards.Add(Card(await draw(view)));
        }

        if (shown.IsPart)
        {
            cards.Add(Card(Pager(turn, shown, entry, asked)));
        }

        return cards.Count == 1 ? cards[0] : new Answer.Several(cards);
    }

    private static AdaptiveCard Pager(Turn turn, Page<BallotView> shown, CommandEntry entry, string asked)
    {
        var typed = string.Join(' ', Bot.Texts.Messages.Get(turn.Reader, entry.Title), asked).Trim();
        IReadOnlyList<CardElement> line = [.. Paging.Line(turn.Reader, shown, typed)];
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = string.Join(' ', line.OfType<TextBlock>().Select(text => text.Text)),
            Body = line,
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, entry, asked)],
        };
    }

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
