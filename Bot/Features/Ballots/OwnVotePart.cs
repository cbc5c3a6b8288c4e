using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Features.Ballots;

/// <summary>What the viewer's own vote is, on a card only they see.</summary>
internal static class OwnVotePart
{
    /// <summary>The vote as it stands, and for whom; or that it is missing. Of a secret vote only that it was cast. Markdown.</summary>
    public static string Line(Reader reader, Network network, RollEntry own, bool isSecret = false)
    {
        var isForOrganization = own.Reason == EntitlementReason.MemberOrganization;
        var name = CardText.Escape(network.NameOf(own.Voter), LineBreaks.Collapse);
        if (isSecret && own.HasVoted)
        {
            return isForOrganization ? Messages.Get(reader, Sentence.OwnSecretVoteFor, name) : Messages.Get(reader, Sentence.OwnSecretVote);
        }

        return (own.Vote, isForOrganization) switch
        {
            (null, true) => Messages.Get(reader, Sentence.OwnVoteMissingFor, name),
            (null, false) => Messages.Get(reader, Sentence.OwnVoteMissing),
            ({ } vote, true) => Messages.Get(reader, Sentence.OwnVoteFor, vote, name),
            ({ } vote, false) => Messages.Get(reader, Sentence.OwnVote, vote),
        };
    }
}
