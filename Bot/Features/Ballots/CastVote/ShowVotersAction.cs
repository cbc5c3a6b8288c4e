using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>[Weiter] and [Zurück] below the organizations somebody may vote for.</summary>
internal sealed class ShowVotersAction(CastVoteHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.ShowVoters;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.NotEntitledToVote)));
        }

        var ballot = new BallotId(form.Id("ballot") ?? string.Empty);
        return await handler.AskAsync(turn.Network, ballot, sender.Id, cancellationToken) switch
        {
            CastVoteResult.AskVoter ask when ask.View.Record.Ballot.IsOpenAt(turn.Now) =>
                new CardReply.Replace(CastVoteReply.AskVoter(turn, ask, PageRequest.Read(form) ?? PageRequest.First)),
            CastVoteResult.AskVoter ask => new CardReply.Replace(BallotCard.Render(turn.Reader, ask.View with { OffersVoting = false }, turn.Now)),
            CastVoteResult.Refused refused => new CardReply.Say(RefusalText.Plain(turn, refused.Why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
