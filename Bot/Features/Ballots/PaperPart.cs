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

    /// <summary>The three buttons of a vote.</summary>
    public static IEnumerable<ExecuteAction> Buttons(Reader reader, BallotId ballot, VoterId? voter) => Options.Select(option =>
        CardPart.Button(
            reader, Label(option), BallotVerbs.Vote, ("ballot", ballot.Value), ("option", option.ToString()), ("voter", voter?.Value ?? string.Empty)));

    private static Sentence Label(VoteOption option) => option switch
    {
        VoteOption.Yes => Sentence.VoteYes,
        VoteOption.No => Sentence.VoteNo,
        _ => Sentence.VoteAbstain,
    };
}
