using System.Collections.Generic;
using System.Collections.Immutable;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Storage;

/// <summary>What is to be different about a network: all of it, or nothing. What is not named stays as it is.</summary>
internal sealed record NetworkChange
{
    /// <summary>Who wants it; stands beside mail addresses that it brings.</summary>
    public required PersonId By { get; init; }

    /// <summary>When they asked for it.</summary>
    public required Instant At { get; init; }

    /// <summary>The network's new name; null to keep it.</summary>
    public string? Name { get; init; }

    /// <summary>The Land whose public holidays are to count; null to keep it.</summary>
    public GermanLand? Land { get; init; }

    /// <summary>The zone in which appointments are meant from now on; null to keep it.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>People as they are to be, new ones too. A person's mail address is only ever written by it; <see cref="WithoutMail"/> takes it out.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Whose mail address goes, with who entered it when.</summary>
    public IReadOnlyCollection<PersonId> WithoutMail { get; init; } = [];

    /// <summary>Accounts of people, new and known ones; null takes an account away.</summary>
    public IReadOnlyDictionary<PersonId, Account?> Accounts { get; init; } = ImmutableDictionary<PersonId, Account?>.Empty;

    /// <summary>Organizations as they are to be, new and former ones too.</summary>
    public IReadOnlyList<MemberOrganization> Organizations { get; init; } = [];

    /// <summary>Committees as they are to be, without their rules unless they are new. New ones come last in the order.</summary>
    public IReadOnlyList<Committee> Committees { get; init; } = [];

    /// <summary>Conversations of committees; null takes it away.</summary>
    public IReadOnlyDictionary<CommitteeId, string?> Rooms { get; init; } = ImmutableDictionary<CommitteeId, string?>.Empty;

    /// <summary>Seats that are given, or stay.</summary>
    public IReadOnlyCollection<Seat> Given { get; init; } = [];

    /// <summary>What is set of the term of seats that are there or given.</summary>
    public IReadOnlyDictionary<Seat, SeatTerm> Terms { get; init; } = ImmutableDictionary<Seat, SeatTerm>.Empty;

    /// <summary>Seats that are taken back, unless they are given as well.</summary>
    public IReadOnlyCollection<Seat> Taken { get; init; } = [];
}
