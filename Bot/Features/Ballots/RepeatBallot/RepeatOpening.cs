using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Opens the ballot that takes an old one again.</summary>
internal sealed class RepeatOpening(
    BallotStore ballots, MeetingStore meetings, AttendanceStore attendance, BallotCases cases, BallotOpener opener, DueTable due)
{
    /// <summary>The meeting a ballot was taken in, as long as it is on; otherwise null.</summary>
    public async Task<Meeting?> MeetingAsync(Network network, Ballot ballot, Instant now, CancellationToken cancellationToken) =>
        ballot is { Mode: BallotMode.InMeeting, Meeting: { } id } && await meetings.FindAsync(network, id, cancellationToken) is { Value: var meeting }
        && meeting.TakesAttendanceAt(network.Zone, now)
            ? meeting
            : null;

    /// <summary>How a ballot would be taken again now.</summary>
    public async Task<Repetition> PlanAsync(Network network, BallotRecord old, Instant now, CancellationToken cancellationToken)
    {
        var roll = await ballots.RollAsync(network.Id, old.Ballot.Id, cancellationToken);
        return new Repetition(old.Ballot, old.Motion, [.. roll.Select(entry => entry.Value)])
        {
            InMeeting = await MeetingAsync(network, old.Ballot, now, cancellationToken) is { } meeting
                ? (meeting, await attendance.OfAsync(network.Id, meeting.Id, cancellationToken))
                : null,
        };
    }

    /// <summary>Opens it, unless it stands; whoever has to do with the case looks at it again.</summary>
    public async Task OpenAsync(Network network, BallotRecord old, Instant now, CancellationToken cancellationToken)
    {
        if (old.Repeat is not { } repeat || await ballots.FindAsync(network, repeat.Id, cancellationToken) is not null
            // A case may have gone on in the moment between: nobody is to vote for nothing.
            || await cases.HasGoneOnAsync(network.Id, old, cancellationToken))
        {
            return;
        }

        if ((await PlanAsync(network, old, now, cancellationToken)).Open(network, repeat, now) is { } opening)
        {
            await opener.OpenAsync(network.Id, opening, opening.Ballot.OpenedAt > now ? [opening.Ballot.OpenedAt] : [], cancellationToken);
        }

        if (Subjects.Following(network.Id, old) is { } follower)
        {
            await due.LookAgainAsync(follower, cancellationToken);
        }
    }
}
