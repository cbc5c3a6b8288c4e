using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Ballots;

/// <summary>What the viewer's own vote is, on a card only they see.</summary>
internal static class OwnVotePart
{
    /// <summary>The vote as it stands, and for whom; or that it is missing. In a secret ballot only that it was cast. Markdown.</summary>
    public static string Line(Reader reader, Network network, Motion motion, RollEntry own)
    {
        var isForOrganization = own.Reason == EntitlementReason.MemberOrganization;
        var name = CardText.Escape(network.NameOf(own.Voter), LineBreaks.Collapse);
        if (own.Excluded is { } why)
        {
            return isForOrganization ? Messages.Get(reader, Sentence.OwnVoteExcludedFor, name, why) : Messages.Get(reader, Sentence.OwnVoteExcluded, why);
        }

        return (own.Paper, own.HasVoted, isForOrganization) switch
        {
            ({ } paper, _, true) => Messages.Get(reader, Sentence.OwnVoteFor, Said(reader, motion, paper), name),
            ({ } paper, _, false) => Messages.Get(reader, Sentence.OwnVote, Said(reader, motion, paper)),
            (null, true, true) => Messages.Get(reader, Sentence.OwnVoteSecretFor, name),
            (null, true, false) => Messages.Get(reader, Sentence.OwnVoteSecret),
            (null, false, true) => Messages.Get(reader, Sentence.OwnVoteMissingFor, name),
            (null, false, false) => Messages.Get(reader, Sentence.OwnVoteMissing),
        };
    }

    private static string Said(Reader reader, Motion motion, BallotPaper paper) => CardText.Escape(PaperPart.Words(reader, motion, paper), LineBreaks.Collapse);
}
