using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>How one name of a counted round stands beside the others. It is the verdict on a round: it may be kept where the papers were secret and too few
/// to be told, because it says nothing of how many they were.</summary>
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
