using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>Drops a list: nothing is taken, and its rows are deleted at once.</summary>
internal sealed class DropListAction(SentLists sent, SentListStore lists) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MemberListVerbs.Drop;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (_, found, refusal) = await sent.FindAsync(turn, form, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var dropped = found.Value with { End = SentListEnd.Dropped };
        return await lists.TrySaveAsync(turn.Network.Id, new Stored<SentList>(dropped, found.ETag), cancellationToken)
            ? SentLists.Ended(turn.Reader, dropped)
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ImportPressAgain));
    }
}
