using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.EndApplication;

/// <summary>"Antrag nicht weitergeben: Verein Brücke": asks a coordinator for the reason, which the applicant is told. In 1:1 only.</summary>
internal sealed class DeclineCommand(AdmissionStore admissions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Decline;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.ConsultBoard) is { } why)
        {
            return new Answer.Text(why);
        }

        var waiting = (await admissions.RunningAsync(turn.Network.Id, cancellationToken)).Where(admission => admission.State == AdmissionState.Applied);
        return ChosenCase.Of(turn, waiting, Entry.RestOf(text), Sentence.DeclineNothing, admission => DeclineCard.Render(turn, admission));
    }
}

/// <summary>[Nicht weitergeben]: asks for the reason.</summary>
internal sealed class AskDeclineAction(AdmissionStore admissions) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.AskDecline;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var refusal = turn.WhyNot(Right.ConsultBoard);
        if (refusal is null && form.Id("admission") is { } id && await admissions.FindAsync(turn.Network.Id, new AdmissionId(id), cancellationToken) is { Value: var admission })
        {
            return admission.State == AdmissionState.Applied
                ? new CardReply.Replace(DeclineCard.Render(turn, admission))
                : new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, admission)));
        }

        return new CardReply.Say(RefusalText.Plain(turn, refusal ?? new Refusal(RefusalCode.AdmissionNotFound)));
    }
}

/// <summary>[Ja, nicht weitergeben].</summary>
internal sealed class DeclineAction(AdmissionStore admissions, AdmissionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Decline;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        var reason = form[ReasonQuestion.ReasonField];
        var outcome = await changes.ApplyAsync(turn, id, admission => Task.FromResult(admission.Decline(turn.Network, turn.Sender?.Id ?? default, reason, turn.Now)), cancellationToken);
        switch (outcome)
        {
            case Outcome<Admission>.Done(var declined):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, declined))) { Settled = id.Value };
            case Outcome<Admission>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong } why }
                when await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var admission }:
                return new CardReply.Replace(DeclineCard.Render(turn, admission, reason, RefusalText.Markdown(turn, why)));
            case Outcome<Admission>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
