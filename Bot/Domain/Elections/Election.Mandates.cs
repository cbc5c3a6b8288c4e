using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <content>Those elected accept or not, and substitutes move up.</content>
public sealed partial record Election
{
    /// <summary>Those who reached what was needed but no seat, the first to move up first; as many votes, the same group. Who was in a later round comes before who
    /// was not, and of those between whom a lot was drawn the lot decides.</summary>
    /// <remarks>In a list vote it depends on whose seat becomes free: see <see cref="NextFor"/>.</remarks>
    public IReadOnlyList<IReadOnlyList<PersonId>> Substitutes =>
    [
        .. Rounds.SelectMany(round => round.Candidates).Distinct().Where(person => !Elected.Contains(person) && (Method != ElectionMethod.SeatBySeat || NominationOf(person) is { Answer: Consent.Given }))
            .Select(person => (Person: person, Last: Rounds.Last(round => round.Candidates.Contains(person))))
            .Where(one => one.Last.Standings is { } standings && one.Last.IsEnough(standings[IndexIn(one.Last, one.Person)]))
            .GroupBy(one => (Round: -one.Last.Number, one.Last.Standings![IndexIn(one.Last, one.Person)].Place, Drawn: PlaceInLot(one.Person)))
            .OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<PersonId>)[.. group.Select(one => one.Person)]),
    ];

    /// <summary>Who would be asked if this person gave up the seat: of the same list where there are lists. Empty when nobody can move up.</summary>
    public IReadOnlyList<PersonId> NextFor(PersonId person) => Method == ElectionMethod.List
        ? [.. OnListOf(person).Where(other => MandateOf(other) is null && !Elected.Contains(other)).Take(1)]
        : Substitutes.Select(group => (IReadOnlyList<PersonId>)[.. group.Where(other => MandateOf(other) is null)]).FirstOrDefault(group => group.Count > 0) ?? [];

    /// <summary>What somebody was asked; null when they were not elected.</summary>
    public Mandate? MandateOf(PersonId person) => Mandates.FirstOrDefault(mandate => mandate.Person == person);

    /// <summary>Somebody elected accepts or declines. Whoever declines makes room for the next.</summary>
    /// <returns>The election, the same by reference when they had said so; refused with <see cref="RefusalCode.NotElected"/> or, after the time to answer or
    /// another answer, <see cref="RefusalCode.AcceptanceOver"/>.</returns>
    public Outcome<Election> AnswerElection(PersonId person, bool accepts, Instant now)
    {
        if (MandateOf(person) is not { } mandate)
        {
            return new Refusal(RefusalCode.NotElected);
        }

        var state = accepts ? MandateState.Accepted : MandateState.Declined;
        if (mandate.State == state)
        {
            return this;
        }

        return mandate.State == MandateState.Asked && now < mandate.AskedUntil
            ? With(mandate, mandate with { State = state, AnsweredAt = now }).MoveUp(now)
            : new Refusal(RefusalCode.AcceptanceOver, mandate.AskedUntil);
    }

    /// <summary>Whoever has not answered in time has refused. Looking again changes nothing.</summary>
    public Election Lapse(Instant now)
    {
        var silent = Mandates.Where(mandate => mandate.State == MandateState.Asked && mandate.AskedUntil <= now).ToList();
        return silent.Count == 0 ? this : silent.Aggregate(this, (election, mandate) => election.With(mandate, mandate with { State = MandateState.Lapsed, AnsweredAt = mandate.AskedUntil })).MoveUp(now);
    }

    /// <summary>Ends the election when everybody asked has answered and nothing is to be drawn.</summary>
    /// <param name="today">The term begins today when anybody accepted, or on the day chosen with the call if that is still to come: never before somebody accepted.</param>
    public Election Finish(LocalDate today) => State == ElectionState.Accepting && Pending is null && Mandates.All(mandate => mandate.State != MandateState.Asked)
        ? this with { State = ElectionState.Finished, TermFrom = Mandates.Any(mandate => mandate.State == MandateState.Accepted) ? (TermChosen > today ? TermChosen : today) : null }
        : this;

    /// <summary>Somebody leaves the committee before the end of the term; the next substitute is asked.</summary>
    /// <returns>The election, the same by reference when they had left; refused with <see cref="RefusalCode.NotElected"/> when they hold no seat by it.</returns>
    public Outcome<Election> Leave(PersonId person, Instant now) => MandateOf(person) switch
    {
        { State: MandateState.Left } => this,
        { State: MandateState.Accepted } mandate when State == ElectionState.Finished => With(mandate, mandate with { State = MandateState.Left }).MoveUp(now),
        _ => new Refusal(RefusalCode.NotElected),
    };

    /// <summary>The same with the seats as they were given and taken back in the committee.</summary>
    /// <param name="seated">Who holds a seat there now.</param>
    public Election Seated(IReadOnlyCollection<PersonId> seated) =>
        this with
        {
            IsInOffice = true,
            Mandates = [.. Mandates.Select(mandate => mandate with { IsSeated = mandate.State == MandateState.Accepted && seated.Contains(mandate.Person) })],
        };

    private static int IndexIn(ElectionRound round, PersonId person) => round.Candidates.Index().First(name => name.Item == person).Index;

    private int PlaceInLot(PersonId person) => Lots.Index().SelectMany(lot => lot.Item.Order.Index().Where(name => name.Item == person).Select(name => (lot.Index * MostCandidates) + name.Index))
        .DefaultIfEmpty(0).Last();

    private static Election AskElected(Election election, Instant now) => (election with { State = ElectionState.Accepting }).Asking(election.Elected, now).MoveUp(now);

    private Election Asking(IEnumerable<PersonId> people, Instant now) => this with
    {
        Mandates = Mandates.AddRange(people.Select(person => new Mandate(person, MandateState.Asked, now + Duration.FromDays(Rule.AcceptanceDays), IsSubstitute: !Elected.Contains(person)))),
    };

    private Election With(Mandate before, Mandate after) => this with { Mandates = Mandates.Replace(before, after) };

    /// <summary>Asks the next substitutes for seats that were elected and became free. Between several on one place the lot decides when there are fewer seats.</summary>
    private Election MoveUp(Instant now)
    {
        var election = this;
        while (election is { Pending: null } && election.Free is > 0 and var free && election.NextSubstitutes is { Count: > 0 } next)
        {
            election = next.Count <= free
                ? election.Asking(next, now)
                : election with { Pending = new PendingStep(RoundReason.Tie, IsLot: true, next, free) };
        }

        return election;
    }

    /// <summary>Only what somebody was elected to can be moved up to; seats nobody reached stay empty.</summary>
    private int Free => int.Min(Seats, Elected.Count) - Mandates.Count(mandate => mandate.HoldsSeat);

    private IReadOnlyList<PersonId> NextSubstitutes => Method == ElectionMethod.List
        ? Elected.Where(person => SeatsFreeOn(NominationOf(person)?.List) > 0).Select(NextFor).FirstOrDefault(next => next.Count > 0) ?? []
        : NextFor(default);

    /// <summary>Everybody who stood on somebody's list, in its order.</summary>
    private IEnumerable<PersonId> OnListOf(PersonId person) => NominationOf(person)?.List is { } list && !Rounds.IsEmpty ? Rounds[0].Candidates.Where(other => NominationOf(other)?.List == list) : [];

    /// <summary>Seats a list was elected to which nobody of it holds or is asked to take.</summary>
    private int SeatsFreeOn(int? list) => Elected.Count(person => NominationOf(person)?.List == list) - Mandates.Count(mandate => mandate.HoldsSeat && NominationOf(mandate.Person)?.List == list);
}
