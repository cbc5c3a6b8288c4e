using System;
using System.Collections.Generic;
using System.Globalization;

namespace Bot.Domain.Voting;

/// <summary>The stored form of a <see cref="MajorityRule"/>: parts in fixed order, joined by semicolons, those that do not apply left out.</summary>
internal static class MajorityRuleCode
{
    private const string ObjectionBlocks = "objection-blocks";
    private const string AbstentionsBlock = "abstentions-block";
    private const string TiePart = "tie=";
    private const string QuorumPart = "quorum";

    private static readonly Dictionary<MajorityBase, string> Bases = new Dictionary<MajorityBase, string>
    {
        [MajorityBase.YesNo] = "yes+no",
        [MajorityBase.YesNoAbstain] = "yes+no+abstain",
        [MajorityBase.Present] = "present",
        [MajorityBase.Entitled] = "entitled",
    };

    private static readonly Dictionary<TieRule, string> Ties = new Dictionary<TieRule, string>
    {
        [TieRule.Rejected] = "rejected",
        [TieRule.Repeat] = "repeat",
        [TieRule.ChairDecides] = "chair",
        [TieRule.Lot] = "lot",
    };

    public static string Write(MajorityRule rule) => string.Join(';', Parts(rule));

    public static MajorityRule Read(string code)
    {
        var parts = new Queue<string>(code.Split(';'));
        var rule = ReadMajority(parts.Dequeue(), code);
        rule = rule with { Tie = ReadTie(Next(parts, code), code) };
        if (parts.TryPeek(out var part) && part.StartsWith(QuorumPart, StringComparison.Ordinal))
        {
            var (comparison, share) = ReadLimit(parts.Dequeue()[QuorumPart.Length..], code);
            rule = rule with { Quorum = share, QuorumComparison = comparison };
        }

        rule = rule with { OneObjectionBlocks = Take(parts, ObjectionBlocks), AbstentionsBlock = Take(parts, AbstentionsBlock) };
        rule = rule with { Version = ReadVersion(Next(parts, code), code) };
        return parts.Count == 0 ? rule : throw Unreadable(code);
    }

    private static IEnumerable<string> Parts(MajorityRule rule)
    {
        yield return Bases[rule.Base] + Limit(rule.Comparison, rule.Fraction);
        yield return TiePart + Ties[rule.Tie];
        if (rule.Quorum is { } quorum)
        {
            yield return QuorumPart + Limit(rule.QuorumComparison, quorum);
        }

        if (rule.OneObjectionBlocks)
        {
            yield return ObjectionBlocks;
        }

        if (rule.AbstentionsBlock)
        {
            yield return AbstentionsBlock;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"v{rule.Version}");
    }

    private static string Limit(Comparison comparison, Fraction share) => (comparison == Comparison.AtLeast ? ">=" : ">") + share;

    private static MajorityRule ReadMajority(string part, string code)
    {
        var sign = part.IndexOf('>', StringComparison.Ordinal);
        if (sign < 0)
        {
            throw Unreadable(code);
        }

        var (comparison, share) = ReadLimit(part[sign..], code);
        return new MajorityRule { Base = Find(Bases, part[..sign], code), Comparison = comparison, Fraction = share };
    }

    private static (Comparison Comparison, Fraction Share) ReadLimit(string part, string code)
    {
        var atLeast = part.StartsWith(">=", StringComparison.Ordinal);
        if (part.StartsWith('>') && Fraction.TryParse(part[(atLeast ? 2 : 1)..], out var share))
        {
            return (atLeast ? Comparison.AtLeast : Comparison.MoreThan, share);
        }

        throw Unreadable(code);
    }

    private static TieRule ReadTie(string part, string code) =>
        part.StartsWith(TiePart, StringComparison.Ordinal) ? Find(Ties, part[TiePart.Length..], code) : throw Unreadable(code);

    private static int ReadVersion(string part, string code) =>
        part.StartsWith('v') && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : throw Unreadable(code);

    private static T Find<T>(Dictionary<T, string> words, string word, string code)
        where T : struct, Enum
    {
        foreach (var (value, written) in words)
        {
            if (string.Equals(written, word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw Unreadable(code);
    }

    private static string Next(Queue<string> parts, string code) => parts.TryDequeue(out var part) ? part : throw Unreadable(code);

    private static bool Take(Queue<string> parts, string word)
    {
        var there = parts.TryPeek(out var part) && string.Equals(part, word, StringComparison.Ordinal);
        if (there)
        {
            parts.Dequeue();
        }

        return there;
    }

    private static FormatException Unreadable(string code) => new($"Not the code of a majority rule: '{code}'.");
}
