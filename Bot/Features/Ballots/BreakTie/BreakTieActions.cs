using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>[Angenommen] [Abgelehnt] below a tie that the chair decides.</summary>
internal sealed class DecideTieAction(BreakTieHandler handler, TieReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.DecideTie;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        Verdict? verdict = form["verdict"] switch { nameof(Verdict.Accepted) => Verdict.Accepted, nameof(Verdict.Rejected) => Verdict.Rejected, _ => null };
        Outcome<BallotRecord> outcome = verdict is { } decided
            ? await handler.DecideAsync(turn, id, decided, form["reason"], cancellationToken)
            : new Refusal(RefusalCode.NoTieToDecide);
        return await reply.OfAsync(turn, id, outcome, form["reason"], cancellationToken);
    }
}

/// <summary>[Zeug:in benennen] below a tie that the lot decides.</summary>
internal sealed class NameWitnessAction(BreakTieHandler handler, TieReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.NameWitness;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        Outcome<BallotRecord> outcome = PersonFinder.Named(turn.Network, form["witness"]) is [var witness]
            ? await handler.NameWitnessAsync(turn, id, witness.Id, cancellationToken)
            : new Refusal(RefusalCode.WitnessUnknown);
        return await reply.OfAsync(turn, id, outcome, form["witness"], cancellationToken);
    }
}

/// <summary>[Ich bin dabei: Los ziehen], pressed by the witness.</summary>
internal sealed class DrawLotAction(BreakTieHandler handler, TieReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => BallotVerbs.DrawLot;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.Id("ballot") ?? string.Empty);
        return await reply.OfAsync(turn, id, await handler.DrawAsync(turn, id, cancellationToken), string.Empty, cancellationToken);
    }
}
