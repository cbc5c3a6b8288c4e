using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>How one name of a counted round stands beside the others. It is the verdict on a round; where the papers were secret and too few to be told, only as
/// <see cref="OutcomeOnly"/> leaves it.</summary>
/// <param name="Place">1 for the most votes; the same for as many votes, and then as many places are left out.</param>
/// <param name="Support">How far the votes reach.</param>
public sealed record Standing(int Place, Support Support)
{
    /// <summary>Finds how the names stand from the papers.</summary>
    /// <param name="count">The counted papers, nothing withheld.</param>
    /// <param name="form">The form of the papers.</param>
    /// <param name="rule">The share of the valid papers that makes a majority; where each name is marked, of its yes and no.</param>
    /// <returns>One for each name, in the order of the paper.</returns>
    public static IReadOnlyList<Standing> Of(BallotCount count, PaperForm form, MajorityRule rule)
    {
        var votes = OptionVotes.Of(count, form);
        var valid = count.Cast - OptionVotes.Blank(count);
        return
        [
            .. votes.Select(name => new Standing(
                1 + votes.Count(other => other.Yes > name.Yes),
                name.Yes == 0 ? Support.None
                    : rule.Fraction.IsReachedBy(name.Yes, form is PaperForm.Marking ? name.Yes + name.No : valid, rule.Comparison) ? Support.Majority : Support.Some)),
        ];
    }

    /// <summary>The standings without anything but what the round comes to: who is elected, who stands level at the border of the seats, who comes into a run-off. Of each
    /// of these, and of all others, every name stands alike, so that nothing follows of the papers that does not follow from the result.</summary>
    /// <param name="standings">How the names stand by all papers, in the order of the paper.</param>
    /// <param name="terms">What the round needs.</param>
    /// <param name="form">The form of the papers.</param>
    /// <returns>Standings that decide the same. Nobody who is not elected moves up by them, unless a lot puts them in an order.</returns>
    public static IReadOnlyList<Standing> OutcomeOnly(IReadOnlyList<Standing> standings, RoundTerms terms, PaperForm form)
    {
        PersonId[] names = [.. Enumerable.Range(1, standings.Count).Select(number => new PersonId(number.ToString(CultureInfo.InvariantCulture)))];
        var round = new ElectionRound(terms.Number, terms.Reason, names, terms.Seats, form, terms.NeedsMajority, default, default) { Standings = standings };
        var outcome = round.Decide();
        var best = terms.NeedsMajority && outcome.Tied.Count == 0 ? round.Best(outcome.Elected, outcome.Open) : [];
        return
        [
            .. names.Select(name =>
                outcome.Elected.Contains(name) ? new Standing(1, Support.Majority)
                : outcome.Tied.Contains(name) ? new Standing(outcome.Elected.Count + 1, Support.Majority)
                : best.Contains(name) ? new Standing(outcome.Elected.Count + 1, Support.Some)
                : new Standing(names.Length, Support.None)),
        ];
    }

    /// <summary>Writes standings as one line for storage, such as <c>1m 2s 2s 4n</c>.</summary>
    public static string ToCode(IEnumerable<Standing> standings) =>
        string.Join(' ', standings.Select(standing => string.Create(CultureInfo.InvariantCulture, $"{standing.Place}{(char)standing.Support}")));

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToCode"/>.</exception>
    public static IReadOnlyList<Standing> Parse(string code) =>
    [
        .. code.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Enum.IsDefined((Support)part[^1])
            ? new Standing(int.Parse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture), (Support)part[^1])
            : throw new FormatException($"Not a standing: '{part}'.")),
    ];
}

/// <summary>How far somebody's votes reach. The value is the character in storage.</summary>
public enum Support
{
    /// <summary>No vote at all.</summary>
    None = 'n',

    /// <summary>Votes, but not the majority.</summary>
    Some = 's',

    /// <summary>The majority.</summary>
    Majority = 'm',
}
