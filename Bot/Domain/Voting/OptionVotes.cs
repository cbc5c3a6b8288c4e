using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>What the papers of an ended ballot say of one option.</summary>
/// <param name="Yes">Papers that choose it, mark it with yes, or put it first.</param>
/// <param name="IfNeedBe">Papers that mark it with "if need be".</param>
/// <param name="No">Papers that mark it with no.</param>
/// <param name="Abstain">Papers that mark it with an abstention.</param>
public sealed record OptionVotes(int Yes, int IfNeedBe, int No, int Abstain)
{
    /// <summary>Counts the papers for each option.</summary>
    /// <param name="count">The counted papers; where they are withheld every number is 0.</param>
    /// <param name="form">The form of the papers.</param>
    /// <returns>One for each option, in the order of the options; none for a question of yes or no.</returns>
    public static IReadOnlyList<OptionVotes> Of(BallotCount count, PaperForm form) => form switch
    {
        PaperForm.Choice choice => [.. Enumerable.Range(1, choice.Options).Select(option => new OptionVotes(Papers(count, paper => paper.Options.Contains(option)), 0, 0, 0))],
        PaperForm.Ranking ranking => [.. Enumerable.Range(1, ranking.Options).Select(option => new OptionVotes(Papers(count, paper => paper.Options is [var first, ..] && first == option), 0, 0, 0))],
        PaperForm.Marking marking => [.. Enumerable.Range(0, marking.Options).Select(option => Marked(count, option))],
        _ => [],
    };

    /// <summary>Papers on which nothing was chosen.</summary>
    public static int Blank(BallotCount count) => Papers(count, paper => paper.Code == BallotPaper.Blank);

    private static OptionVotes Marked(BallotCount count, int option) => new(
        With(count, option, OptionMark.Yes), With(count, option, OptionMark.IfNeedBe), With(count, option, OptionMark.No), With(count, option, OptionMark.Abstain));

    private static int With(BallotCount count, int option, OptionMark mark) => Papers(count, paper => paper.Marks.ElementAtOrDefault(option) == mark);

    private static int Papers(BallotCount count, System.Func<BallotPaper, bool> holds) => count.Piles.Where(pile => holds(pile.Paper)).Sum(pile => pile.Papers);
}
