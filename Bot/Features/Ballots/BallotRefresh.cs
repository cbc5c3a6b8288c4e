using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>Whose clients ask for the ballot's card as it stands for them: all who may act for somebody on its roll, and whoever voted by it.</summary>
internal static class BallotRefresh
{
    /// <summary>For the card everybody in a room sees.</summary>
    public static RefreshCard Everybody(NetworkSnapshot snapshot, BallotId ballot, IEnumerable<RollEntry> roll) =>
        RefreshFor.People(snapshot, roll.SelectMany(entry => entry.Actors), BallotVerbs.Refresh, ("ballot", ballot.Value));

    /// <summary>For a card that is shown to one person only.</summary>
    public static RefreshCard Sender(Turn turn, BallotId ballot) => RefreshFor.Sender(turn, BallotVerbs.Refresh, ("ballot", ballot.Value));
}
