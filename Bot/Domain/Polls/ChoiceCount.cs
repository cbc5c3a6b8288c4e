using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Polls;

/// <summary>How often one option of a poll was chosen.</summary>
/// <param name="Option">Its number, from 1.</param>
/// <param name="Papers">How many papers name it.</param>
public sealed record ChoiceCount(int Option, int Papers)
{
    /// <summary>Counts the papers of a poll on one or several options.</summary>
    /// <param name="piles">The papers.</param>
    /// <param name="options">How many options there are.</param>
    /// <returns>All options, in their order.</returns>
    public static IReadOnlyList<ChoiceCount> Of(IReadOnlyList<PaperPile> piles, int options) =>
    [
        .. Enumerable.Range(1, options).Select(option => new ChoiceCount(option, piles.Where(pile => pile.Paper.Options.Contains(option)).Sum(pile => pile.Papers))),
    ];

    /// <summary>How many papers name no option: abstentions.</summary>
    public static int Blank(IReadOnlyList<PaperPile> piles) => piles.Where(pile => pile.Paper.Code == BallotPaper.Blank).Sum(pile => pile.Papers);
}
