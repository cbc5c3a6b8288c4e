using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Storage;

namespace Bot.Features.Meetings;

/// <summary>Finds meetings that take the same evening from the same people.</summary>
internal sealed class NearbyMeetings(MeetingStore meetings)
{
    /// <summary>The called meetings of other committees that clash.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="slot">When a committee meets, or would meet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<MeetingClash>> ClashesAsync(Network network, MeetingSlot slot, CancellationToken cancellationToken)
    {
        var near = new List<MeetingSlot>();
        await foreach (var meeting in meetings.FromAsync(network, slot.Day.PlusDays(-1), cancellationToken))
        {
            if (meeting.Day > slot.Day.PlusDays(1))
            {
                break;
            }

            if (meeting.State != MeetingState.Cancelled)
            {
                near.Add(MeetingSlot.Of(meeting));
            }
        }

        return slot.ClashesWith(network, near);
    }
}
