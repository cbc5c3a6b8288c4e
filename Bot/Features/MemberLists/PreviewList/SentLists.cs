using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>The list a button is about, for its sender only.</summary>
internal sealed class SentLists(SentListStore lists)
{
    /// <summary>The list, if it is the sender's and they may take it; else what to answer. Who may not learns nothing of whether there is one.</summary>
    public async Task<(FormReference Form, Stored<SentList> Found, CardReply? Refusal)> FindAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ImportList) is { } refusal)
        {
            return (turn.Form, default, new CardReply.Say(RefusalText.Plain(turn, refusal)));
        }

        return FormReference.In(form) is { } reference && await FindAsync(turn, reference.IdentityOf("list"), cancellationToken) is { } found
            ? (reference, found, found.Value.End is null ? null : Ended(turn.Reader, found.Value))
            : (turn.Form, default, new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.ImportGone))));
    }

    /// <summary>The list of that identity, if the sender has sent it and reads alone here.</summary>
    public async Task<Stored<SentList>?> FindAsync(Turn turn, string id, CancellationToken cancellationToken) =>
        turn is { IsPersonal: true, Sender: { } sender } && turn.May(Right.ImportList)
        && await lists.FindAsync(turn.Network.Id, id, cancellationToken) is { } found && found.Value.SentBy == sender.Id && turn.Now < found.Value.SentAt + SentListStore.KeptFor
            ? found
            : null;

    /// <summary>What became of a list.</summary>
    public static CardReply.Replace Ended(Reader reader, SentList list) => new(SentenceCard.Of(reader, list.End == SentListEnd.Dropped
        ? Messages.Get(reader, Sentence.ImportDropped)
        : Messages.Get(reader, Sentence.ImportDone, list.Taken.New, list.Taken.Changed))) { Settled = list.Id };
}
