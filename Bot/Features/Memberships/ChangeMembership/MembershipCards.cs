using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>The cards of every change of a membership: its form, and what it would change.</summary>
internal static class MembershipCards
{
    /// <summary>What a preview showed, so that nothing else is done.</summary>
    public static string PrintOf(MembershipPlan.Ready plan) => HeardMessage.Fingerprint(plan.After.Id.Value + "\n" + string.Join('\n', plan.Lines));

    /// <summary>The card for what a change comes to.</summary>
    public static AdaptiveCard Draw(Turn turn, MembershipStep step, MembershipFields fields) => step.Plan(turn, fields) switch
    {
        MembershipPlan.Ready ready => Preview(turn, step, fields, ready),
        MembershipPlan.Asked asked => Form(turn, step, fields, asked.Question),
        MembershipPlan.Settled settled => SentenceCard.Of(turn.Reader, settled.Said),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The form, with what is asked above it; null for nothing. Markdown.</summary>
    public static AdaptiveCard Form(Turn turn, MembershipStep step, MembershipFields fields, string? question = null)
    {
        IReadOnlyList<InputElement> inputs =
        [
            InputPart.Required(turn.Reader, MembershipFields.WhichField, (Sentence.InputWhichOrganization, Sentence.SetupNameMissing), fields.Which, Admission.NameLimit),
            .. step.Inputs(turn, fields),
        ];
        return ChangeCard.Form(
            turn.Reader,
            step.Entry,
            step.Heading,
            question is null ? [] : [question],
            inputs,
            [
                CardPart.Button(turn.Reader, Sentence.ButtonPreview, MembershipVerbs.Preview, [.. Data(turn, step), .. fields.Data([.. inputs.Select(input => input.Id!)])]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MembershipVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ]);
    }

    /// <summary>What would change, to be confirmed.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="step">Which change.</param>
    /// <param name="fields">What it was made from.</param>
    /// <param name="plan">What it comes to.</param>
    /// <param name="lead">What is said above; null for nothing. Markdown.</param>
    public static AdaptiveCard Preview(Turn turn, MembershipStep step, MembershipFields fields, MembershipPlan.Ready plan, string? lead = null)
    {
        (string, string)[] data = [.. Data(turn, step), .. fields.Data()];
        return ChangeCard.Preview(
            turn.Reader,
            step.Heading,
            lead,
            plan.Lines,
            plan.Hints,
            [
                CardPart.Button(turn.Reader, Sentence.ButtonSetupConfirm, MembershipVerbs.Confirm, [.. data, (MembershipVerbs.ShownField, PrintOf(plan))]),
                CardPart.Button(turn.Reader, Sentence.ButtonEdit, MembershipVerbs.Form, data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MembershipVerbs.Dismiss, turn.Form.Data),
            ]);
    }

    private static IEnumerable<(string, string)> Data(Turn turn, MembershipStep step) => [(MembershipVerbs.StepField, step.Entry.Name), .. turn.Form.Data];
}
