using System.Collections.Generic;
using System.Collections.Immutable;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;

namespace Bot.Domain.Minutes;

/// <summary>Everything minutes are made from, as it is at the drafting.</summary>
public sealed record MinutesSources
{
    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>Whose meeting it was.</summary>
    public required Committee Committee { get; init; }

    /// <summary>The meeting.</summary>
    public required Meeting Meeting { get; init; }

    /// <summary>Its agenda.</summary>
    public required Agenda Agenda { get; init; }

    /// <summary>Who was there.</summary>
    public Attendance Attendance { get; init; } = new([]);

    /// <summary>What was noted.</summary>
    public SessionRecord Session { get; init; } = SessionRecord.Empty;

    /// <summary>The ballots taken in it, in any order.</summary>
    public IReadOnlyList<TakenBallot> Ballots { get; init; } = [];

    /// <summary>The elections of the network; those in which nothing happened during the meeting are left out.</summary>
    public IReadOnlyList<Election> Elections { get; init; } = [];

    /// <summary>The committee's entries in the register from the day of the meeting on.</summary>
    public IReadOnlyList<ResolutionEntry> Resolutions { get; init; } = [];

    /// <summary>What of it was recorded for the decisions noted in the meeting, by the number of the note.</summary>
    public IReadOnlyDictionary<int, ResolutionEntry> Decisions { get; init; } = ImmutableDictionary<int, ResolutionEntry>.Empty;
}

/// <summary>A ballot as minutes need it.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Motion">What was put to it.</param>
public sealed record TakenBallot(Ballot Ballot, Motion Motion)
{
    /// <summary>What a question came to; null before it may be told.</summary>
    public BallotResult? Result { get; init; }

    /// <summary>What the papers of an election or poll hold; null before it may be told.</summary>
    public BallotCount? Count { get; init; }

    /// <summary>How a tie was decided; null where there was none to decide.</summary>
    public TieBreak? TieBreak { get; init; }

    /// <summary>Number of the resolution it is recorded as; null where there is none.</summary>
    public string? Resolution { get; init; }
}
