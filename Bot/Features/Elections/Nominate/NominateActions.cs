using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>[Ich kandidiere].</summary>
internal sealed class StandAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Stand;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.Nominate(turn.Network, sender, sender, turn.Now);
}

/// <summary>[Jemanden vorschlagen] and [Neue Liste]: asks for the name, or for the list, below the election's card.</summary>
internal sealed class AskNominationAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.AskNomination;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election;

    /// <inheritdoc/>
    protected override AdaptiveCard? Question(Turn turn, Election election) =>
        election.State == ElectionState.Nominating ? NominationForm.Render(turn.Reader, turn.Network, election) : null;
}

/// <summary>[Vorschlagen], with a name.</summary>
internal sealed class NominateAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Nominate;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => ElectionFinder.PersonOf(turn.Network, form["name"]) switch
    {
        Outcome<Person>.Done(var person) => election.Nominate(turn.Network, person.Id, sender, turn.Now),
        Outcome<Person>.Refused(var why) => why,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>[Ich stehe zur Wahl], by whoever was proposed.</summary>
internal sealed class ConsentAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Consent;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.AnswerNomination(sender, stands: true, turn.Now);
}

/// <summary>[Ich kandidiere nicht] and [Kandidatur zurückziehen].</summary>
internal sealed class RefuseAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.Refuse;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => election.AnswerNomination(sender, stands: false, turn.Now);
}
