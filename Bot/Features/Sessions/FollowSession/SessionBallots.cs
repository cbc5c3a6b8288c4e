using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Sessions.FollowSession;

/// <summary>Ends the ballots and polls that were opened in a meeting when it is closed: nobody votes in a meeting that is over. Repeating it changes nothing.</summary>
internal sealed class SessionBallots(BallotStore ballots, DueTable due)
{
    private const int Attempts = 10;

    /// <summary>Ends those that run, and declares void those in which nobody could vote yet.</summary>
    public async Task EndAsync(MeetingSession session, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        var by = session.Record.Closing?.By ?? session.Meeting.CalledBy;
        foreach (var running in await ballots.RunningAsync(session.Network.Id, cancellationToken))
        {
            if (running.Ballot is { Mode: BallotMode.InMeeting } ballot && ballot.Meeting == session.Meeting.Id && now < ballot.EndsAt)
            {
                await EndAsync(session.Network.Id, ballot.Id, by, now, cancellationToken);
            }
        }
    }

    private async Task EndAsync(NetworkId network, BallotId id, PersonId by, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ballots.FindAsync(network, id, cancellationToken) is not { Value: { IsCounted: false } record } found || Ended(record.Ballot, by, now) is not { } ended)
            {
                return;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(network, Subjects.Ballot, id.Value), [], cancellationToken);
            if (await ballots.TrySaveAsync(network, found with { Value = record with { Ballot = ended } }, cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return;
            }
        }

        throw new InvalidOperationException("Others were faster too often; it is looked at again.");
    }

    /// <summary>Null where it has ended already.</summary>
    private static Ballot? Ended(Ballot ballot, PersonId by, NodaTime.Instant now)
    {
        if (now >= ballot.EndsAt)
        {
            return null;
        }

        return ballot.End(now) is Outcome<Ballot>.Done(var ended)
            ? ended
            : ballot.Void(by, VoidWords.ByClosing, result: null, now) is Outcome<Ballot>.Done(var empty) ? empty : null;
    }
}
