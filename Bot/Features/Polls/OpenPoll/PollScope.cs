using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Polls;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>Which polls somebody may open.</summary>
/// <param name="Committees">Who may be asked.</param>
/// <param name="Led">The meetings they lead that are on, and in which the poll is taken; empty for coordinators, whose polls run over days.</param>
internal sealed record PollScope(IReadOnlyList<Committee> Committees, IReadOnlyList<Meeting> Led)
{
    /// <summary>What has been called for the days that can be asked about, for hints on dates. For coordinators only: it names committees and people.</summary>
    public IReadOnlyList<MeetingSlot> Called { get; init; } = [];

    /// <summary>What a coordinator may: ask any committee.</summary>
    public static PollScope Everything(Network network) => new(network.Committees, []);

    /// <summary>The meeting the committee is asked in; null for a poll over days.</summary>
    public Meeting? MeetingOf(CommitteeId committee) => Led.FirstOrDefault(meeting => meeting.Committee == committee);

    /// <summary>The draft with what goes without saying in a meeting: whose it is, and that it ends soon. What may not be asked for is as if it were missing.</summary>
    public PollDraft Completed(PollDraft draft, Turn turn)
    {
        if (Led.Count == 0)
        {
            return draft;
        }

        var committee = draft.Committee is { } named ? Committees.FirstOrDefault(one => one.Id == named) : Committees is [var only] ? only : null;
        var latest = committee is { } asked && MeetingOf(asked.Id) is { } meeting ? meeting.ClosesAt(turn.Network.Zone) : Instant.MaxValue;
        var end = Instant.Min(turn.Now + Duration.FromMinutes(PollProposal.UsualMinutes), latest).InZone(turn.Network.Zone).LocalDateTime;
        return draft with
        {
            Committee = committee?.Id,
            Day = draft.Day ?? (draft.Time is null ? end.Date : turn.LocalNow.Date),
            Time = draft.Time ?? new LocalTime(end.Hour, end.Minute),
        };
    }
}

/// <summary>Finds out who may open polls: coordinators; and whoever leads a meeting, in it and while it is on, as they may open its votes.</summary>
internal sealed class PollOpeners(MeetingStore meetings)
{
    /// <summary>What the sender may open; null for nothing.</summary>
    public async Task<PollScope?> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || turn.May(Right.OpenPoll))
        {
            return turn.Sender is null ? null : PollScope.Everything(turn.Network) with { Called = await CalledAsync(turn, cancellationToken) };
        }

        var led = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-1), cancellationToken))
        {
            // A meeting may go on after midnight, and one just after midnight begins to count on the evening before.
            if (meeting.Day > turn.LocalNow.Date.PlusDays(1))
            {
                break;
            }

            if (turn.May(Right.OpenPoll, chair: meeting.Chair) && meeting.TakesAttendanceAt(turn.Network.Zone, turn.Now))
            {
                led.Add(meeting);
            }
        }

        var committees = turn.Network.Committees.Where(committee => led.Any(meeting => meeting.Committee == committee.Id)).ToList();
        return committees.Count == 0 ? null : new PollScope(committees, led);
    }

    private async Task<IReadOnlyList<MeetingSlot>> CalledAsync(Turn turn, CancellationToken cancellationToken)
    {
        var called = new List<MeetingSlot>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date.PlusDays(-1), cancellationToken))
        {
            if (meeting.State != MeetingState.Cancelled)
            {
                called.Add(MeetingSlot.Of(meeting));
            }
        }

        return called;
    }
}
