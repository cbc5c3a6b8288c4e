using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Opens the ballot that takes an old one again: the same motion and paper, but rules, deadline and electorate as they are now. Who was excluded for a
/// conflict of interest is excluded again, because the motion is the same.</summary>
internal sealed class RepeatOpening(BallotStore ballots, BallotOpener opener, DueTable due)
{
    /// <summary>The ballot as it would be opened now; null when its committee is gone.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="old">The ballot to repeat.</param>
    /// <param name="repeat">That it is repeated.</param>
    /// <param name="excluded">The old roll's lines without a vote.</param>
    /// <param name="now">Not before the repetition was decided; later when that was interrupted.</param>
    public static Opening? Of(Network network, BallotRecord old, BallotRepeat repeat, System.Collections.Generic.IEnumerable<RollEntry> excluded, Instant now)
    {
        if (network.Committee(old.Motion.Committee) is not { } committee)
        {
            return null;
        }

        var decided = committee.Rules.BallotClosesAt(repeat.At, network.Zone);
        var opens = decided > now ? repeat.At : now;
        var opening = Opening.Of(
            network, committee, old.Motion, repeat.Id, opens, committee.Rules.BallotClosesAt(opens, network.Zone),
            old.Ballot.Mode == BallotMode.Circular ? BallotMode.Circular : BallotMode.OverDays,
            excluded.Where(entry => entry.Excluded is not null).ToDictionary(entry => entry.Voter, entry => entry.Excluded!.Value));
        opening = opening with { Ballot = opening.Ballot with { Form = old.Ballot.Form, Chair = old.Ballot.Chair, RepeatOf = old.Ballot.Id } };
        return old.Motion.Kind is MotionKind.Election or MotionKind.Poll ? AsBefore(network, committee, old, opening) : opening;
    }

    /// <summary>A round of an election and a poll have their rule and secrecy from whoever opened them, not from the rules for motions; a poll asks persons.</summary>
    private static Opening AsBefore(Network network, Committee committee, BallotRecord old, Opening opening) => opening with
    {
        Ballot = opening.Ballot with { Rule = old.Ballot.Rule, Secrecy = old.Ballot.Secrecy, CanChangeVote = old.Ballot.CanChangeVote },
        Roll = old.Motion.Kind == MotionKind.Poll ? network.Persons(committee) : opening.Roll,
    };

    /// <summary>Opens it, unless it stands; whoever has to do with the case looks at it again.</summary>
    public async Task OpenAsync(Network network, BallotRecord old, Instant now, CancellationToken cancellationToken)
    {
        if (old.Repeat is not { } repeat || await ballots.FindAsync(network.Id, repeat.Id, cancellationToken) is not null)
        {
            return;
        }

        var roll = await ballots.RollAsync(network.Id, old.Ballot.Id, cancellationToken);
        if (Of(network, old, repeat, roll.Select(entry => entry.Value), now) is { } opening)
        {
            await opener.OpenAsync(network.Id, opening, [], cancellationToken);
        }

        if (Subjects.Following(network.Id, old) is { } follower)
        {
            await due.LookAgainAsync(follower, cancellationToken);
        }
    }
}
