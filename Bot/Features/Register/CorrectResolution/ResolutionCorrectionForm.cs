using Bot.Domain.Records;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.CorrectResolution;

/// <summary>Shows an entry as it stands and what would be recorded to put it right; to be confirmed.</summary>
internal static class ResolutionCorrectionForm
{
    /// <summary>Names of the fields.</summary>
    public const string TextField = "text", ReasonField = "reason";

    private const int LongestShown = 1500;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">What would be put right.</param>
    /// <param name="wording">The new wording as far as it was written.</param>
    /// <param name="reason">Why, as far as it was written.</param>
    /// <param name="objection">Why it could not be recorded as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, ResolutionView view, string wording, string reason, string? objection)
    {
        var (reader, number) = (turn.Reader, view.Entry.Number.ToString());
        var heading = Messages.Get(reader, Sentence.ResolutionCorrectionHeading, number, FollowUpPart.TitleOf(view.Entry));
        (string, string)[] data = [(ResolutionVerbs.NumberField, number), .. turn.Form.Data];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? [] : new CardElement[] { CardPart.Text(objection) },
                CardPart.Text(Messages.Get(reader, Sentence.ResolutionCorrectionExplained, number)),
                CardPart.Subtle(CardText.Escape(ShortText.Abbreviate(view.Entry.Text, LongestShown))),
                .. view.CorrectedBy.Count == 0 ? [] : new CardElement[] { CardPart.Text(Messages.Get(reader, Sentence.ResolutionCorrectedBy, string.Join(", ", view.CorrectedBy))) },
                InputPart.Required(reader, TextField, (Sentence.InputResolutionWording, Sentence.RefusedResolutionCorrectionSame), wording, ResolutionCorrection.TextLimit) with { IsMultiline = true },
                InputPart.Required(reader, ReasonField, (Sentence.InputResolutionReason, Sentence.RefusedReasonMissing), reason, ResolutionCorrection.ReasonLimit),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonResolutionCorrect, ResolutionVerbs.Correct, data),
                    CardPart.Button(reader, Sentence.ButtonBack, ResolutionVerbs.Show, data) with { AssociatedInputs = AssociatedInputs.None },
                ]),
            ],
        };
    }
}
