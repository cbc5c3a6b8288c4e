using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.ShowProspect;

/// <summary>[Öffnen]: one prospect as it is now.</summary>
internal sealed class ShowProspectAction(ProspectReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ProspectVerbs.Show;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        ProspectReply.WhyNot(turn, Right.ReadProspects) is { } why ? new CardReply.Say(why)
        : form.Id(ProspectVerbs.ProspectField) is { } id ? new CardReply.Replace(await reply.DrawAsync(turn, new ProspectId(id), null, cancellationToken))
        : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
}
