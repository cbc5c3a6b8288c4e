using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CirculateMinutes;

/// <summary>Asks once before a draft goes to the committee.</summary>
internal static class CirculateCard
{
    /// <summary>Draws the question.</summary>
    public static AdaptiveCard Render(Turn turn, MinutesView view)
    {
        var title = CardText.Escape(MinutesWords.Title(turn.Reader, view.Committee.Name, view.Minutes.Day), LineBreaks.Collapse);
        var question = Messages.Get(turn.Reader, Sentence.MinutesCirculateQuestion, CardText.Escape(view.Committee.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = title,
            Body =
            [
                CardPart.Heading(title),
                CardPart.Text(question),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonCirculateNow, MinutesVerbs.Circulate, [(MinutesVerbs.MeetingField, view.Meeting.Id.Value), .. turn.Form.Data]),
                    CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MinutesVerbs.Dismiss, turn.Form.Data),
                ]),
            ],
        };
    }
}
