using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>Makes a valid paper of what somebody filled in, or says what is wrong with it. What is wrong is never set right in silence: a paper with too
/// many names is refused, not cut.</summary>
public static class FilledPaper
{
    /// <summary>A paper on which some of several options are chosen.</summary>
    /// <param name="form">The ballot's form.</param>
    /// <param name="names">What the options are called, for the reason of a refusal.</param>
    /// <param name="chosen">Numbers of the options, from 1, as filled in.</param>
    /// <returns>The paper; refused with <see cref="RefusalCode.PaperEmpty"/>, <see cref="RefusalCode.PaperInvalid"/>,
    /// <see cref="RefusalCode.PaperNamedTwice"/> or <see cref="RefusalCode.PaperTooMany"/>, looked at in this order.</returns>
    public static Outcome<BallotPaper> Choosing(PaperForm.Choice form, IReadOnlyList<string> names, IReadOnlyList<int> chosen)
    {
        if ((WhyEmptyOrForeign(form.Options, chosen) ?? Twice(names, chosen)) is { } refusal)
        {
            return refusal;
        }

        return chosen.Count > form.Most ? new Refusal(RefusalCode.PaperTooMany, chosen.Count, form.Most) : BallotPaper.Choosing(chosen);
    }

    /// <summary>A paper that puts options in an order, given as an order.</summary>
    /// <returns>The paper; refused as in <see cref="Choosing"/>.</returns>
    public static Outcome<BallotPaper> Ordering(PaperForm.Ranking form, IReadOnlyList<string> names, IReadOnlyList<int> order) =>
        (WhyEmptyOrForeign(form.Options, order) ?? Twice(names, order)) is { } refusal ? refusal : BallotPaper.Ranking(order);

    /// <summary>A paper that puts options in an order, given as a rank for each.</summary>
    /// <param name="form">The ballot's form.</param>
    /// <param name="ranks">The rank of each option in the order of the options, 1 for the best; null where none was given.</param>
    /// <returns>The paper; refused with <see cref="RefusalCode.PaperInvalid"/>, <see cref="RefusalCode.PaperEmpty"/>,
    /// <see cref="RefusalCode.PaperRankTwice"/> or <see cref="RefusalCode.PaperRankMissing"/>, looked at in this order.</returns>
    public static Outcome<BallotPaper> Ranking(PaperForm.Ranking form, IReadOnlyList<int?> ranks)
    {
        var given = ranks.Index().Where(option => option.Item is not null).OrderBy(option => option.Item).ToList();
        if (ranks.Count != form.Options || given.Any(option => option.Item < 1 || option.Item > form.Options))
        {
            return new Refusal(RefusalCode.PaperInvalid);
        }

        if (given.Count == 0)
        {
            return new Refusal(RefusalCode.PaperEmpty);
        }

        if (given.GroupBy(option => option.Item!.Value).FirstOrDefault(rank => rank.Count() > 1) is { } twice)
        {
            return new Refusal(RefusalCode.PaperRankTwice, twice.Key);
        }

        return Enumerable.Range(1, given.Count).FirstOrDefault(rank => given[rank - 1].Item != rank) is var missing and > 0
            ? new Refusal(RefusalCode.PaperRankMissing, missing)
            : BallotPaper.Ranking(given.Select(option => option.Index + 1));
    }

    /// <summary>A paper with a mark for each option.</summary>
    /// <param name="form">The ballot's form.</param>
    /// <param name="names">What the options are called, for the reason of a refusal.</param>
    /// <param name="marks">The mark of each option in the order of the options; null where none was made.</param>
    /// <param name="allowed">Which marks there are on this paper.</param>
    /// <returns>The paper; refused with <see cref="RefusalCode.PaperInvalid"/>, <see cref="RefusalCode.PaperEmpty"/>,
    /// <see cref="RefusalCode.PaperMarkMissing"/> or <see cref="RefusalCode.PaperTooMany"/>, looked at in this order.</returns>
    public static Outcome<BallotPaper> Marking(PaperForm.Marking form, IReadOnlyList<string> names, IReadOnlyList<OptionMark?> marks, IReadOnlyCollection<OptionMark> allowed)
    {
        var made = marks.OfType<OptionMark>().ToList();
        if (marks.Count != form.Options || made.Any(mark => !allowed.Contains(mark)))
        {
            return new Refusal(RefusalCode.PaperInvalid);
        }

        if (made.Count < marks.Count)
        {
            return made.Count == 0 ? new Refusal(RefusalCode.PaperEmpty) : new Refusal(RefusalCode.PaperMarkMissing, NameOf(names, marks.Index().First(mark => mark.Item is null).Index + 1));
        }

        var yes = made.Count(mark => mark == OptionMark.Yes);
        return yes > form.MostYes ? new Refusal(RefusalCode.PaperTooMany, yes, form.MostYes) : BallotPaper.Marking(made);
    }

    /// <summary>The marks that may stand on a paper of marks: where a date is sought there is "if need be" and no abstention, elsewhere it is the other way round.</summary>
    public static IReadOnlyList<OptionMark> MarksOn(MotionKind kind) => kind == MotionKind.Poll
        ? [OptionMark.Yes, OptionMark.IfNeedBe, OptionMark.No]
        : [OptionMark.Yes, OptionMark.No, OptionMark.Abstain];

    /// <summary>The paper of somebody who takes no side, or null where the form knows none.</summary>
    /// <param name="form">The ballot's form.</param>
    /// <param name="allowed">Which marks there are on the paper, where it is one of marks.</param>
    public static BallotPaper? Abstaining(PaperForm form, IReadOnlyCollection<OptionMark> allowed) => form switch
    {
        PaperForm.Question => BallotPaper.Of(VoteOption.Abstain),
        PaperForm.Marking marking when allowed.Contains(OptionMark.Abstain) => BallotPaper.Marking(Enumerable.Repeat(OptionMark.Abstain, marking.Options)),
        PaperForm.Marking => null,
        _ => new BallotPaper(BallotPaper.Blank),
    };

    private static Refusal? WhyEmptyOrForeign(int options, IReadOnlyList<int> chosen) =>
        chosen.Count == 0 ? new Refusal(RefusalCode.PaperEmpty)
        : chosen.Any(number => number < 1 || number > options) ? new Refusal(RefusalCode.PaperInvalid)
        : null;

    private static Refusal? Twice(IReadOnlyList<string> names, IReadOnlyList<int> chosen) =>
        chosen.GroupBy(number => number).FirstOrDefault(number => number.Count() > 1) is { } twice
            ? new Refusal(RefusalCode.PaperNamedTwice, NameOf(names, twice.Key))
            : null;

    private static string NameOf(IReadOnlyList<string> names, int number) => number <= names.Count ? names[number - 1] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
