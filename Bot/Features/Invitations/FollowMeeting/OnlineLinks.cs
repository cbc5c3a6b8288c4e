using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Notes on the meeting where one joins it online, and has its cards show it.</summary>
internal sealed class OnlineLinks(MeetingStore meetings, IPostedMeetings posted)
{
    private const int Attempts = 5;

    /// <summary>Notes the link. None leaves the one that is noted: the calendar tells it a moment after the event was made, and never takes it back.</summary>
    public async Task KeepAsync(NetworkSnapshot snapshot, MeetingId id, string? link, CancellationToken cancellationToken)
    {
        for (var attempt = 0; link is not null && attempt < Attempts; attempt++)
        {
            if (await meetings.FindAsync(snapshot.Network.Id, id, cancellationToken) is not { } found
                || found.Value.State == MeetingState.Cancelled || found.Value.OnlineLink == link)
            {
                return;
            }

            if (await meetings.TrySaveAsync(snapshot.Network.Id, found with { Value = found.Value with { OnlineLink = link } }, cancellationToken))
            {
                posted.Refresh(snapshot, id);
                return;
            }
        }
    }
}
