using Bot.Domain.Minutes;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>One correction, for whoever decides on it.</summary>
internal static class CorrectionCard
{
    /// <summary>Name of the field for the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">Of which minutes.</param>
    /// <param name="correction">Which.</param>
    /// <param name="reason">Why it would be rejected, as far as that was typed.</param>
    /// <param name="lead">What was just done, or why it could not be; null for nothing. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, MinutesView view, Correction correction, string reason = "", string? lead = null)
    {
        var reader = turn.Reader;
        var title = CardText.Escape(MinutesWords.Title(reader, view.Committee.Name, view.Minutes.Day), LineBreaks.Collapse);
        var number = correction.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] data = [(MinutesVerbs.MeetingField, view.Meeting.Id.Value), (MinutesVerbs.NumberField, number)];
        var by = CardText.Escape(MinutesWords.Name(reader, turn.Network, correction.By), LineBreaks.Collapse);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title,
            Body =
            [
                CardPart.Heading(title),
                .. lead is null ? [] : new CardElement[] { CardPart.Text(lead) },
                CardPart.Section(Messages.Get(reader, Sentence.CorrectionHeading, correction.Number, MinutesWords.Subject(reader, view.Body, correction), by)),
                CardPart.Text(CardText.Escape(correction.Text)),
                CardPart.Subtle(Messages.Get(reader, correction.Entry is null || correction.IsAfterApproval ? Sentence.CorrectionStandsBeside : Sentence.CorrectionReplaces)),
                InputPart.Text(reader, ReasonField, Sentence.InputCorrectionReason, reason, Voiding.ReasonLimit),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonAcceptCorrection, MinutesVerbs.Accept, data) with { AssociatedInputs = AssociatedInputs.None },
                    CardPart.Button(reader, Sentence.ButtonRejectCorrection, MinutesVerbs.Reject, data),
                    CardPart.Button(reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, data) with { AssociatedInputs = AssociatedInputs.None },
                ]),
            ],
        };
    }
}
