using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.TakeBackOpening;

/// <summary>What taking the opening back brings about; to be confirmed.</summary>
internal static class TakeBackCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="view">The meeting, open.</param>
    public static AdaptiveCard Render(Turn turn, SessionView view)
    {
        var heading = Messages.Get(turn.Reader, Sentence.TakeBackHeading, SessionCard.Title(turn.Reader, view));
        var typed = Messages.Get(turn.Reader, Sentence.TakeBackByTyping);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading + " " + typed,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(turn.Reader, Sentence.TakeBackExplained)),
                CardPart.Subtle(typed),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonTakeBack, SessionVerbs.TakeBack, ("meeting", view.Meeting.Id.Value)),
                    CardPart.Button(turn.Reader, Sentence.ButtonKeepOpen, SessionVerbs.Show, ("meeting", view.Meeting.Id.Value), AskedBelow.Kept),
                ]),
            ],
        };
    }
}
