using System.Globalization;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>Asks about a show of hands with more hands than are noted as present: a slip, or somebody was not noted.</summary>
internal static class HandsCard
{
    /// <summary>More hands than that nobody counts.</summary>
    public const int Most = 100_000;

    /// <summary>The question as an answer.</summary>
    public static Answer Ask(Turn turn, Meeting meeting, string text, HandCount hands, Refusal why)
    {
        var card = Render(turn, meeting, text, hands, RefusalText.Markdown(turn, why));
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="text">The wording.</param>
    /// <param name="hands">What was counted.</param>
    /// <param name="said">What is the matter. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Meeting meeting, string text, HandCount hands, string said) => new()
    {
        Lang = turn.Reader.Language,
        FallbackText = said,
        Body =
        [
            CardPart.Text(said),
            CardPart.Subtle(Messages.Get(turn.Reader, Sentence.HandsHowToCorrect)),
            .. CardPart.Rows(
            [
                CardPart.Button(
                    turn.Reader,
                    Sentence.ButtonHandsRight,
                    SessionVerbs.Decide,
                    [
                        ("meeting", meeting.Id.Value), ("text", text), ("yes", Written(hands.Yes)), ("no", Written(hands.No)), ("abstain", Written(hands.Abstain)), .. turn.Form.Data,
                    ]),
            ]),
        ],
    };

    private static string Written(int heads) => heads.ToString(CultureInfo.InvariantCulture);
}
