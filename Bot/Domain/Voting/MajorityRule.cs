using System;

namespace Bot.Domain.Voting;

/// <summary>When a motion is carried, as data. The values not given are those of <see cref="Default"/>.</summary>
public sealed record MajorityRule
{
    private readonly Fraction fraction = new(1, 2);
    private readonly Fraction? quorum;
    private readonly int version = 1;

    /// <summary>More than half of yes and no; abstentions do not count; a tie is rejected; no quorum.</summary>
    /// <remarks>BGB § 32 (1); BGH, 25.1.1982, II ZR 164/81.</remarks>
    public static MajorityRule Default { get; } = new();

    /// <summary>What the yes votes are measured against.</summary>
    public MajorityBase Base { get; init; }

    /// <summary>The share of <see cref="Base"/> that decides.</summary>
    /// <exception cref="ArgumentException">Not a constructed fraction.</exception>
    public Fraction Fraction
    {
        get => fraction;
        init => fraction = Constructed(value);
    }

    /// <summary>Whether exactly <see cref="Fraction"/> is enough.</summary>
    public Comparison Comparison { get; init; }

    /// <summary>What follows a tie.</summary>
    public TieRule Tie { get; init; }

    /// <summary>The share of those entitled that must take part, or null for none (the law knows none).</summary>
    /// <exception cref="ArgumentException">Not a constructed fraction.</exception>
    public Fraction? Quorum
    {
        get => quorum;
        init => quorum = value is { } share ? Constructed(share) : null;
    }

    /// <summary>Whether exactly <see cref="Quorum"/> is enough, which is usual ("mindestens die Hälfte").</summary>
    public Comparison QuorumComparison { get; init; } = Comparison.AtLeast;

    /// <summary>A single no rejects the motion (consensus).</summary>
    public bool OneObjectionBlocks { get; init; }

    /// <summary>More abstentions than yes and no together reject the motion.</summary>
    public bool AbstentionsBlock { get; init; }

    /// <summary>Version of the rules of procedure this rule is from, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Version
    {
        get => version;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            version = value;
        }
    }

    /// <summary>Applies the rule to the counts of a ballot.</summary>
    /// <returns>A result whose verdict was found in this order: without quorum nothing is decided; a block, or nobody for either side,
    /// rejects; then the majority; then, exactly at the limit with as many yes as no, the tie rule.</returns>
    public BallotResult Decide(Tally tally)
    {
        bool? quorumHeld = Quorum?.IsReachedBy(tally.TookPart, tally.Entitled, QuorumComparison);
        var sides = tally.Yes + tally.No;
        return new BallotResult(tally, this, VerdictOn(tally, quorumHeld), tally.Abstain > sides, quorumHeld);
    }

    /// <summary>How many heads the yes votes are measured against in these counts.</summary>
    public int HeadsOfBase(Tally tally) => Base switch
    {
        MajorityBase.YesNo => tally.Yes + tally.No,
        MajorityBase.YesNoAbstain => tally.Cast,
        MajorityBase.Present => tally.TookPart,
        MajorityBase.Entitled => tally.Entitled,
        _ => throw new InvalidOperationException($"Unknown base {Base}."),
    };

    /// <summary>The fewest yes votes that reach the majority with as many heads in the base as these counts have, at least 1: nothing is carried without a yes.
    /// More than all where the rule cannot be met.</summary>
    public long FewestYes(Tally tally) => Math.Max(1, Fraction.FewestOf(HeadsOfBase(tally), Comparison));

    /// <summary>The fewest who must take part for a quorum; null when the rule has none.</summary>
    public long? FewestTakingPart(Tally tally) => Quorum?.FewestOf(tally.Entitled, QuorumComparison);

    /// <summary>Whether an objection, or too many abstentions, reject the motion whatever the majority.</summary>
    public bool IsBlocked(Tally tally) =>
        (OneObjectionBlocks && tally.No > 0) || (AbstentionsBlock && tally.Abstain > tally.Yes + tally.No);

    /// <summary>Writes the rule as one line for storage, e.g. <c>yes+no&gt;1/2;tie=rejected;v1</c>.</summary>
    public string ToCode() => MajorityRuleCode.Write(this);

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="FormatException">The code was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static MajorityRule Parse(string code) => MajorityRuleCode.Read(code);

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <returns>False when the code was not; never throws.</returns>
    public static bool TryParse(string code, out MajorityRule rule)
    {
        try
        {
            rule = MajorityRuleCode.Read(code);
            return true;
        }
        catch (FormatException)
        {
            rule = Default;
            return false;
        }
    }

    private static Fraction Constructed(Fraction value) =>
        value.Denominator > 0 ? value : throw new ArgumentException("Not a constructed fraction.", nameof(value));

    private Verdict VerdictOn(Tally tally, bool? quorumHeld)
    {
        if (quorumHeld == false)
        {
            return Verdict.NoQuorum;
        }

        if (IsBlocked(tally) || tally.Yes == 0)
        {
            return Verdict.Rejected;
        }

        if (Fraction.IsReachedBy(tally.Yes, HeadsOfBase(tally), Comparison))
        {
            return Verdict.Accepted;
        }

        return IsTie(tally) ? VerdictOnTie() : Verdict.Rejected;
    }

    private bool IsTie(Tally tally) => tally.Yes == tally.No && Fraction.IsExactly(tally.Yes, HeadsOfBase(tally));

    private Verdict VerdictOnTie() => Tie switch
    {
        TieRule.Rejected => Verdict.Rejected,
        TieRule.Repeat => Verdict.Repeat,
        TieRule.ChairDecides => Verdict.ChairDecides,
        TieRule.Lot => Verdict.Lot,
        _ => throw new InvalidOperationException($"Unknown tie rule {Tie}."),
    };
}
