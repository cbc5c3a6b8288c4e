using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using NodaTime;

namespace Bot.Storage;

/// <summary>An introduction with the meeting it is in, as that is now.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Standing">What has become of it.</param>
internal sealed record IntroductionSeen(Meeting Meeting, IntroductionStanding Standing);

/// <summary>Reads what has become of the introductions of applicants: the meeting and its agenda say it, the case only which they are.</summary>
internal sealed class Introductions(MeetingStore meetings, AgendaStore agendas)
{
    /// <summary>The introduction of a case; null where it was asked for none, or the meeting is gone.</summary>
    public async Task<IntroductionSeen?> OfAsync(Network network, Admission admission, Instant now, CancellationToken cancellationToken)
    {
        if (admission.Introduction is not { } introduction || await meetings.FindAsync(network.Id, introduction.Meeting, cancellationToken) is not { Value: var meeting })
        {
            return null;
        }

        var agenda = await agendas.OfAsync(network.Id, meeting, cancellationToken);
        return new IntroductionSeen(meeting, Admission.StandingOf(meeting, agenda.Find(introduction.Item), network.Zone, now));
    }

    /// <summary>The next meeting in which an applicant could introduce itself; null where none is called.</summary>
    public async Task<Meeting?> NextAsync(Network network, CommitteeId committee, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.FromAsync(network, now.InZone(network.Zone).Date, cancellationToken))
        {
            if (meeting.Committee == committee && meeting.IsAhead(network.Zone, now))
            {
                return meeting;
            }
        }

        return null;
    }
}
