using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>The meetings that are on now, from an hour before they begin until their day ends, or while they go on.</summary>
internal sealed class CurrentMeetings(MeetingStore meetings)
{
    /// <summary>Those of the committees the sender may read of here, or leads in 1:1: of the one named in the text, the one whose conversation this is, or all of the sender's.</summary>
    public async Task<IReadOnlyList<Meeting>> OfAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        IReadOnlyList<Committee> meant = named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.Network.Committees;
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-1), cancellationToken))
        {
            // A meeting may go on after midnight, and one just after midnight takes attendance on the evening before.
            if (meeting.Day > turn.LocalNow.Date.PlusDays(1))
            {
                break;
            }

            if (meeting.TakesAttendanceAt(turn.Network.Zone, turn.Now)
                && meant.FirstOrDefault(committee => committee.Id == meeting.Committee) is { } committee && MayFollow(turn, meeting, committee))
            {
                found.Add(meeting);
            }
        }

        return found;
    }

    /// <summary>Whoever leads a meeting without belonging to its committee has to do with that meeting only.</summary>
    private static bool MayFollow(Turn turn, Meeting meeting, Committee committee) => turn.May(Right.FollowMeeting, committee, meeting);

    /// <summary>The meeting of that identity where the sender may have to do with it: members of its committee, and its chair; null when there is none.</summary>
    public async Task<Meeting?> FindAsync(Turn turn, string? id, CancellationToken cancellationToken) =>
        id is not null && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting }
        && turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.FollowMeeting, committee, meeting)
            ? meeting
            : null;
}
