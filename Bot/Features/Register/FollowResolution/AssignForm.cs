using Bot.Domain.Rotas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.FollowResolution;

/// <summary>The form for who is responsible for a resolution and until when, with what was understood.</summary>
internal static class AssignForm
{
    /// <summary>Names of the fields.</summary>
    public const string OwnerField = "owner", DueField = "due";

    /// <summary>The longest name that is taken, in UTF-16 units.</summary>
    public const int LongestName = 100;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">Which resolution.</param>
    /// <param name="terms">What was written; what was not stands as it is.</param>
    /// <param name="objection">Why it could not be done as it was written; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, ResolutionView view, AssignTerms terms, string? objection)
    {
        var (reader, number) = (turn.Reader, view.Entry.Number.ToString());
        var heading = Messages.Get(reader, Sentence.ResolutionAssignHeading, number, FollowUpPart.TitleOf(view.Entry));
        var owner = terms.Name.Length > 0 ? terms.Name : view.FollowUp?.Owner is RotaHost standing ? standing.Name(turn.Network) : string.Empty;
        (string, string)[] data = [(ResolutionVerbs.NumberField, number)];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? [] : new CardElement[] { CardPart.Text(objection) },
                InputPart.Text(reader, OwnerField, Sentence.InputResolutionOwner, owner, LongestName),
                InputPart.Day(reader, DueField, Sentence.InputResolutionDue, terms.Due ?? view.FollowUp?.Due),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonResolutionAssign, ResolutionVerbs.Assign, data),
                    CardPart.Button(reader, Sentence.ButtonBack, ResolutionVerbs.Show, data) with { AssociatedInputs = AssociatedInputs.None },
                ]),
            ],
        };
    }
}
