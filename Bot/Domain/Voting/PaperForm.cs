using System;
using System.Globalization;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>What a valid paper of a ballot looks like. A paper that does not fit is refused, never counted in part.</summary>
/// <remarks>Checked here and not by the card: what comes from a card can be made up (OpenSlides#6015, #6818 show what happens otherwise).</remarks>
public abstract record PaperForm
{
    private PaperForm()
    {
    }

    /// <summary>Whether a paper is a valid one.</summary>
    public abstract bool Accepts(BallotPaper paper);

    /// <summary>Written as one word for storage.</summary>
    public abstract string ToCode();

    /// <summary>Characters of the longest code a valid paper can have: filled up to it, all papers of a ballot are equally long.</summary>
    public abstract int LongestCode { get; }

    /// <summary>Yes, no or abstention.</summary>
    public sealed record Question : PaperForm
    {
        /// <inheritdoc/>
        public override bool Accepts(BallotPaper paper) => paper.Answer is not null;

        /// <inheritdoc/>
        public override string ToCode() => "question";

        /// <inheritdoc/>
        public override int LongestCode => nameof(VoteOption.Abstain).Length;
    }

    /// <summary>Some of several options, in no order; none is an abstention.</summary>
    /// <param name="Options">How many there are, at least 1.</param>
    /// <param name="Most">How many may be chosen, 1 to <paramref name="Options"/>.</param>
    public sealed record Choice(int Options, int Most) : PaperForm
    {
        /// <inheritdoc/>
        public override bool Accepts(BallotPaper paper)
        {
            var chosen = paper.Options;
            return paper == BallotPaper.Choosing(chosen) && chosen.Count <= Most && chosen.Distinct().Count() == chosen.Count && chosen.All(IsAmong(Options));
        }

        /// <inheritdoc/>
        public override string ToCode() => string.Create(CultureInfo.InvariantCulture, $"choice:{Options}:{Most}");

        /// <inheritdoc/>
        public override int LongestCode => BallotPaper.Choosing(Enumerable.Range(Options - Most + 1, Most)).Code.Length;
    }

    /// <summary>Options in an order, the best first; those left out come after all others. None at all is an abstention.</summary>
    /// <param name="Options">How many there are, at least 1.</param>
    public sealed record Ranking(int Options) : PaperForm
    {
        /// <inheritdoc/>
        public override bool Accepts(BallotPaper paper)
        {
            var order = paper.Options;
            return paper == BallotPaper.Ranking(order) && order.Distinct().Count() == order.Count && order.All(IsAmong(Options));
        }

        /// <inheritdoc/>
        public override string ToCode() => string.Create(CultureInfo.InvariantCulture, $"ranking:{Options}");

        /// <inheritdoc/>
        public override int LongestCode => BallotPaper.Ranking(Enumerable.Range(1, Options)).Code.Length;
    }

    /// <summary>One mark for each option.</summary>
    /// <param name="Options">How many there are, at least 1.</param>
    /// <param name="MostYes">How many may be marked with yes; <paramref name="Options"/> for no limit.</param>
    public sealed record Marking(int Options, int MostYes) : PaperForm
    {
        /// <inheritdoc/>
        public override bool Accepts(BallotPaper paper) =>
            paper.Marks.Count == Options && paper.Marks.Count(mark => mark == OptionMark.Yes) <= MostYes;

        /// <inheritdoc/>
        public override string ToCode() => string.Create(CultureInfo.InvariantCulture, $"marking:{Options}:{MostYes}");

        /// <inheritdoc/>
        public override int LongestCode => Options;
    }

    /// <summary>Reads what <see cref="ToCode"/> wrote.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="ToCode"/>, or by a later version of it.</exception>
    public static PaperForm Parse(string code)
    {
        var parts = code.Split(':');
        return (parts[0], parts.Length) switch
        {
            ("question", 1) => new Question(),
            ("choice", 3) => new Choice(Number(parts[1]), Number(parts[2])),
            ("ranking", 2) => new Ranking(Number(parts[1])),
            ("marking", 3) => new Marking(Number(parts[1]), Number(parts[2])),
            _ => throw new FormatException($"Not the form of a ballot paper: '{code}'."),
        };
    }

    private static Func<int, bool> IsAmong(int options) => number => number >= 1 && number <= options;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
