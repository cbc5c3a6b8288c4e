using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>A line of a result.</summary>
/// <param name="Label">What it is, such as "Stimmberechtigt"; empty for a note, which is a whole sentence.</param>
/// <param name="Text">The number, or what is to be said.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResultLine(string Label, string Text)
{
    /// <summary>As one text.</summary>
    public string InOne => Label.Length == 0 ? Text : Label + ": " + Text;
}

/// <summary>A result in lines: every count, the rule with its numbers, whether enough took part, and what is to be noted. The one place where they are
/// written; ballot card, register, its file and minutes take them from here. Never a percentage.</summary>
internal static class ResultWords
{
    /// <summary>Where among the counts that of the papers not shown stands.</summary>
    private const int WithheldPlace = 3;

    /// <summary>All lines, in their order.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="result">What the ballot came to.</param>
    /// <param name="deviates">Whether the plenary decided otherwise than it was recommended to.</param>
    public static IReadOnlyList<ResultLine> Of(Reader reader, BallotResult result, bool deviates = false) =>
        [.. Counts(reader, result.Tally), .. Reasons(reader, result), .. Notes(reader, result, deviates)];

    /// <summary>The counts that apply. Of few secret papers only how many there are.</summary>
    public static IEnumerable<ResultLine> Counts(Reader reader, Tally tally) =>
        AllCounts(reader, tally).Where((_, place) => place != WithheldPlace || tally.Withheld > 0);

    /// <summary>All eight counts, each at its place, also how many secret papers are not shown where there are none.</summary>
    public static IReadOnlyList<ResultLine> AllCounts(Reader reader, Tally tally) =>
    [
        Line(reader, Sentence.VoteYes, Chosen(reader, tally, tally.Yes)),
        Line(reader, Sentence.VoteNo, Chosen(reader, tally, tally.No)),
        Line(reader, Sentence.CountAbstentions, Chosen(reader, tally, tally.Abstain)),
        Line(reader, Sentence.FactCastInSecret, Number(tally.Withheld)),
        Line(reader, Sentence.CountNotVoted, Number(tally.NotVoted)),
        Line(reader, Sentence.CountPresent, tally.Present is { } present ? Number(present) : Messages.Get(reader, Sentence.PresenceNotTaken)),
        Line(reader, Sentence.CountEntitled, Number(tally.Entitled)),
        Line(reader, Sentence.CountExcluded, Number(tally.Excluded)),
    ];

    /// <summary>The rule, how the verdict follows from it, and whether enough took part.</summary>
    public static IEnumerable<ResultLine> Reasons(Reader reader, BallotResult result)
    {
        yield return Line(reader, Sentence.FactRule, Rule(reader, result.Rule));
        if (Calculation(reader, result) is { } calculation)
        {
            yield return Line(reader, Sentence.FactCalculation, calculation);
        }

        if (Quorum(reader, result) is { } quorum)
        {
            yield return Line(reader, Sentence.FactQuorum, quorum);
        }
    }

    /// <summary>How the verdict follows from the counts: "12 von 17 Ja- und Nein-Stimmen; nötig waren mehr als die Hälfte, also 9". Null where nothing was
    /// decided for want of a quorum, and where the counts are not told.</summary>
    public static string? Calculation(Reader reader, BallotResult result)
    {
        var (tally, rule) = (result.Tally, result.Rule);
        if (tally.Withheld > 0 || result.QuorumHeld == false)
        {
            return null;
        }

        if (rule.IsBlocked(tally))
        {
            return rule.OneObjectionBlocks && tally.No > 0
                ? Messages.Get(reader, Sentence.ResultBlockedByObjection, tally.No)
                : Messages.Get(reader, Sentence.ResultBlockedByAbstentions, tally.Abstain, tally.Yes + tally.No);
        }

        return tally.Yes + tally.No == 0
            ? Messages.Get(reader, Sentence.ResultNobody)
            : Messages.Get(reader, Sentence.ResultCalculation, tally.Yes, rule.HeadsOfBase(tally), Heads(reader, result), RuleWords.Limit(reader, rule), rule.FewestYes(tally));
    }

    /// <summary>Whether enough took part at this vote: "20 von 45, nötig 23: nicht beschlussfähig". Null where the rule has no quorum.</summary>
    public static string? Quorum(Reader reader, BallotResult result) => result is { QuorumHeld: { } held } && result.Rule.FewestTakingPart(result.Tally) is { } needed
        ? Messages.Get(reader, held ? Sentence.QuorumHeld : Sentence.QuorumMissed, result.Tally.TookPart, result.Tally.Entitled, needed)
        : null;

    /// <summary>The rule and the version it is from.</summary>
    public static string Rule(Reader reader, MajorityRule rule) => Messages.Get(reader, Sentence.RuleWithVersion, RuleWords.Whole(reader, rule), rule.Version);

    /// <summary>What is to be said beside the verdict, in whole sentences.</summary>
    public static IEnumerable<ResultLine> Notes(Reader reader, BallotResult result, bool deviates)
    {
        // Of an election it is the lines of its rounds that tell the counts, so that none of its papers is told here.
        if (result.Tally.Withheld is > 0 and < BallotCount.FewestShown)
        {
            yield return new ResultLine(string.Empty, Messages.Get(reader, Sentence.ResultWithheld));
        }

        if (result.ManyAbstentions)
        {
            yield return new ResultLine(string.Empty, Messages.Get(reader, Sentence.ResultManyAbstentions, result.Tally.Abstain));
        }

        if (deviates)
        {
            yield return new ResultLine(string.Empty, Messages.Get(reader, Sentence.ResultDeviates));
        }
    }

    /// <summary>What the yes votes are measured against, with their number before: "17 Ja- und Nein-Stimmen".</summary>
    public static string Heads(Reader reader, MajorityBase @base) => Messages.Get(reader, Enum.Parse<Sentence>("RuleHeads" + @base));

    /// <summary>Where the rule counts those present and attendance was not taken, they are those who voted, and are called so.</summary>
    private static string Heads(Reader reader, BallotResult result) =>
        Heads(reader, result is { Rule.Base: MajorityBase.Present, Tally.Present: null } ? MajorityBase.YesNoAbstain : result.Rule.Base);

    private static string Chosen(Reader reader, Tally tally, int heads) => tally.Withheld > 0 ? Messages.Get(reader, Sentence.CountNotShown) : Number(heads);

    private static ResultLine Line(Reader reader, Sentence label, string text) => new(Messages.Get(reader, label), text);

    private static string Number(int heads) => heads.ToString(CultureInfo.InvariantCulture);
}
