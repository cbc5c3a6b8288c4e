using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>The cards of every step: its form, what it would change, and what was done.</summary>
internal static class StepCards
{
    /// <summary>What a preview showed, so that nothing else is done.</summary>
    public static string PrintOf(SetupPlan.Ready plan) => HeardMessage.Fingerprint(string.Join('\n', plan.Lines));

    /// <summary>The form, with what is asked above it.</summary>
    public static AdaptiveCard Form(Turn turn, SetupStep step, SetupFields fields, params IReadOnlyList<string> questions)
    {
        IReadOnlyList<InputElement> inputs = [.. step.Inputs(turn, fields)];
        return ChangeCard.Form(
            turn.Reader,
            step.Entry,
            step.Heading,
            questions,
            inputs,
            [
                .. inputs.Count == 0 ? Enumerable.Empty<CardAction>()
                    : [CardPart.Button(turn.Reader, Sentence.ButtonPreview, SetupVerbs.Preview, [(SetupVerbs.StepField, step.Entry.Name), .. fields.Data([.. inputs.Select(input => input.Id!)]), .. turn.Form.Data])],
                SuggestionCard.RunButton(turn.Reader, CommandTable.SetUp),
            ]);
    }

    /// <summary>What the step would change, to be confirmed.</summary>
    public static AdaptiveCard Preview(Turn turn, SetupStep step, SetupFields fields, SetupPlan.Ready plan, string? lead = null)
    {
        (string, string)[] data = [(SetupVerbs.StepField, step.Entry.Name), .. fields.Data(), .. turn.Form.Data];
        return ChangeCard.Preview(
            turn.Reader,
            step.Heading,
            lead,
            plan.Lines,
            plan.Hints,
            [
                CardPart.Button(turn.Reader, Sentence.ButtonSetupConfirm, SetupVerbs.Confirm, [.. data, (SetupVerbs.ShownField, PrintOf(plan))]),
                CardPart.Button(turn.Reader, Sentence.ButtonEdit, SetupVerbs.Form, data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, SetupVerbs.Dismiss, turn.Form.Data),
            ]);
    }

    /// <summary>What was done, and the way on.</summary>
    public static AdaptiveCard Done(Reader reader, string said) => new()
    {
        Lang = reader.Language,
        FallbackText = said,
        Body = [CardPart.Text(said), .. CardPart.Rows([SuggestionCard.RunButton(reader, CommandTable.SetUp)])],
    };
}
