using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Admissions.Consult;

/// <summary>[An den Beirat geben]: a coordinator passes an application on.</summary>
internal sealed class ConsultAction(AdmissionStore admissions, DueTable due) : ICardAction
{
    private const int Attempts = 5;

    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Consult;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await ConsultAsync(turn, new AdmissionId(form.Id("admission") ?? string.Empty), cancellationToken) switch
        {
            Outcome<Admission>.Done(var admission) => new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, admission))),
            Outcome<Admission>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Outcome<Admission>> ConsultAsync(Turn turn, AdmissionId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (id.Value.Length == 0 || await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.AdmissionNotFound);
            }

            var outcome = found.Value.Consult(turn.Network, turn.Sender?.Id ?? default);
            if (outcome is not Outcome<Admission>.Done(var consulting) || consulting == found.Value)
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Admission, id.Value), [], cancellationToken);
            if (await admissions.TrySaveAsync(turn.Network.Id, found with { Value = consulting }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
