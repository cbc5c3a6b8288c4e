using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Minutes;

/// <summary>Finds the minutes somebody means among those they may read. What they may not read is as if it were not there.</summary>
internal sealed class MinutesFinder(MeetingStore meetings, MinutesStore minutes)
{
    /// <summary>How far back a meeting without minutes is looked for when no day is named.</summary>
    private const int DaysBack = 120;

    /// <summary>The minutes the sender may read here, of the committee and the day that are named, the newest first.</summary>
    public async Task<IReadOnlyList<(MeetingMinutes Minutes, string Words)>> ReadableAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var readable = Meant(turn, text).Select(committee => committee.Id).ToHashSet();
        var day = DayIn(turn, text);
        var found = new List<(MeetingMinutes, string)>();
        foreach (var one in await minutes.AllAsync(turn.Network.Id, cancellationToken))
        {
            if (readable.Contains(one.Minutes.Committee) && (day is null || one.Minutes.Day == day) && await IsShownAsync(turn, one.Minutes, cancellationToken))
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <summary>The minutes of that meeting as the sender may see them; null when there are none, or the sender may not.</summary>
    public async Task<MinutesView?> FindAsync(Turn turn, string? meeting, CancellationToken cancellationToken)
    {
        if (meeting is null
            || await meetings.FindAsync(turn.Network, new MeetingId(meeting), cancellationToken) is not { Value: var held }
            || turn.Network.Committee(held.Committee) is not { } committee
            || !MayRead(turn, committee, held)
            || await minutes.FindAsync(turn.Network.Id, held.Id, cancellationToken) is not { } stored
            || (stored.Value.State == MinutesState.Draft && !IsWithLeader(turn, held)))
        {
            return null;
        }

        return new MinutesView(stored, held, committee, await minutes.BodyAsync(turn.Network.Id, stored.Value, stored.Value.Version, cancellationToken));
    }

    /// <summary>The meetings that can have minutes by now and that the sender led: of the committee and the day named, the newest first; without a day of the last months.</summary>
    public async Task<IReadOnlyList<Meeting>> OverAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var readable = Meant(turn, text).Select(committee => committee.Id).ToHashSet();
        var day = DayIn(turn, text);
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, day ?? turn.LocalNow.Date.PlusDays(-DaysBack), cancellationToken))
        {
            if (meeting.Day > (day ?? turn.LocalNow.Date))
            {
                break;
            }

            if (readable.Contains(meeting.Committee) && MeetingMinutes.WhyNotOf(meeting, turn.Network.Zone, turn.Now) is null && IsWithLeader(turn, meeting))
            {
                found.Add(meeting);
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>The meeting in which minutes can be approved by the sender now: the one that is on, or the one that was on last; null when there is none.</summary>
    public async Task<Meeting?> ApprovingAsync(Turn turn, Meeting reviewed, CancellationToken cancellationToken)
    {
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, reviewed.Day, cancellationToken))
        {
            if (meeting.Day > turn.LocalNow.Date.PlusDays(1))
            {
                break;
            }

            if (MeetingMinutes.CanBeApprovedIn(reviewed, meeting, turn.Network.Zone, turn.Now) && turn.Sender is { } sender && meeting.IsLedBy(turn.Network, sender.Id))
            {
                found.Add(meeting);
            }
        }

        return found.FirstOrDefault(meeting => meeting.State == MeetingState.InSession) ?? found.LastOrDefault();
    }

    /// <summary>The day a text names, as one of the past: without a year the last one there was. Null when it names none.</summary>
    public static LocalDate? DayIn(Turn turn, string text)
    {
        if (!text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var reading = AppointmentReader.Read(text, turn.LocalNow.Date.PlusYears(-1).PlusDays(1).AtMidnight(), turn.Network.Zone);
        return reading.Day ?? reading.Problems.Where(problem => problem.Kind == AppointmentProblemKind.PastDay).SelectMany(problem => problem.Days).Select(day => (LocalDate?)day).FirstOrDefault();
    }

    /// <summary>Whether the sender may have to do with minutes of that meeting here: as a member of the committee, or as who led it.</summary>
    public static bool MayRead(Turn turn, Committee committee, Meeting meeting) => turn.May(Right.ReadMinutes, committee, meeting);

    private static bool IsWithLeader(Turn turn, Meeting meeting) => turn.IsPersonal && turn.Sender is { } sender && meeting.IsLedBy(turn.Network, sender.Id);

    private async Task<bool> IsShownAsync(Turn turn, MeetingMinutes one, CancellationToken cancellationToken) => one.State != MinutesState.Draft
        || (await meetings.FindAsync(turn.Network, one.Meeting, cancellationToken) is { Value: var meeting } && IsWithLeader(turn, meeting));

    private static IEnumerable<Committee> Meant(Turn turn, string text)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        return (named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees).Where(one => turn.May(Right.ReadMinutes, one));
    }
}
