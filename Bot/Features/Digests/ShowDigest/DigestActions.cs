using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Digests.ShowDigest;

/// <summary>[Nicht mehr schicken]: the sender gets no more overviews. Pressing twice changes nothing.</summary>
internal sealed class DigestOffAction(DigestStore digests) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => DigestVerbs.Off;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => DigestWish.ReplyAsync(digests, turn, isWanted: false, cancellationToken);
}

/// <summary>[Wieder schicken]: the sender gets overviews again.</summary>
internal sealed class DigestOnAction(DigestStore digests) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => DigestVerbs.On;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => DigestWish.ReplyAsync(digests, turn, isWanted: true, cancellationToken);
}

/// <summary>What both have in common.</summary>
internal static class DigestWish
{
    /// <summary>Notes what the sender wants.</summary>
    public static async Task<CardReply> ReplyAsync(DigestStore digests, Turn turn, bool isWanted, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        await digests.SetAsync(turn.Network.Id, sender.Id, isWanted, cancellationToken);
        return new CardReply.Say(Messages.Get(turn.Reader, isWanted ? Sentence.DigestIsOn : Sentence.DigestIsOff));
    }
}
