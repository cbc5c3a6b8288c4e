using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Features.Ballots;

/// <summary>Somebody presses a button.</summary>
/// <param name="Voter">Who, numbered from 0; the last one on the roll is excluded.</param>
/// <param name="Paper">What is on the paper.</param>
/// <param name="Instance">Which instance is asked.</param>
/// <param name="Again">Which instance gets the same press a second time, at the same moment; null for none.</param>
/// <param name="IsLate">Whether it comes at or after the end.</param>
internal sealed record Press(int Voter, BallotPaper Paper, int Instance, int? Again, bool IsLate);

/// <summary>A stream of votes, how it is split and how what the instances do with it is interleaved.</summary>
/// <param name="IsSecret">Whether the ballot is secret.</param>
/// <param name="CanChangeVote">Whether a vote by name may be changed.</param>
/// <param name="Form">What papers look like.</param>
/// <param name="Presses">The stream; each voter's presses come in this order, those of different voters in any.</param>
/// <param name="Order">Whose turn it is, time and again.</param>
internal sealed record VoteStream(bool IsSecret, bool CanChangeVote, PaperForm Form, IReadOnlyList<Press> Presses, IReadOnlyList<int> Order)
{
    /// <summary>Who is on the roll.</summary>
    public const int Voters = 9;

    private const int Instances = 4;

    private static readonly (PaperForm Form, BallotPaper[] Papers)[] Forms =
    [
        (new PaperForm.Question(), [VoteOption.Yes, VoteOption.No, VoteOption.Abstain]),
        (new PaperForm.Choice(3, 2), [new("1"), new("2"), new("1,3"), new("2,3"), new("-"), new("1,2,3")]),
        (new PaperForm.Ranking(3), [new("1>2"), new("3"), new("2>1>3"), new("-"), new("1>1")]),
        (new PaperForm.Marking(2, 1), [new("yn"), new("ny"), new("aa"), new("yy")]),
    ];

    private static Gen<Press> PressOf(BallotPaper[] papers, int instances) =>
        from voter in Gen.Choose(0, Voters - 1)
        from paper in Gen.Elements(papers)
        from instance in Gen.Choose(0, instances - 1)
        from again in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(0, instances - 1).Select(number => (int?)number)))
        from isLate in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Press(voter, paper, instance, again, isLate);

    private static readonly Gen<VoteStream> Streams =
        from isSecret in Gen.Elements(true, false)
        from canChange in Gen.Elements(true, true, false)
        from form in Gen.Elements(Forms)
        from instances in Gen.Choose(1, Instances)
        from length in Gen.Choose(1, 24)
        from presses in PressOf(form.Papers, instances).ArrayOf(length)
        from order in Gen.Choose(0, 1000).ArrayOf(40)
        select new VoteStream(isSecret, canChange, form.Form, presses, order);

    /// <summary>Streams; a failing one is told as short as possible.</summary>
    public static Arbitrary<VoteStream> Any { get; } = Arb.From(Streams, stream => Enumerable.Range(0, stream.Presses.Count)
        .Select(left => stream with { Presses = [.. stream.Presses.Where((_, index) => index != left)] }));

    /// <summary>How many instances it is split over.</summary>
    public int Parts => 1 + Presses.SelectMany(press => new[] { press.Instance, press.Again ?? 0 }).Append(0).Max();

    public override string ToString() => $"secret {IsSecret}, change {CanChangeVote}, {Form.ToCode()}: {string.Join("; ", Presses)}; {string.Join(' ', Order)}";
}
