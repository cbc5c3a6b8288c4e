using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Turns;

namespace Bot.Features.Elections.AcceptElection;

/// <summary>[Wahl annehmen].</summary>
internal sealed class AcceptAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Accept;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.AnswerElection(sender, accepts: true, turn.Now);
}

/// <summary>[Wahl ablehnen].</summary>
internal sealed class DeclineAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Decline;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.AnswerElection(sender, accepts: false, turn.Now);
}
