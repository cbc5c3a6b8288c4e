using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Domain.Voting;

/// <summary>What somebody chose, as it is written on a ballot paper (Stimmzettel): nothing of who, when or why.</summary>
/// <param name="Code">What is stored: the name of a <see cref="VoteOption"/>, the numbers of what was chosen (<c>1,3</c>), an order (<c>2&gt;1&gt;3</c>) or a mark
/// for each option (<c>ynm</c>). ASCII; which of them it may be is up to the ballot's <see cref="PaperForm"/>.</param>
public readonly record struct BallotPaper(string Code)
{
    /// <summary>Written on a paper on which nothing was chosen, where the form allows it: an abstention.</summary>
    public const string Blank = "-";

    /// <summary>The answer on a paper that asks for yes, no or abstention; null on any other paper.</summary>
    public VoteOption? Answer => Code switch
    {
        nameof(VoteOption.Yes) => VoteOption.Yes,
        nameof(VoteOption.No) => VoteOption.No,
        nameof(VoteOption.Abstain) => VoteOption.Abstain,
        _ => null,
    };

    /// <summary>A paper with an answer.</summary>
    public static BallotPaper Of(VoteOption answer) => new(answer.ToString());

    /// <summary>A paper on which options were chosen, in no order.</summary>
    /// <param name="options">Numbers of the options, from 1; none for an abstention.</param>
    public static BallotPaper Choosing(IEnumerable<int> options)
    {
        var numbers = options.Order().Select(Written).ToList();
        return new BallotPaper(numbers.Count == 0 ? Blank : string.Join(',', numbers));
    }

    /// <summary>A paper that puts options in an order, the best first.</summary>
    /// <param name="options">Numbers of the options, from 1; none for an abstention.</param>
    public static BallotPaper Ranking(IEnumerable<int> options)
    {
        var numbers = options.Select(Written).ToList();
        return new BallotPaper(numbers.Count == 0 ? Blank : string.Join('>', numbers));
    }

    /// <summary>A paper with one mark for each option, in the order of the options.</summary>
    public static BallotPaper Marking(IEnumerable<OptionMark> marks) => new(string.Concat(marks.Select(mark => (char)mark)));

    /// <summary>The options chosen or put in order on this paper, as written; empty for an abstention and for a paper of another kind.</summary>
    public IReadOnlyList<int> Options
    {
        get
        {
            var numbers = (Code ?? string.Empty).Split(',', '>').Select(Number).ToList();
            return numbers.Contains(0) ? [] : numbers;
        }
    }

    /// <summary>The marks on this paper, in the order of the options; empty for a paper of another kind.</summary>
    public IReadOnlyList<OptionMark> Marks => (Code ?? string.Empty).All(mark => Enum.IsDefined((OptionMark)mark)) ? [.. (Code ?? string.Empty).Select(mark => (OptionMark)mark)] : [];

    /// <summary>Lets a vote be given as its answer.</summary>
    public static implicit operator BallotPaper(VoteOption answer) => Of(answer);

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number, or 0 when the text is none as <see cref="Written"/> writes it.</summary>
    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && string.Equals(Written(number), text, StringComparison.Ordinal) ? number : 0;
}

/// <summary>What can be said of one option among several, where each is judged by itself. The value is the character on the paper.</summary>
public enum OptionMark
{
    /// <summary>Yes; on a date: can come.</summary>
    Yes = 'y',

    /// <summary>On a date: can come if need be.</summary>
    IfNeedBe = 'm',

    /// <summary>No; on a date: cannot come.</summary>
    No = 'n',

    /// <summary>Neither yes nor no.</summary>
    Abstain = 'a',
}
