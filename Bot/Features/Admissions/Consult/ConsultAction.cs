using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Turns;

namespace Bot.Features.Admissions.Consult;

/// <summary>[An den Beirat geben]: a coordinator passes an application on.</summary>
internal sealed class ConsultAction(AdmissionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Consult;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        return await changes.ApplyAsync(turn, id, admission => Task.FromResult(admission.Consult(turn.Network, turn.Sender?.Id ?? default)), cancellationToken) switch
        {
            Outcome<Admission>.Done(var admission) => new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, admission))),
            Outcome<Admission>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
