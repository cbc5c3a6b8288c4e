using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.TakeStep;

/// <summary>The button of a step on the overview, and [Ändern] on a preview: the step's form.</summary>
internal sealed class ShowFormAction(IEnumerable<SetupStep> steps) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.Form;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => StepReply.OfAsync(
        turn, steps, form, (same, step, fields) => Task.FromResult<CardReply>(new CardReply.Replace(StepCards.Form(same, step, fields))));
}

/// <summary>[Prüfen] on a form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewStepAction(IEnumerable<SetupStep> steps) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => StepReply.OfAsync(
        turn, steps, form, async (same, step, fields) => new CardReply.Replace(await StepCommand.DrawAsync(same, step, fields, cancellationToken)));
}

/// <summary>[So festlegen] on a preview: takes the step.</summary>
internal sealed class ConfirmStepAction(IEnumerable<SetupStep> steps, TakeStepHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.Confirm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => StepReply.OfAsync(
        turn, steps, form, async (same, step, fields) =>
        {
            var taken = await handler.HandleAsync(same, step, fields, form[SetupVerbs.ShownField], cancellationToken);
            return taken switch
            {
                StepTaken.Done done => new CardReply.Replace(StepCards.Done(turn.Reader, done.Said)) { Settled = step.Entry.Name },
                StepTaken.Asked asked => new CardReply.Replace(StepCards.Form(asked.Now, step, fields, asked.Questions)),
                StepTaken.Overtaken overtaken => new CardReply.Replace(
                    StepCards.Preview(overtaken.Now, step, fields, overtaken.Plan, Messages.Get(turn.Reader, Sentence.SetupOvertaken))),
                StepTaken.Refused refused => new CardReply.Say(refused.Why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissStepAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>What all buttons of steps check first.</summary>
internal static class StepReply
{
    /// <summary>What comes of the button, for a coordinator, with the form it goes back to; or why nothing does.</summary>
    public static Task<CardReply> OfAsync(Turn turn, IEnumerable<SetupStep> steps, CardForm form, System.Func<Turn, SetupStep, SetupFields, Task<CardReply>> reply)
    {
        if (turn.WhyNot(Right.SetUpNetwork) is { } refusal)
        {
            return Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, refusal)));
        }

        if (steps.FirstOrDefault(step => step.Entry.Name == form[SetupVerbs.StepField]) is not { } step)
        {
            return Task.FromResult<CardReply>(new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown)));
        }

        return StepRight.WhyNot(turn, step) is { } why
            ? Task.FromResult<CardReply>(new CardReply.Say(why))
            : reply(turn with { Form = FormReference.In(form) ?? turn.Form }, step, SetupFields.In(form, step.Names));
    }
}
