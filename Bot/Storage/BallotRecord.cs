using System.Collections.Generic;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Storage;

/// <summary>A ballot with what it is on and, once it is closed and counted, what it came to.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Motion">What is put to it.</param>
/// <param name="Result">What a question of yes or no came to; null before it is counted, and where none is asked.</param>
internal sealed record BallotRecord(Ballot Ballot, Motion Motion, BallotResult? Result)
{
    /// <summary>What the papers of an election or poll hold; null before they are counted, and for a question.</summary>
    public BallotCount? Count { get; init; }

    /// <summary>How the names of an election stand by all papers, also where these are withheld; null before they are counted, and elsewhere.</summary>
    public IReadOnlyList<Standing>? Standings { get; init; }

    /// <summary>Whether votes are taken at this moment.</summary>
    public bool IsOpenAt(Instant now) => !IsCounted && Ballot.IsOpenAt(now);

    /// <summary>Whether it was counted.</summary>
    public bool IsCounted => Result is not null || Count is not null;

    /// <summary>The ballot with what its roll and papers came to.</summary>
    public BallotRecord Counted(BallotCount count) => Ballot.Form is PaperForm.Question
        ? this with { Result = Ballot.Decide(count) }
        : this with
        {
            Count = count.WithheldIfFew(Ballot.IsSecret),
            Standings = Motion.Kind == MotionKind.Election ? Standing.Of(count, Ballot.Form, Ballot.Rule) : null,
        };
}
