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

    private BallotRecord? sealedAs;

    /// <summary>Whether it was counted, but its secret papers are still there: then the result is stored and nobody is told it.</summary>
    public bool PapersRemain => sealedAs is not null;

    /// <summary>The counted ballot as everybody else sees it until its papers are gone: without the result.</summary>
    public BallotRecord Sealed() => this with { Result = null, Count = null, sealedAs = this };

    /// <summary>A sealed ballot with its result; null when it is not sealed.</summary>
    public BallotRecord? Opened() => sealedAs is { } counted ? this with { Result = counted.Result, Count = counted.Count, sealedAs = null } : null;

    /// <summary>Whether votes are taken at this moment.</summary>
    public bool IsOpenAt(Instant now) => !IsCounted && Ballot.IsOpenAt(now);

    /// <summary>Whether it is announced at this moment and takes no votes yet.</summary>
    public bool IsComingAt(Instant now) => !IsCounted && now < Ballot.OpenedAt && now < Ballot.EndsAt;

    /// <summary>Whether it was counted, and may be told.</summary>
    public bool IsCounted => Result is not null || Count is not null;

    /// <summary>The ballot with what its roll and papers came to.</summary>
    public BallotRecord Counted(BallotCount count) => Ballot.Form is PaperForm.Question
        ? this with { Result = Ballot.Decide(count) }
        : this with { Count = count.WithheldIfFew(Ballot.IsSecret) };
}
