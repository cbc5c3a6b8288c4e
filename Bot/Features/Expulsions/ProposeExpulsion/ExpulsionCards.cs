using System.Linq;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>The form of a motion to expel a member, and the motion as it would be made.</summary>
internal static class ExpulsionCards
{
    /// <summary>The card for what a draft comes to.</summary>
    public static AdaptiveCard Draw(Turn turn, ExpulsionDraft draft) => ExpulsionPlan.Of(turn, draft) switch
    {
        ExpulsionPlan.Ready ready => Preview(turn, draft, ready),
        ExpulsionPlan.Asked asked => Form(turn, draft, asked.Question),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The form, with what is asked above it; null for nothing. Markdown.</summary>
    public static AdaptiveCard Form(Turn turn, ExpulsionDraft draft, string? question = null) => ChangeCard.Form(
        turn.Reader,
        CommandTable.ProposeExpulsion,
        Sentence.ExpulsionHeading,
        [.. new[] { question, Heard(turn, draft) }.OfType<string>()],
        [
            InputPart.Required(turn.Reader, ExpulsionDraft.WhichField, (Sentence.InputWhichOrganization, Sentence.SetupNameMissing), draft.Which, Admission.NameLimit),
            InputPart.Required(turn.Reader, ExpulsionDraft.ReasonsField, (Sentence.InputExpulsionReasons, Sentence.RefusedReasonMissing), draft.Reasons, Expulsion.ReasonsLimit) with { IsMultiline = true },
            new NumberInput
            {
                Id = ExpulsionDraft.DaysField,
                Label = Messages.Get(turn.Reader, Sentence.InputHearingDays),
                Min = Expulsion.FewestDays,
                Max = Expulsion.MostDays,
                Value = draft.Days is { } days and >= Expulsion.FewestDays and <= Expulsion.MostDays ? days : Expulsion.UsualDays,
            },
        ],
        [
            CardPart.Button(turn.Reader, Sentence.ButtonPreview, ExpulsionVerbs.Preview, turn.Form.Data),
            CardPart.Button(turn.Reader, Sentence.ButtonDismiss, ExpulsionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
        ]);

    /// <summary>The motion as it would be made, to be confirmed.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What it was made from.</param>
    /// <param name="plan">What it comes to.</param>
    /// <param name="lead">What is said above; null for nothing. Markdown.</param>
    public static AdaptiveCard Preview(Turn turn, ExpulsionDraft draft, ExpulsionPlan.Ready plan, string? lead = null)
    {
        (string, string)[] data = [.. turn.Form.Data, .. (draft with { Which = plan.Case.Name, Organization = plan.Case.Organization.Value }).Data];
        var card = ChangeCard.Preview(
            turn.Reader,
            Sentence.ExpulsionHeading,
            lead ?? Heard(turn, draft),
            plan.Lines,
            plan.Hints,
            [
                CardPart.Button(turn.Reader, Sentence.ButtonProposeExpulsion, ExpulsionVerbs.Propose, [.. data, (ExpulsionVerbs.ShownField, plan.Print)]),
                CardPart.Button(turn.Reader, Sentence.ButtonEdit, ExpulsionVerbs.Form, data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, ExpulsionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ]);
        // What people have written goes back once, in an input nobody sees, and not with each button.
        return card with
        {
            Body = [new TextInput { Id = ExpulsionDraft.ReasonsField, Label = Messages.Get(turn.Reader, Sentence.InputExpulsionReasons), IsVisible = false, Value = draft.Reasons }, .. card.Body],
        };
    }

    private static string? Heard(Turn turn, ExpulsionDraft draft) => draft.SaysHeard ? Messages.Get(turn.Reader, Sentence.ExpulsionHeardLater) : null;
}
