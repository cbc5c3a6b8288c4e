using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Polls;

/// <summary>Which dates of a poll suit best.</summary>
public static class DateSuggestion
{
    /// <summary>The dates to be suggested: those on which most can come, gladly or if need be; among them those on which most can come gladly. More than one when
    /// these are even: then somebody chooses, never the order of the dates.</summary>
    /// <param name="votes">What the papers say of each date, in the order of the dates.</param>
    /// <returns>Numbers of the dates, from 1; none when nobody can come on any.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<OptionVotes> votes)
    {
        var most = votes.Select(Standing).DefaultIfEmpty().Max();
        return most.CanCome == 0 ? [] : [.. votes.Index().Where(date => Standing(date.Item) == most).Select(date => date.Index + 1)];
    }

    /// <summary>How many can come, gladly or if need be.</summary>
    public static int CanCome(OptionVotes votes) => votes.Yes + votes.IfNeedBe;

    private static (int CanCome, int Gladly) Standing(OptionVotes votes) => (CanCome(votes), votes.Yes);
}
