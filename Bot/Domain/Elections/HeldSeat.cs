using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>How somebody came to a seat.</summary>
public enum SeatOrigin
{
    /// <summary>Elected.</summary>
    Elected,

    /// <summary>Moved up for somebody who was elected.</summary>
    MovedUp,

    /// <summary>Entered by a coordinator.</summary>
    ByHand,

    /// <summary>By an office.</summary>
    ByOffice,
}

/// <summary>How a seat stands on a day.</summary>
public enum SeatStanding
{
    /// <summary>It is somebody's.</summary>
    Held,

    /// <summary>It is still to begin.</summary>
    ToCome,

    /// <summary>Its term ends soon.</summary>
    EndsSoon,

    /// <summary>Its term is over; whoever has it stays until somebody follows.</summary>
    PastTerm,

    /// <summary>It was given up, and is vacant after a day.</summary>
    GivenUp,
}

/// <summary>A seat with how it came and until when it lasts.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Origin">How it came.</param>
/// <param name="Since">The day of the election, or of the answer of whoever moved up; null otherwise.</param>
/// <param name="From">First day of the term; null for none known.</param>
/// <param name="Until">Last day of the term; null for none.</param>
/// <param name="LastDay">Last day of a seat that was given up; null otherwise.</param>
public sealed record HeldSeat(PersonId Person, SeatOrigin Origin, LocalDate? Since, LocalDate? From, LocalDate? Until, LocalDate? LastDay)
{
    /// <summary>How it stands on a day.</summary>
    public SeatStanding On(LocalDate today) => this switch
    {
        { LastDay: not null } => SeatStanding.GivenUp,
        { From: { } first } when first > today && Origin is SeatOrigin.ByHand or SeatOrigin.ByOffice => SeatStanding.ToCome,
        { Until: { } last } when last < today => SeatStanding.PastTerm,
        { Until: { } last } when last <= today.PlusDays(SeatTerm.SoonDays) => SeatStanding.EndsSoon,
        _ => SeatStanding.Held,
    };

    /// <summary>Whether it is taken on a day, so that it counts.</summary>
    public bool IsTakenOn(LocalDate today) => On(today) != SeatStanding.ToCome;

    /// <summary>The seats of a committee of persons, and those that are still to begin.</summary>
    /// <param name="network">The network as it is read today.</param>
    /// <param name="committee">The committee.</param>
    /// <param name="elections">All elections of the network, the newest first.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<HeldSeat> Of(Network network, Committee committee, IReadOnlyList<Election> elections, LocalDate today) =>
    [
        .. network.Seats.Concat(network.Terms.Where(term => term.Value.IsToComeOn(today)).Select(term => term.Key))
            .Where(seat => seat.Committee == committee.Id).Distinct()
            .Select(seat => Of(network, seat, elections)),
    ];

    /// <summary>The election somebody holds a seat by; null when it did not come from one.</summary>
    public static Election? SourceOf(Seat seat, IReadOnlyList<Election> elections) =>
        elections.FirstOrDefault(election => election.Body == seat.Committee && election.MandateOf(seat.Person) is { State: MandateState.Accepted, IsSeated: true });

    private static HeldSeat Of(Network network, Seat seat, IReadOnlyList<Election> elections)
    {
        var term = network.Terms.GetValueOrDefault(seat);
        if (SourceOf(seat, elections) is not { } source)
        {
            return new HeldSeat(seat.Person, term is { IsByOffice: true } ? SeatOrigin.ByOffice : SeatOrigin.ByHand, null, term?.From, term?.Until, term?.LastDay);
        }

        var mandate = source.MandateOf(seat.Person)!;
        var since = mandate.IsSubstitute ? mandate.AnsweredAt : source.Round?.ClosesAt;
        return new HeldSeat(
            seat.Person, mandate.IsSubstitute ? SeatOrigin.MovedUp : SeatOrigin.Elected, since?.InZone(network.Zone).Date, source.TermFrom, source.TermUntil, term?.LastDay);
    }
}
