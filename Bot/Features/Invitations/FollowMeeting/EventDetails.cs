using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Notes on the meeting what its event gave it: where one joins it online, which its cards show, and what names it in calendars, by which feed, file and mail
/// are the same appointment as the event.</summary>
internal sealed class EventDetails(MeetingStore meetings, IPostedMeetings posted)
{
    private const int Attempts = 5;

    /// <summary>Notes them. What the calendar does not tell leaves what is noted: the link comes a moment after the event was made, and neither is ever taken back.</summary>
    public async Task KeepAsync(NetworkSnapshot snapshot, MeetingId id, DirectoryEvent standing, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await meetings.FindAsync(snapshot.Network, id, cancellationToken) is not { } found || found.Value.State == MeetingState.Cancelled)
            {
                return;
            }

            var noted = found.Value with { OnlineLink = standing.JoinLink ?? found.Value.OnlineLink, CalendarUid = standing.Uid ?? found.Value.CalendarUid };
            if (noted == found.Value)
            {
                return;
            }

            if (await meetings.TrySaveAsync(snapshot.Network.Id, found with { Value = noted }, cancellationToken))
            {
                if (noted.OnlineLink != found.Value.OnlineLink)
                {
                    posted.Refresh(snapshot, id);
                }

                return;
            }
        }
    }
}
