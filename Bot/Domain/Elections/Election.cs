using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>An election from its call to the end of the term: names are proposed and consent, rounds are voted until the seats are filled or nothing is left to
/// vote on, those elected accept, substitutes move up. Every step may be repeated and then changes nothing.</summary>
public sealed partial record Election
{
    /// <summary>The most seats one election can fill.</summary>
    public const int MostSeats = 30;

    /// <summary>The most names that can stand; as many as fit on a paper.</summary>
    public const int MostCandidates = 30;

    /// <summary>Identity.</summary>
    public required ElectionId Id { get; init; }

    /// <summary>The committee whose seats are filled.</summary>
    public required CommitteeId Body { get; init; }

    /// <summary>The committee that votes.</summary>
    public required CommitteeId Committee { get; init; }

    /// <summary>How many seats, 1 to <see cref="MostSeats"/>.</summary>
    public required int Seats { get; init; }

    /// <summary>How papers are filled in.</summary>
    public required ElectionMethod Method { get; init; }

    /// <summary>The rule it was called under.</summary>
    public required ElectionRule Rule { get; init; }

    /// <summary>Version of the rules of procedure it was called under; 0 where that was not kept yet.</summary>
    public int RulesVersion { get; init; }

    /// <summary>The first day of the term that was chosen with the call; null for the day on which everybody has answered.</summary>
    public LocalDate? TermChosen { get; init; }

    /// <summary>Who called it.</summary>
    public required PersonId CalledBy { get; init; }

    /// <summary>When it was called.</summary>
    public required Instant CalledAt { get; init; }

    /// <summary>From this moment on no name is proposed and no consent taken any more.</summary>
    public required Instant NominateUntil { get; init; }

    /// <summary>When the first round ends.</summary>
    public required Instant VoteUntil { get; init; }

    /// <summary>Whether the seats are filled beside those of others whose term goes on (Nachwahl); otherwise all seats of the committee change hands.</summary>
    public bool IsByElection { get; init; }

    /// <summary>How far it is.</summary>
    public ElectionState State { get; init; } = ElectionState.Nominating;

    /// <summary>The lists that were submitted, by their numbers; empty but in a list vote.</summary>
    public ImmutableList<CandidateList> Lists { get; init; } = [];

    /// <summary>Who was proposed, in the order of the proposals.</summary>
    public ImmutableList<Nomination> Nominations { get; init; } = [];

    /// <summary>The rounds, in order.</summary>
    public ImmutableList<ElectionRound> Rounds { get; init; } = [];

    /// <summary>Elected by a round or by lot, in this order.</summary>
    public ImmutableList<PersonId> Elected { get; init; } = [];

    /// <summary>What somebody has to decide before it goes on; null while nothing.</summary>
    public PendingStep? Pending { get; init; }

    /// <summary>The lots drawn, in order.</summary>
    public ImmutableList<DrawnLot> Lots { get; init; } = [];

    /// <summary>Those elected and those who moved up, with their answers, in the order they were asked.</summary>
    public ImmutableList<Mandate> Mandates { get; init; } = [];

    /// <summary>First day of the term; null before it has begun.</summary>
    public LocalDate? TermFrom { get; init; }

    /// <summary>Last day of the term; null before it has begun.</summary>
    public LocalDate? TermUntil => TermFrom?.PlusMonths(Rule.TermMonths).PlusDays(-1);

    /// <summary>Whether those elected have taken the seats over.</summary>
    public bool IsInOffice { get; init; }

    /// <summary>Number of the resolution that records the result; null before.</summary>
    public string? Resolution { get; init; }

    /// <summary>The round being voted or counted last; null before the first.</summary>
    public ElectionRound? Round => Rounds.LastOrDefault();

    /// <summary>Whether the election may still change whom the committee's seats belong to by a vote, so that no other one for it can run.</summary>
    public bool IsRunning => State is ElectionState.Nominating or ElectionState.Voting or ElectionState.Deciding or ElectionState.Accepting || IsTermToCome;

    /// <summary>Whether it has ended and those elected have not taken the seats over yet, because the term is still to begin.</summary>
    public bool IsTermToCome => State == ElectionState.Finished && TermFrom is not null && !IsInOffice;

    /// <summary>Seats that are neither taken nor offered to somebody; only a by-election fills them when there are no substitutes left.</summary>
    public int Vacant => int.Max(0, Seats - Mandates.Count(mandate => mandate.HoldsSeat));

    /// <summary>Calls an election.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="call">What was confirmed.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="caller">Who calls it.</param>
    /// <param name="now">When.</param>
    /// <param name="termUntil">Last day of the present term; null when none goes on.</param>
    /// <returns>The election; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.CommitteeUnknown"/>, <see cref="RefusalCode.NobodyElects"/>,
    /// <see cref="RefusalCode.SeatsOutOfRange"/>, <see cref="RefusalCode.MethodNotAllowed"/>, <see cref="RefusalCode.ElectionDatesWrong"/> or what speaks against the first day of
    /// the term, looked at in this order.</returns>
    public static Outcome<Election> Call(Network network, ElectionCall call, ElectionId id, PersonId caller, Instant now, LocalDate? termUntil = null)
    {
        if (!network.Allows(Right.CallElection, caller, network.Committee(call.Body)))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        // The plenary elects, and would learn of a committee that is kept from it.
        if (network.Standing(call.Body) is not { Kind: not CommitteeKind.GeneralAssembly, IsSecluded: false } body)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        if (network.GeneralAssembly is not { } committee)
        {
            return new Refusal(RefusalCode.NobodyElects);
        }

        if (call.Seats < 1 || call.Seats > MostSeats)
        {
            return new Refusal(RefusalCode.SeatsOutOfRange, MostSeats);
        }

        if (!committee.Rules.Elections.Allows(call.Method))
        {
            return new Refusal(RefusalCode.MethodNotAllowed);
        }

        if (now >= call.NominateUntil || call.NominateUntil >= call.VoteUntil)
        {
            return new Refusal(RefusalCode.ElectionDatesWrong);
        }

        return call.WhyNotFrom(call.VoteUntil.InZone(network.Zone).Date, termUntil) is { } refusal
            ? refusal
            : new Election
            {
                Id = id,
                Body = body.Id,
                Committee = committee.Id,
                Seats = call.Seats,
                Method = call.Method,
                Rule = committee.Rules.Elections,
                RulesVersion = committee.Rules.Version,
                TermChosen = call.TermFrom,
                CalledBy = caller,
                CalledAt = now,
                NominateUntil = call.NominateUntil,
                VoteUntil = call.VoteUntil,
                IsByElection = call.IsByElection,
            };
    }

    /// <summary>Calls it off. Doing it twice changes nothing.</summary>
    /// <returns>The election; refused with <see cref="RefusalCode.ElectionNotThatFar"/> while a round is voted and when somebody is elected already.</returns>
    public Outcome<Election> Cancel() => State switch
    {
        ElectionState.Cancelled => this,
        ElectionState.Nominating => this with { State = ElectionState.Cancelled },
        ElectionState.Deciding when Elected.IsEmpty => this with { State = ElectionState.Cancelled, Pending = null },
        _ => new Refusal(RefusalCode.ElectionNotThatFar),
    };
}
