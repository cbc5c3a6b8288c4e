using System.Collections.Generic;
using Bot.Domain;
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

    private BallotRecord? sealedAs;

    /// <summary>Number of the resolution it is recorded as, once it is and what follows from it is done; null before, and where none is recorded with the ballot.</summary>
    public string? Resolution { get; init; }

    /// <summary>That it is taken again as a new ballot, or null.</summary>
    public BallotRepeat? Repeat { get; init; }

    /// <summary>How a tie was or is being decided; null where there was none to decide, and before anybody did something about it.</summary>
    public TieBreak? TieBreak { get; init; }

    /// <summary>Whether it waits for the chair or the lot.</summary>
    public bool IsTieOpen => Ballot.Voided is null && Result is { Verdict: var verdict } && verdict.IsOpenTie();

    /// <summary>Whether it has ended without deciding anything for good, and nobody has had it repeated yet.</summary>
    public bool IsUnsettled => IsTieOpen || (Repeat is null && (Ballot.Voided is not null || Result is { Verdict: Verdict.Repeat or Verdict.NoQuorum }));

    /// <summary>The same with the ballot as a decision has it; or why not.</summary>
    public Outcome<BallotRecord> With(Outcome<Ballot> outcome) => outcome switch
    {
        Outcome<Ballot>.Done(var ballot) => this with { Ballot = ballot },
        Outcome<Ballot>.Refused(var why) => why,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The ballot with its tie decided for or against the motion, or still waiting for the lot.</summary>
    /// <param name="tie">How.</param>
    /// <param name="verdict">Accepted or rejected once the tie is decided; the verdict as it was before. The counts stay.</param>
    public BallotRecord Broken(TieBreak tie, Verdict verdict) => this with { TieBreak = tie, Result = Result! with { Verdict = verdict } };

    /// <summary>Whether it was counted, but its secret papers are still there: then the result is stored and nobody is told it.</summary>
    public bool PapersRemain => sealedAs is not null;

    /// <summary>The counted ballot as everybody else sees it until its papers are gone: without the result.</summary>
    public BallotRecord Sealed() => this with { Result = null, Count = null, Standings = null, sealedAs = this };

    /// <summary>A sealed ballot with its result; null when it is not sealed.</summary>
    public BallotRecord? Opened() => sealedAs is { } counted ? this with { Result = counted.Result, Count = counted.Count, Standings = counted.Standings, sealedAs = null } : null;

    /// <summary>How the names of an election stand; where the papers are withheld, no more of it than what the round comes to. Null before they are counted, and elsewhere.</summary>
    public IReadOnlyList<Standing>? Standings { get; init; }

    /// <summary>Whether votes are taken at this moment.</summary>
    public bool IsOpenAt(Instant now) => !IsCounted && Ballot.IsOpenAt(now);

    /// <summary>Whether it is announced at this moment and takes no votes yet.</summary>
    public bool IsComingAt(Instant now) => !IsCounted && Ballot.Voided is null && now < Ballot.OpenedAt && now < Ballot.EndsAt;

    /// <summary>Whether it was counted, and may be told.</summary>
    public bool IsCounted => Result is not null || Count is not null;

    /// <summary>The ballot with what its roll and papers came to.</summary>
    public BallotRecord Counted(BallotCount count) => Ballot.Form is PaperForm.Question
        ? this with { Result = Ballot.Decide(count) }
        : this with
        {
            Count = count.WithheldIfFew(Ballot.IsSecret),
            Standings = Motion.Kind == MotionKind.Election ? StandingsOf(count) : null,
        };

    private IReadOnlyList<Standing>? StandingsOf(BallotCount count)
    {
        var terms = RoundTerms.Parse(Motion.Text);
        var standings = terms?.Standings(count, Ballot.Form, Ballot.Rule) ?? Standing.Of(count, Ballot.Form, Ballot.Rule);
        return !count.IsTooFew(Ballot.IsSecret) ? standings : terms is null ? null : Standing.OutcomeOnly(standings, terms, Ballot.Form);
    }
}
