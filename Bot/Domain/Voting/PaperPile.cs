using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>Papers of an ended ballot with the same on them, put together as on a table where papers are counted: nothing of whose they were or when they came.</summary>
/// <param name="Paper">What is on each.</param>
/// <param name="Papers">How many there are, at least 1.</param>
public sealed record PaperPile(BallotPaper Paper, int Papers)
{
    /// <summary>Sorts papers into piles, in the order of what is on them and in no other.</summary>
    public static IReadOnlyList<PaperPile> Sort(IEnumerable<BallotPaper> papers) =>
    [
        .. papers.GroupBy(paper => paper).Select(pile => new PaperPile(pile.Key, pile.Count())).OrderBy(pile => pile.Paper.Code, StringComparer.Ordinal),
    ];
}
