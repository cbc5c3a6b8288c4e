using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <content>People who had their data deleted.</content>
public sealed partial record Election
{
    /// <summary>The same as if everybody who has left had said so themselves: they do not stand, do not accept, and give their seat back, so that the next are asked. Whoever
    /// stands on papers that are being voted on stays on them.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="now">When.</param>
    /// <returns>The election, the same by reference when nobody is concerned.</returns>
    public Election WithoutFormer(Network network, Instant now)
    {
        var former = network.FormerPeople.Select(person => person.Id).ToHashSet();
        var election = this;
        foreach (var person in Nominations.Where(name => name.Answer != Consent.Refused && former.Contains(name.Person)).Select(name => name.Person))
        {
            election = election.AnswerNomination(person, stands: false, now) is Outcome<Election>.Done(var after) ? after : election;
        }

        foreach (var mandate in election.Mandates.Where(mandate => former.Contains(mandate.Person)))
        {
            var answer = mandate.State == MandateState.Asked ? election.AnswerElection(mandate.Person, accepts: false, now) : election.Leave(mandate.Person, now);
            election = mandate.State is MandateState.Asked or MandateState.Accepted && answer is Outcome<Election>.Done(var after) ? after : election;
        }

        return election;
    }

    /// <summary>The same as if everybody whose seat was given up, and is vacant by now, had left today: the next are asked.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="now">When.</param>
    /// <returns>The election, the same by reference when nobody is concerned.</returns>
    public Election WithoutGivenUp(Network network, Instant now)
    {
        var today = now.InZone(network.Zone).Date;
        return Mandates.Where(mandate => mandate is { State: MandateState.Accepted, IsSeated: true }
                && network.Terms.TryGetValue(new Seat(Body, mandate.Person), out var term) && term.HasEndedOn(today))
            .Aggregate(this, (election, mandate) => election.Leave(mandate.Person, now) is Outcome<Election>.Done(var after) ? after : election);
    }
}
