using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>A button that leads to a step: what it asks, or where the case is.</summary>
internal abstract class AskExpulsionStep(ExpulsionStep step, ExpulsionStore expulsions) : ICardAction
{
    /// <inheritdoc/>
    public abstract string Verb { get; }

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.OnlyInPrivate));
        }

        if (form.Id(ExpulsionVerbs.CaseField) is not { } id || await expulsions.FindAsync(turn.Network.Id, new ExpulsionId(id), cancellationToken) is not { Value: var expulsion }
            || !step.IsTheirs(turn, expulsion))
        {
            return new CardReply.Say(RefusalText.Plain(turn, turn.WhyNot(step.Right) ?? new Refusal(RefusalCode.ExpulsionNotFound)));
        }

        return new CardReply.Replace(step.IsPossible(turn, expulsion)
            ? step.Card(turn, expulsion, new StepFields())
            : SentenceCard.Of(turn.Reader, ExpulsionWords.Of(turn.Reader, expulsion, turn.LocalNow.Date)));
    }
}

/// <summary>The button that does a step.</summary>
internal abstract class DoExpulsionStep(ExpulsionStep step, ExpulsionStore expulsions, ExpulsionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public abstract string Verb { get; }

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.OnlyInPrivate));
        }

        var (id, fields) = (new ExpulsionId(form.Id(ExpulsionVerbs.CaseField) ?? string.Empty), StepFields.In(form));
        switch (await changes.ApplyAsync(turn, id, expulsion => step.DecideAsync(turn, expulsion, fields, cancellationToken), cancellationToken))
        {
            case Outcome<Expulsion>.Done(var changed):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, step.Said(turn, changed))) { Settled = id.Value };
            case Outcome<Expulsion>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong or RefusalCode.StatementMissing or RefusalCode.HearingDayWrong } why }
                when await expulsions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var expulsion }:
                return new CardReply.Replace(step.Card(turn with { Form = FormReference.In(form) ?? turn.Form }, expulsion, fields, RefusalText.Markdown(turn, why)));
            case Outcome<Expulsion>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
