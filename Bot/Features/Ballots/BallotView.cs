using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;

namespace Bot.Features.Ballots;

/// <summary>What a ballot's card is drawn from.</summary>
/// <param name="Network">The network as it is now.</param>
/// <param name="Record">The ballot.</param>
/// <param name="Admission">The case it is on, or null when it is gone.</param>
internal sealed record BallotView(Network Network, BallotRecord Record, Admission? Admission)
{
    /// <summary>How many voted of how many entitled; null where the card does not say.</summary>
    public (int Cast, int Entitled)? Turnout { get; init; }

    /// <summary>The viewer's own line on the roll; null for cards everybody sees and for those not on it.</summary>
    public RollEntry? Own { get; init; }

    /// <summary>Whether the viewer may plan meetings, and is offered to.</summary>
    public bool MayPlan { get; init; }

    /// <summary>Whether the viewer may close the ballot.</summary>
    public bool MayClose { get; init; }

    /// <summary>Whether to offer voting; false for a viewer who is not on the roll.</summary>
    public bool OffersVoting { get; init; } = true;

    /// <summary>Whether the card holds a paper to vote with: not for somebody without a vote in it, nor for one whose secret vote is cast, which nobody can change.</summary>
    public bool OffersPaper => OffersVoting && Own is not { Excluded: not null } && !(Record.Ballot.IsSecret && Own is { HasVoted: true });
}
