using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What a ballot paper looks like on a card: what can be chosen.</summary>
internal static class PaperPart
{
    private static readonly VoteOption[] Options = [VoteOption.Yes, VoteOption.No, VoteOption.Abstain];

    private static readonly int Longest = Options.Max(option => option.ToString().Length);

    /// <summary>The three buttons of a vote. What they send is equally long, so that no size on the way tells which was pressed.</summary>
    public static IEnumerable<ExecuteAction> Buttons(Reader reader, BallotId ballot, VoterId? voter) => Options.Select(option =>
        CardPart.Button(
            reader, Label(option), BallotVerbs.Vote, ("ballot", ballot.Value), ("option", option.ToString()), ("voter", voter?.Value ?? string.Empty),
            ("even", new string('.', Longest - option.ToString().Length))));

    private static Sentence Label(VoteOption option) => option switch
    {
        VoteOption.Yes => Sentence.VoteYes,
        VoteOption.No => Sentence.VoteNo,
        _ => Sentence.VoteAbstain,
    };
}
