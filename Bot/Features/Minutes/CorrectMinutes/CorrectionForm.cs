using System.Collections.Generic;
using Bot.Domain.Minutes;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>The form for a correction, with what was understood of it; to be confirmed.</summary>
internal static class CorrectionForm
{
    /// <summary>Names of the fields.</summary>
    public const string PlaceField = "place", LineField = "line", TextField = "text";

    private const int MostPlaces = 99;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">Of which minutes.</param>
    /// <param name="proposal">As far as it was typed.</param>
    /// <param name="objection">Why it could not be taken as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, MinutesView view, CorrectionProposal proposal, string? objection = null)
    {
        var reader = turn.Reader;
        var title = CardText.Escape(MinutesWords.Title(reader, view.Committee.Name, view.Minutes.Day), LineBreaks.Collapse);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = title,
            Body =
            [
                CardPart.Heading(title),
                .. objection is null ? [] : new CardElement[] { CardPart.Text(objection) },
                CardPart.Text(Messages.Get(reader, view.Minutes.Approval is null ? Sentence.CorrectionExplained : Sentence.CorrectionExplainedLate)),
                Number(reader, PlaceField, Sentence.InputCorrectionItem, proposal.Place),
                Number(reader, LineField, Sentence.InputCorrectionLine, proposal.Line),
                InputPart.Required(reader, TextField, (Sentence.InputCorrection, Sentence.RefusedCorrectionMissing), proposal.Text, Correction.TextLimit) with { IsMultiline = true },
                .. CardPart.Rows(Buttons(turn, view)),
            ],
        };
    }

    private static IEnumerable<ExecuteAction> Buttons(Turn turn, MinutesView view)
    {
        yield return CardPart.Button(turn.Reader, Sentence.ButtonProposeCorrection, MinutesVerbs.Correct, [(MinutesVerbs.MeetingField, view.Meeting.Id.Value), .. turn.Form.Data]);
        yield return CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MinutesVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None };
    }

    private static NumberInput Number(Reader reader, string id, Sentence label, int? value) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        Min = 1,
        Max = MostPlaces,
        Value = value is >= 1 and <= MostPlaces ? value : null,
    };
}
