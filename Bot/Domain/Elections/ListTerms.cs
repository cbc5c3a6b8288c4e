using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Voting;

namespace Bot.Domain.Elections;

/// <summary>How the lists of a round come to their seats.</summary>
/// <param name="Method">By which quotients.</param>
/// <param name="Candidates">How many stand on each list, in the order of the paper.</param>
public sealed record ListTerms(SeatMethod Method, IReadOnlyList<int> Candidates)
{
    /// <summary>How each name stands: on the first place whoever has a seat for certain, behind them those between whom a tie has to be decided, then all others. Nothing else is
    /// kept of how the lists compare, because that may outlive papers that are too few to be told.</summary>
    /// <param name="count">The counted papers, nothing withheld.</param>
    /// <param name="form">The form of the papers: one list of several, or yes or no to the only one.</param>
    /// <param name="rule">The share of yes and no the only list needs; otherwise one vote would give it every seat.</param>
    /// <param name="seats">How many seats there are.</param>
    /// <returns>One for each name: those of the first list in its order, those of the second and so on.</returns>
    public IReadOnlyList<Standing> Standings(BallotCount count, PaperForm form, MajorityRule rule, int seats)
    {
        var support = form is PaperForm.Marking ? Support.Majority : Support.Some;
        var given = SeatDistribution.Of([.. OptionVotes.Of(count, form).Zip(Candidates, (votes, candidates) => new ListVotes(Votes(votes, form, rule), candidates))], seats, Method);
        var (certain, tied) = (given.Seats.Sum(), given.Tied.Count);
        return
        [
            .. Candidates.Index().SelectMany(list => Enumerable.Range(0, list.Item).Select(place =>
                place < given.Seats[list.Index] ? new Standing(1, support)
                : place == given.Seats[list.Index] && given.Tied.Contains(list.Index) ? new Standing(1 + certain, support)
                : new Standing(1 + certain + tied, Support.None))),
        ];
    }

    /// <summary>Written as one word for storage, such as <c>DHondt:3,4</c>.</summary>
    public string ToCode() => Method + ":" + string.Join(',', Candidates.Select(candidates => candidates.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToCode"/> wrote; null for any other text.</summary>
    public static ListTerms? Parse(string code)
    {
        if (code.Split(':') is not [var method, var candidates] || !Enum.TryParse<SeatMethod>(method, out var by) || !Enum.IsDefined(by))
        {
            return null;
        }

        var numbers = candidates.Split(',').Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Contains(-1) ? null : new ListTerms(by, numbers);
    }

    /// <inheritdoc/>
    public bool Equals(ListTerms? other) => other is not null && Method == other.Method && Candidates.SequenceEqual(other.Candidates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Candidates.Count);

    private static int Votes(OptionVotes votes, PaperForm form, MajorityRule rule) =>
        form is not PaperForm.Marking || rule.Fraction.IsReachedBy(votes.Yes, votes.Yes + votes.No, rule.Comparison) ? votes.Yes : 0;
}
