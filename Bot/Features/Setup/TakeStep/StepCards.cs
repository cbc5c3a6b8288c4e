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
        var heading = Messages.Get(turn.Reader, step.Heading);
        IReadOnlyList<InputElement> inputs = [.. step.Inputs(turn, fields)];
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = string.Join(' ', questions.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. questions.Select(CardPart.Text),
                .. inputs,
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.SetupTyped, CardText.Escape(Messages.Get(turn.Reader, step.Entry.Example), LineBreaks.Collapse))),
                .. CardPart.Rows(
                [
                    .. inputs.Count == 0 ? Enumerable.Empty<CardAction>()
                        : [CardPart.Button(turn.Reader, Sentence.ButtonPreview, SetupVerbs.Preview, [(SetupVerbs.StepField, step.Entry.Name), .. fields.Data([.. inputs.Select(input => input.Id!)]), .. turn.Form.Data])],
                    SuggestionCard.RunButton(turn.Reader, CommandTable.SetUp),
                ]),
            ],
        };
    }

    /// <summary>What the step would change, to be confirmed.</summary>
    public static AdaptiveCard Preview(Turn turn, SetupStep step, SetupFields fields, SetupPlan.Ready plan, string? lead = null)
    {
        var heading = Messages.Get(turn.Reader, step.Heading);
        (string, string)[] data = [(SetupVerbs.StepField, step.Entry.Name), .. fields.Data(), .. turn.Form.Data];
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = string.Join(' ', plan.Lines.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. plan.Lines.Select(CardPart.Text),
                .. plan.Hints.Select(CardPart.Subtle),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonSetupConfirm, SetupVerbs.Confirm, [.. data, (SetupVerbs.ShownField, PrintOf(plan))]),
                    CardPart.Button(turn.Reader, Sentence.ButtonEdit, SetupVerbs.Form, data),
                    CardPart.Button(turn.Reader, Sentence.ButtonDismiss, SetupVerbs.Dismiss, turn.Form.Data),
                ]),
            ],
        };
    }

    /// <summary>What was done, and the way on.</summary>
    public static AdaptiveCard Done(Reader reader, string said) => new()
    {
        Lang = reader.Language,
        FallbackText = said,
        Body = [CardPart.Text(said), .. CardPart.Rows([SuggestionCard.RunButton(reader, CommandTable.SetUp)])],
    };
}
