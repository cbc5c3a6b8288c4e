using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Polls;

/// <summary>How one date of a poll suits.</summary>
/// <param name="Option">Its number, from 1.</param>
/// <param name="Yes">Who can come.</param>
/// <param name="IfNeedBe">Who can come if need be.</param>
/// <param name="No">Who cannot.</param>
public sealed record DateCount(int Option, int Yes, int IfNeedBe, int No)
{
    /// <summary>Who can come, gladly or if need be.</summary>
    public int CanCome => Yes + IfNeedBe;

    /// <summary>Counts the papers of a poll on dates.</summary>
    /// <param name="piles">The papers.</param>
    /// <param name="options">How many dates there are.</param>
    public static IReadOnlyList<DateCount> Of(IReadOnlyList<PaperPile> piles, int options) =>
    [
        .. Enumerable.Range(1, options).Select(option =>
        {
            int With(OptionMark mark) => piles.Where(pile => pile.Paper.Marks.Count == options && pile.Paper.Marks[option - 1] == mark).Sum(pile => pile.Papers);
            return new DateCount(option, With(OptionMark.Yes), With(OptionMark.IfNeedBe), With(OptionMark.No));
        }),
    ];

    /// <summary>The dates to be suggested: those on which most can come; among them those on which most can come gladly. More than one when these are even:
    /// then somebody chooses, never the order of the dates. None when nobody can come on any.</summary>
    public static IReadOnlyList<DateCount> Suggested(IReadOnlyList<DateCount> dates)
    {
        var most = dates.Select(date => (date.CanCome, date.Yes)).DefaultIfEmpty().Max();
        return most.CanCome == 0 ? [] : [.. dates.Where(date => (date.CanCome, date.Yes) == most)];
    }
}
