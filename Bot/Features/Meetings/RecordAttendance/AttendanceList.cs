using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>The list of those present, for whoever leads the meeting; in 1:1 only, where nobody reads the names along.</summary>
internal sealed class AttendanceList(AttendanceStore attendance)
{
    /// <summary>The card; or why the sender does not get it.</summary>
    public async Task<Outcome<AdaptiveCard>> OfAsync(Turn turn, Meeting? meeting, PageRequest page, CancellationToken cancellationToken)
    {
        if (meeting is null)
        {
            return new Refusal(RefusalCode.NoMeetingNow);
        }

        if (turn.Sender is not { } sender || !meeting.IsLedBy(turn.Network, sender.Id))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        return turn.Network.Committee(meeting.Committee) is { } committee
            ? AttendanceCard.Render(turn, committee, meeting, await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken), page)
            : new Refusal(RefusalCode.CommitteeUnknown);
    }
}
