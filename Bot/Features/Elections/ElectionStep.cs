using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>A button on an election's card: does one step for the sender and shows the election as it is then.</summary>
internal abstract class ElectionStep(ElectionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public abstract string Verb { get; }

    /// <summary>Whether only coordinators may do it.</summary>
    protected virtual bool IsLeading => false;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || (IsLeading && !turn.May(Right.HoldElection)))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(IsLeading ? RefusalCode.OnlyCoordinator : RefusalCode.ElectionNotFound)));
        }

        var id = new ElectionId(form.Id("election") ?? string.Empty);
        return await changes.ChangeAsync(turn.Network, id, election => ElectionFinder.MayKnow(turn, election) ? Decide(turn, sender.Id, election, form) : new Refusal(RefusalCode.ElectionNotFound), cancellationToken) switch
        {
            Outcome<Election>.Done(var after) => Question(turn, after) is { } question
                ? AskedBelow.Of(turn.Reader, question)
                : new CardReply.Replace(ElectionCard.Render(turn.Reader, turn.Network, after, ElectionViewer.Of(turn, after))) { Settled = after.Id.Value },
            Outcome<Election>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The step.</summary>
    protected abstract Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form);

    /// <summary>What is asked first, below the election's card; null where nothing is to be asked, and the election is shown as it is then.</summary>
    protected virtual AdaptiveCard? Question(Turn turn, Election election) => null;
}
