using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Polls;

/// <summary>How one option of a ranking stands against the others.</summary>
/// <param name="Option">Its number, from 1.</param>
/// <param name="First">How many papers put it first.</param>
/// <param name="Wins">How many of the other options more papers put behind it than before it.</param>
/// <param name="Losses">How many of the other options more papers put before it than behind it.</param>
/// <remarks>Each option is compared with each other one (Condorcet, counted as Copeland). It needs no points, which nobody can say the meaning of, and an option that
/// beats all others is always first. What a paper leaves out comes after all it names, and even among themselves.</remarks>
public sealed record RankingCount(int Option, int First, int Wins, int Losses)
{
    /// <summary>Counts the papers of a ranking.</summary>
    /// <param name="piles">The papers.</param>
    /// <param name="options">How many options there are.</param>
    /// <returns>All options, the best first; options that stand alike in the order of their numbers and with the same place in <see cref="Places"/>.</returns>
    public static IReadOnlyList<RankingCount> Of(IReadOnlyList<PaperPile> piles, int options)
    {
        var orders = piles.Select(pile => (Order: pile.Paper.Options, pile.Papers)).ToList();
        return
        [
            .. Enumerable.Range(1, options).Select(option =>
            {
                var others = Enumerable.Range(1, options).Where(other => other != option).Select(other => Margin(orders, option, other)).ToList();
                return new RankingCount(
                    option,
                    orders.Where(paper => paper.Order.Count > 0 && paper.Order[0] == option).Sum(paper => paper.Papers),
                    others.Count(margin => margin > 0),
                    others.Count(margin => margin < 0));
            }).OrderByDescending(count => count.Standing).ThenBy(count => count.Option),
        ];
    }

    /// <summary>The places: 1 for the best; options that stand alike share a place, and the next one is counted on.</summary>
    public static IEnumerable<(int Place, RankingCount Count)> Places(IReadOnlyList<RankingCount> counts) =>
        counts.Select(count => (1 + counts.Count(other => other.Standing > count.Standing), count));

    private int Standing => Wins - Losses;

    private static int Margin(IEnumerable<(IReadOnlyList<int> Order, int Papers)> orders, int option, int other) =>
        orders.Sum(paper => paper.Papers * Place(paper.Order, other).CompareTo(Place(paper.Order, option)));

    private static int Place(IReadOnlyList<int> order, int option)
    {
        for (var place = 0; place < order.Count; place++)
        {
            if (order[place] == option)
            {
                return place;
            }
        }

        return order.Count;
    }
}
