using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Sessions;

/// <summary>Finds the meeting somebody means who leads or attends one: it may be opened now, goes on, or has just been closed.</summary>
internal sealed class SessionFinder(MeetingStore meetings)
{
    /// <summary>Those of the committees the sender may read of here, or leads in 1:1: of the committee named in the text, the one whose conversation this is, or all of
    /// the sender's. Those that go on come alone where there are any.</summary>
    public async Task<IReadOnlyList<Meeting>> OfAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text).Select(committee => committee.Id).ToHashSet();
        var found = new List<Meeting>();

        // A meeting may go on after midnight, and one just after midnight may be opened on the evening before.
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-1), cancellationToken))
        {
            if (meeting.Day > turn.LocalNow.Date.PlusDays(1))
            {
                break;
            }

            var isMeant = named.Count > 0 ? named.Contains(meeting.Committee) : turn.Here is not { } here || here.Id == meeting.Committee;
            if (isMeant && IsOn(turn, meeting) && MayFollow(turn, meeting))
            {
                found.Add(meeting);
            }
        }

        var going = found.Where(meeting => meeting.StateAt(turn.Network.Zone, turn.Now) == MeetingState.InSession).ToList();
        return going.Count > 0 ? going : found;
    }

    /// <summary>The only meeting that is meant; a refusal when there is none, or when there are several.</summary>
    public async Task<Outcome<Meeting>> OneAsync(Turn turn, string text, CancellationToken cancellationToken) => await OfAsync(turn, text, cancellationToken) switch
    {
        [] => new Refusal(RefusalCode.NoMeetingNow),
        [var meeting] => meeting,
        var several => new Refusal(RefusalCode.SessionAmbiguous, string.Join(", ", several.Select(meeting => turn.Network.Committee(meeting.Committee)?.Name).Distinct())),
    };

    /// <summary>The meeting of that identity, where the sender may read of it here; null when there is none.</summary>
    public async Task<Meeting?> FindAsync(Turn turn, string? id, CancellationToken cancellationToken) =>
        id is not null && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting } && MayFollow(turn, meeting) ? meeting : null;

    /// <summary>Whether the sender may read of the meeting where it would be answered: members of the committee, and whoever leads it.</summary>
    public static bool MayFollow(Turn turn, Meeting meeting) => turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.FollowMeeting, committee, meeting);

    private static bool IsOn(Turn turn, Meeting meeting) => meeting.State != MeetingState.Cancelled
        && meeting.OpensAt(turn.Network.Zone) <= turn.Now && turn.Now < meeting.ClosesAt(turn.Network.Zone);
}
