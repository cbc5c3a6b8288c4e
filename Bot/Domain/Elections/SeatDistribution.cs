using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Elections;

/// <summary>The seats of a list vote as they go to the lists, reckoned in whole numbers only.</summary>
/// <param name="Seats">Seats of each list, in the order the lists were given in.</param>
/// <param name="Tied">Lists, by their place from 0, whose claims to the last seats are equally good while there are fewer seats than they are; each of them
/// claims one. Empty for no tie.</param>
/// <param name="Open">How many seats are left for those; 0 without a tie.</param>
/// <remarks>A list takes no more seats than it has candidates: what it cannot take goes to the next claims of the others. A list without a vote takes none,
/// so that seats stay empty rather than going to somebody whom nobody wanted. The order of the lists never decides.</remarks>
public sealed record SeatDistribution(IReadOnlyList<int> Seats, IReadOnlyList<int> Tied, int Open)
{
    /// <summary>Hands the seats out.</summary>
    /// <param name="lists">Votes and candidates of each list.</param>
    /// <param name="seats">How many there are, at least 0.</param>
    /// <param name="method">By which quotients.</param>
    public static SeatDistribution Of(IReadOnlyList<ListVotes> lists, int seats, SeatMethod method)
    {
        var taken = new int[lists.Count];
        var open = seats;
        while (open > 0 && Claiming(lists, taken) is { Count: > 0 } claiming)
        {
            var before = open;
            if (method == SeatMethod.HareNiemeyer)
            {
                open -= WholeParts(lists, taken, claiming, before);
            }

            foreach (var level in method == SeatMethod.HareNiemeyer ? Remainders(lists, taken, claiming, before) : [Highest(lists, taken, claiming, method)])
            {
                if (level.Count > open)
                {
                    return new SeatDistribution(taken, open > 0 ? level : [], open);
                }

                level.ForEach(list => taken[list]++);
                open -= level.Count;
            }
        }

        return new SeatDistribution(taken, [], 0);
    }

    private static List<int> Claiming(IReadOnlyList<ListVotes> lists, int[] taken) =>
        [.. Enumerable.Range(0, lists.Count).Where(list => lists[list].Votes > 0 && taken[list] < lists[list].Candidates)];

    /// <summary>All lists with the highest quotient. Two quotients are compared by multiplying crosswise.</summary>
    private static List<int> Highest(IReadOnlyList<ListVotes> lists, int[] taken, List<int> claiming, SeatMethod method)
    {
        long Divisor(int list) => method == SeatMethod.DHondt ? taken[list] + 1 : (2 * taken[list]) + 1;
        bool IsAbove(int list, int other) => lists[list].Votes * Divisor(other) > lists[other].Votes * Divisor(list);
        return [.. claiming.Where(list => !claiming.Any(other => IsAbove(other, list)))];
    }

    /// <summary>Gives each list the whole part of its share of the open seats, as far as it has candidates.</summary>
    /// <returns>How many seats that took.</returns>
    private static int WholeParts(IReadOnlyList<ListVotes> lists, int[] taken, List<int> claiming, int open)
    {
        var votes = claiming.Sum(list => (long)lists[list].Votes);
        var given = 0;
        foreach (var list in claiming)
        {
            var part = int.Min((int)(lists[list].Votes * (long)open / votes), lists[list].Candidates - taken[list]);
            taken[list] += part;
            given += part;
        }

        return given;
    }

    /// <summary>Lists with a candidate left, grouped by the remainder of their share, the largest first. When seats are left after all of them, because lists ran out
    /// of candidates, the next pass shares these among the others anew.</summary>
    private static List<List<int>> Remainders(IReadOnlyList<ListVotes> lists, int[] taken, List<int> claiming, int open)
    {
        var votes = claiming.Sum(list => (long)lists[list].Votes);
        return
        [
            .. claiming.Where(list => taken[list] < lists[list].Candidates).GroupBy(list => lists[list].Votes * (long)open % votes)
                .Where(group => group.Key > 0).OrderByDescending(group => group.Key).Select(group => group.ToList()),
        ];
    }
}
