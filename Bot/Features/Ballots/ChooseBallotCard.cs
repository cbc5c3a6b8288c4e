using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>Asks which of several ballots is meant, a few at a time.</summary>
internal static class ChooseBallotCard
{
    private const int Most = 10;

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who asked.</param>
    /// <param name="views">The ballots that may be meant, at least one.</param>
    /// <param name="button">What the button beside each says.</param>
    /// <param name="verb">What it does.</param>
    /// <param name="entry">The command that shows further pages.</param>
    /// <param name="asked">What followed its words.</param>
    /// <param name="page">Which page.</param>
    public static Answer.Card Render(Turn turn, IReadOnlyList<BallotView> views, Sentence button, string verb, CommandEntry entry, string asked, PageRequest page)
    {
        var question = Messages.Get(turn.Reader, Sentence.WhichBallot);
        var shown = Paging.Cut(views, view => view.Record.Ballot.Id.Value, view => Choice(turn, view, button, verb).Sum(CardSize.Of), Most, page);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(question),
                .. shown.Items.SelectMany(view => Choice(turn, view, button, verb)),
                .. Paging.Line(turn.Reader, shown, string.Join(' ', Messages.Get(turn.Reader, entry.Title), asked).Trim()),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, entry, asked)],
        };
        return new Answer.Card(card, question);
    }

    private static CardElement[] Choice(Turn turn, BallotView view, Sentence button, string verb) =>
    [
        CardPart.Section(MotionPart.Heading(turn.Reader, view.Record.Motion)),
        new ActionSet { Actions = [CardPart.Button(turn.Reader, button, verb, ("ballot", view.Record.Ballot.Id.Value))] },
    ];
}
