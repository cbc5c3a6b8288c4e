using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>[Ja] [Nein] [Enthaltung]. The card says on which ballot and, where it is somebody's own, for whom; who acts is the sender.</summary>
internal sealed class CastVoteAction(CastVoteHandler handler, BallotViews views, BallotPosts posts) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Vote;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        if (turn.Sender is not { } sender)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.NotEntitledToVote)));
        }

        if (await views.FindAsync(turn.Network, id, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        if (PaperOnCard.Read(turn.Reader, view, form) is not Outcome<BallotPaper>.Done(var paper))
        {
            return new CardReply.Say(RefusalText.Plain(turn, ((Outcome<BallotPaper>.Refused)PaperOnCard.Read(turn.Reader, view, form)).Why));
        }

        VoterId? voter = form.Id("voter") is { } named ? new VoterId(named) : null;
        var command = new CastVoteCommand(id, voter, sender.Id, paper, turn.Now);
        switch (await handler.HandleAsync(turn.Network, command, cancellationToken))
        {
            case CastVoteResult.Counted counted:
                posts.RefreshTurnout(turn.Snapshot, command.Ballot);
                return new CardReply.Replace(CastVoteReply.Counted(turn, counted));
            case CastVoteResult.AskVoter ask:
                return new CardReply.Replace(CastVoteReply.AskVoter(turn, ask, PageRequest.First));
            case CastVoteResult.Refused { Why: { Code: RefusalCode.VotingClosed or RefusalCode.AlreadyVotedInSecret } why, View: { } ended }:
                return new CardReply.Replace(CastVoteReply.Ended(turn, ended, why));
            case CastVoteResult.Refused refused:
                return new CardReply.Say(RefusalText.Plain(turn, refused.Why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
