using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Sessions;

/// <summary>Everything there is to be seen of a meeting that goes on.</summary>
/// <param name="Session">The meeting, its agenda, what was noted.</param>
/// <param name="Attendance">Who is present.</param>
/// <param name="Ballots">The ballots taken in it that are running.</param>
/// <param name="Resolutions">The numbers its decisions have in the register, by entry; none before it is closed.</param>
internal sealed record SessionView(MeetingSession Session, Attendance Attendance, IReadOnlyList<BallotRecord> Ballots, IReadOnlyDictionary<int, string> Resolutions)
{
    /// <summary>The meeting.</summary>
    public Meeting Meeting => Session.Meeting;

    /// <summary>The committee; null when it is gone.</summary>
    public Committee? Committee => Session.Network.Committee(Meeting.Committee);

    /// <summary>Whether enough were present for a vote since the meeting was opened.</summary>
    public QuorumCourse QuorumUntil(Instant now) => Committee is { } committee && Meeting.OpenedAt is { } opened && opened <= now
        ? QuorumCourse.Of(Meeting.Here(committee.Rules.DecisionOn(MotionKind.General).Majority), Session.Network.Electorate(committee), Attendance, opened, now)
        : new QuorumCourse([]);

    /// <summary>Whether what belongs to an item may only be read by the committee itself.</summary>
    public bool IsConfidential(int? item) => item is { } number && Session.Agenda.Items.FirstOrDefault(one => one.Number == number) is { Visibility: AgendaVisibility.Committee };
}

/// <summary>Loads what there is to be seen.</summary>
internal sealed class SessionViews(MeetingStore meetings, AgendaStore agendas, SessionStore sessions, AttendanceStore attendance, BallotStore ballots, ResolutionStore resolutions)
{
    /// <summary>The meeting as it is now; null when there is none.</summary>
    public async Task<SessionView?> LoadAsync(Network network, MeetingId id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(network, id, cancellationToken) is not { Value: var meeting })
        {
            return null;
        }

        var agenda = await agendas.OfAsync(network.Id, meeting, cancellationToken);
        var record = await sessions.OfAsync(network.Id, id, cancellationToken);
        var running = await ballots.RunningAsync(network, cancellationToken);
        return new SessionView(
            new MeetingSession(network, agenda, record),
            await attendance.OfAsync(network.Id, id, cancellationToken),
            [.. running.Where(ballot => ballot.Ballot.Meeting == id)],
            record.Closing is null ? new Dictionary<int, string>() : await NumbersAsync(network.Id, id, record, cancellationToken));
    }

    private async Task<Dictionary<int, string>> NumbersAsync(NetworkId network, MeetingId meeting, SessionRecord record, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<int, string>();
        foreach (var decision in record.Decisions)
        {
            if (await resolutions.FindBySubjectAsync(network, Subjects.Decision(meeting, decision.Number), cancellationToken) is { } entry)
            {
                numbers[decision.Number] = entry.Number.ToString();
            }
        }

        return numbers;
    }
}
