using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Admissions.WaiveRecommendation;

/// <summary>[Ohne Empfehlung ins Plenum]: asks for the reason.</summary>
internal sealed class AskWaiveAction(AdmissionStore admissions, WaiveHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.AskWaive;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (form.Id("admission") is not { } id || await admissions.FindAsync(turn.Network.Id, new AdmissionId(id), cancellationToken) is not { Value: var admission })
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.AdmissionNotFound)));
        }

        return await handler.WhyNotAsync(turn, admission, cancellationToken) is { } refusal
            ? new CardReply.Say(RefusalText.Plain(turn, refusal))
            : new CardReply.Replace(WaiveCard.Render(turn, admission));
    }
}

/// <summary>[Ja, ohne Empfehlung abstimmen lassen].</summary>
internal sealed class WaiveAction(AdmissionStore admissions, WaiveHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Waive;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        switch (await handler.HandleAsync(turn, id, form[ReasonQuestion.ReasonField], cancellationToken))
        {
            case Outcome<Admission>.Done(var waived):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, waived))) { Settled = id.Value };
            case Outcome<Admission>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong } why }
                when await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var admission }:
                return new CardReply.Replace(WaiveCard.Render(turn, admission, form[ReasonQuestion.ReasonField], RefusalText.Markdown(turn, why)));
            case Outcome<Admission>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
