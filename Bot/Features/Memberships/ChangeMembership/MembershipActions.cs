using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>[Ändern] on a preview: the form.</summary>
internal sealed class MembershipFormAction(IEnumerable<MembershipStep> steps) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MembershipVerbs.Form;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => MembershipReply.OfAsync(
        turn, steps, form, (same, step, fields) => Task.FromResult<CardReply>(new CardReply.Replace(MembershipCards.Form(same, step, fields))));
}

/// <summary>[Prüfen] on a form: the preview, or the form again with what is asked back.</summary>
internal sealed class PreviewMembershipAction(IEnumerable<MembershipStep> steps) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MembershipVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => MembershipReply.OfAsync(
        turn, steps, form, (same, step, fields) => Task.FromResult<CardReply>(new CardReply.Replace(MembershipCards.Draw(same, step, step.Completed(same, fields with { Organization = string.Empty })))));
}

/// <summary>[So festlegen] on a preview: changes it.</summary>
internal sealed class ConfirmMembershipAction(IEnumerable<MembershipStep> steps, MembershipHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MembershipVerbs.Confirm;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => MembershipReply.OfAsync(
        turn, steps, form, async (same, step, fields) => await handler.HandleAsync(same, step, fields, form[MembershipVerbs.ShownField], cancellationToken) switch
        {
            MembershipChanged.Done done => new CardReply.Replace(SentenceCard.Of(same.Reader, done.Said)) { Settled = step.Entry.Name },
            MembershipChanged.Asked asked => new CardReply.Replace(MembershipCards.Form(asked.Now, step, fields, asked.Question)),
            MembershipChanged.Overtaken overtaken => new CardReply.Replace(
                MembershipCards.Preview(overtaken.Now, step, fields, overtaken.Plan, Messages.Get(same.Reader, Sentence.SetupOvertaken))),
            MembershipChanged.Refused refused => new CardReply.Say(refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissMembershipAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MembershipVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>What all buttons about memberships check first.</summary>
internal static class MembershipReply
{
    /// <summary>What comes of the button, with the form it goes back to; or why nothing does.</summary>
    public static Task<CardReply> OfAsync(
        Turn turn, IEnumerable<MembershipStep> steps, CardForm form, Func<Turn, MembershipStep, MembershipFields, Task<CardReply>> reply)
    {
        if (steps.FirstOrDefault(step => step.Entry.Name == form[MembershipVerbs.StepField]) is not { } step)
        {
            return Task.FromResult<CardReply>(new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown)));
        }

        if (turn.WhyNot(step.Right) is { } why)
        {
            return Task.FromResult<CardReply>(new CardReply.Say(RefusalText.Plain(turn, why)));
        }

        return turn.IsPersonal
            ? reply(turn with { Form = FormReference.In(form) ?? turn.Form }, step, MembershipFields.In(form))
            : Task.FromResult<CardReply>(new CardReply.Say(Messages.Get(turn.Reader, Sentence.OnlyInPrivate)));
    }
}
