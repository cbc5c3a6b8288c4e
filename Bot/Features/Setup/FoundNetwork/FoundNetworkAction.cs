using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>[Einrichten] pressed where a network is set up already, such as a second time: it stays as it is.</summary>
internal sealed class FoundNetworkAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.Found;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(turn.May(Right.SetUpNetwork)
        ? new CardReply.Replace(TakeStep.StepCards.Done(turn.Reader, Messages.Get(turn.Reader, Sentence.FoundingDone, CardText.Escape(turn.Network.Name, LineBreaks.Collapse))))
        : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown)));
}
