using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.DeclareConflict;

/// <summary>[Befangenheit erklären] beside one of several ballots, and the pages of a long question: asks first.</summary>
internal sealed class AskConflictAction(OpenBallots open, BallotStore ballots) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.AskConflict;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || await open.FindAsync(turn, new BallotId(form.Id("ballot") ?? string.Empty), cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.BallotNotFound)));
        }

        var roll = await ballots.RollAsync(turn.Network.Id, view.Record.Ballot.Id, cancellationToken);
        return roll.Select(entry => entry.Value).Where(entry => entry.HasActor(sender.Id)).ToList() is { Count: > 0 } lines
            ? new CardReply.Replace(ConflictCard.Render(turn, view, lines, PageRequest.Read(form) ?? PageRequest.First))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.NotEntitledToVote)));
    }
}

/// <summary>[Befangenheit erklären] below the question: the voter is left out of the ballot.</summary>
internal sealed class DeclareConflictAction(DeclareConflictHandler handler, OpenBallots open, BallotPosts posts) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.Conflict;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        if (turn.Sender is not { } sender)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.NotEntitledToVote)));
        }

        var outcome = await handler.HandleAsync(turn.Network, id, new VoterId(form.Id("voter") ?? string.Empty), sender.Id, turn.Now, cancellationToken);
        if (outcome is not Outcome<RollEntry>.Done(var line))
        {
            return new CardReply.Say(RefusalText.Plain(turn, ((Outcome<RollEntry>.Refused)outcome).Why));
        }

        posts.RefreshTurnout(turn.Snapshot, id);
        foreach (var actor in line.Actors)
        {
            posts.RefreshOwn(turn.Snapshot, id, actor);
        }

        var said = Messages.Get(turn.Reader, Sentence.ConflictDeclared);
        return await open.FindAsync(turn, id, cancellationToken) is { } view
            ? new CardReply.Replace(BallotCard.Render(turn.Reader, view with { Own = line }, turn.Now, said)) { Settled = id.Value }
            : new CardReply.Say(said) { Settled = id.Value };
    }
}
