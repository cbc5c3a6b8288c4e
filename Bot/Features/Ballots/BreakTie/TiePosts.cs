using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>Asks whoever is to decide a tie, and whoever is to see the lot drawn; once each, in 1:1.</summary>
internal sealed class TiePosts(BallotPosts posts)
{
    /// <summary>Asks as far as the tie is open; nobody when it is not.</summary>
    /// <returns>When to call again because something is still under way.</returns>
    public async Task<DateTimeOffset?> AskAsync(NetworkSnapshot snapshot, BallotView view, CancellationToken cancellationToken)
    {
        if (!view.Record.IsTieOpen)
        {
            return null;
        }

        var again = await posts.AnnounceAsync(
            snapshot, view, BallotMessages.Tie, Audiences.People(snapshot, Deciders(snapshot, view), (_, reader) => Question(reader, view)), cancellationToken);
        return view.Record.TieBreak is { Witness: { } witness }
            ? BallotPosts.Sooner(again, await posts.AnnounceAsync(
                snapshot, view, BallotMessages.Witness, Audiences.People(snapshot, [witness], (_, reader) => Invitation(reader, view)), cancellationToken))
            : again;
    }

    internal static Activity Question(Reader reader, BallotView view) => CardMessage.Of(reader, TieCard.Render(reader, view));

    internal static Activity Invitation(Reader reader, BallotView view) => CardMessage.Of(reader, WitnessCard.Render(reader, view));

    private static IEnumerable<PersonId> Deciders(NetworkSnapshot snapshot, BallotView view) => view.Record.Result?.Verdict == Verdict.Lot
        ? BallotPosts.Leaders(snapshot, view)
        : BallotPosts.Leaders(snapshot, view).Where(person => view.Record.Ballot.HasTieDecidedBy(snapshot.Network, person));
}
