using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>The meetings whose agenda somebody may mean: one that is on, and the next.</summary>
internal sealed class AgendaMeetings(MeetingFinder finder, CurrentMeetings current, MeetingStore meetings)
{
    /// <summary>For each committee that is meant its meeting that is on, and its next: to both an item can be proposed.</summary>
    public async Task<IReadOnlyList<Meeting>> ForItemsAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var on = await current.OfAsync(turn, text, cancellationToken);
        var next = await finder.NextAsync(turn, text, cancellationToken);
        return [.. on.Concat(next).DistinctBy(meeting => meeting.Id).OrderBy(meeting => meeting.Day).ThenBy(meeting => meeting.Start)];
    }

    /// <summary>For each committee that is meant one: the meeting that is on, otherwise the next.</summary>
    public async Task<IReadOnlyList<Meeting>> OneEachAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        [.. (await ForItemsAsync(turn, text, cancellationToken)).DistinctBy(meeting => meeting.Committee)];

    /// <summary>The meeting of that identity, for those who may read its agenda here: members, and who leads it, in 1:1 or the committee's own conversation. Null otherwise.</summary>
    public async Task<Meeting?> FindAsync(Turn turn, string? id, CancellationToken cancellationToken) =>
        id is not null && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting }
        && turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.ReadMeetings, committee, meeting)
            ? meeting
            : null;
}
