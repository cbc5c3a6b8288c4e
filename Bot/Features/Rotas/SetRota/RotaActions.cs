using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SetRota;

/// <summary>[Festlegen] on the preview: sets the order.</summary>
internal sealed class SetRotaAction(RotaChanges changes, RotaViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.Set;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.SetRota) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        var hosts = form["hosts"].Split('|').Select(key => new RotaHost(key)).ToList();
        if (turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is not { } committee
            || hosts.Count is < 2 or > Rota.Most || hosts.Distinct().Count() < hosts.Count || !hosts.TrueForAll(host => host.IsThere(turn.Network, committee)))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        if (await changes.SetAsync(turn, committee, hosts, cancellationToken) is { } why)
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        return await views.OfAsync(turn.Network, committee, turn.Now, cancellationToken) is { } view
            ? new CardReply.Replace(RotaCard.Render(turn, view, Messages.Get(turn.Reader, Sentence.RotaIsSet))) { Settled = (FormReference.In(form) ?? turn.Form).IdentityOf(Subjects.Rota) }
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.RotaNone));
    }
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissRotaAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
