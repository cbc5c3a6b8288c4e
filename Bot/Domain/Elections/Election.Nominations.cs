using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Elections;

/// <content>Names are proposed, and whoever is named is asked.</content>
public sealed partial record Election
{
    /// <summary>Those who stand, by name; in a list vote list by list, each in its order.</summary>
    /// <param name="network">Says what they are called.</param>
    public IReadOnlyList<PersonId> Standing(Network network) => Method == ElectionMethod.List ? [.. ListsStanding.SelectMany(list => list.Names)] :
    [
        .. Nominations.Where(nomination => nomination.Answer == Consent.Given).Select(nomination => nomination.Person)
            .OrderBy(person => network.Person(person)?.Name ?? person.Value, StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true)).ThenBy(person => person.Value, StringComparer.Ordinal),
    ];

    /// <summary>What somebody's nomination came to; null when nobody proposed them.</summary>
    public Nomination? NominationOf(PersonId person) => Nominations.FirstOrDefault(nomination => nomination.Person == person);

    /// <summary>Proposes a name. Whoever proposes themselves stands; anybody else is asked. A name proposed twice is on the list once.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="person">Who is proposed.</param>
    /// <param name="by">Who proposes; somebody who belongs to the committee that votes, or the person.</param>
    /// <param name="now">When.</param>
    /// <returns>The election, the same by reference when nothing changed; refused with <see cref="RefusalCode.NominationsClosed"/>, <see cref="RefusalCode.NamesOrLists"/>,
    /// <see cref="RefusalCode.NotMemberOfCommittee"/>, <see cref="RefusalCode.PersonUnknown"/>, <see cref="RefusalCode.DoesNotStand"/> or
    /// <see cref="RefusalCode.NominationsFull"/>, looked at in this order.</returns>
    public Outcome<Election> Nominate(Network network, PersonId person, PersonId by, Instant now)
    {
        if (WhyNoName(now) is { } closed)
        {
            return closed;
        }

        if (Method == ElectionMethod.List)
        {
            return new Refusal(RefusalCode.NamesOrLists);
        }

        if (network.Committee(Committee) is not { } committee || !network.Allows(Right.Nominate, by, committee))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, network.Committee(Committee)?.Name ?? string.Empty);
        }

        if (network.Person(person) is not { HasLeft: false } known)
        {
            return new Refusal(RefusalCode.PersonUnknown, person.Value);
        }

        return NominationOf(person) switch
        {
            null when Nominations.Count >= MostCandidates => new Refusal(RefusalCode.NominationsFull, MostCandidates),
            null => this with { Nominations = Nominations.Add(new Nomination(person, by, now, person == by ? Consent.Given : Consent.Asked)) },
            { Answer: Consent.Given } => this,
            var named when person == by => Answered(named, Consent.Given),
            { Answer: Consent.Refused } => new Refusal(RefusalCode.DoesNotStand, known.Name),
            _ => this,
        };
    }

    /// <summary>Somebody proposed says whether they stand, until the deadline; whoever stands can still withdraw until voting opens, and, where seats are filled one
    /// after the other, between two seats.</summary>
    /// <returns>The election, the same by reference when they had said so; refused with <see cref="RefusalCode.NotNominated"/>,
    /// <see cref="RefusalCode.ElectionNotThatFar"/> or <see cref="RefusalCode.NominationsClosed"/>, looked at in this order.</returns>
    public Outcome<Election> AnswerNomination(PersonId person, bool stands, Instant now)
    {
        if (NominationOf(person) is not { } named || (Method == ElectionMethod.List && named.List is null))
        {
            return new Refusal(RefusalCode.NotNominated);
        }

        var answer = stands ? Consent.Given : Consent.Refused;
        if (named.Answer == answer)
        {
            return this;
        }

        if (!stands && this is { State: ElectionState.Deciding, Pending.Reason: RoundReason.NextSeat })
        {
            return Answered(named, answer).Onward(now);
        }

        return (stands ? WhyNoName(now) : State == ElectionState.Nominating ? null : new Refusal(RefusalCode.ElectionNotThatFar)) is { } refusal
            ? refusal
            : Answered(named, answer);
    }

    private Refusal? WhyNoName(Instant now) => State != ElectionState.Nominating || now >= NominateUntil ? new Refusal(RefusalCode.NominationsClosed, NominateUntil) : null;

    private Election Answered(Nomination named, Consent answer) => this with { Nominations = Nominations.Replace(named, named with { Answer = answer }) };
}
