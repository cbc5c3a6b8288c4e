using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>What came of a confirmed move.</summary>
internal abstract record MoveResult
{
    private MoveResult()
    {
    }

    /// <summary>The meeting stands as the preview showed it, by this or an earlier press.</summary>
    public sealed record Done(Meeting Meeting) : MoveResult;

    /// <summary>Somebody has changed the meeting since the preview was drawn; nothing was stored.</summary>
    public sealed record Overtaken(Meeting Meeting) : MoveResult;

    /// <summary>The rules say no; nothing was stored.</summary>
    public sealed record Refused(Refusal Why) : MoveResult;
}

/// <summary>Moves a meeting: load, decide, write when to look at it, store it. Telling people follows from what is stored.</summary>
internal sealed class MoveMeetingHandler(MeetingStore meetings, DueTable due, MeetingPosts posts)
{
    private const int Attempts = 5;

    /// <summary>Moves the meeting. Pressing the button twice moves it once.</summary>
    /// <param name="turn">Who confirms.</param>
    /// <param name="draft">What the preview showed, and how the meeting stood then.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<MoveResult> HandleAsync(Turn turn, MoveDraft draft, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (draft.Meeting is not { } id || await meetings.FindAsync(turn.Network, id, cancellationToken) is not { } found
                || turn.Network.Committee(found.Value.Committee) is not { } committee)
            {
                return new MoveResult.Refused(new Refusal(RefusalCode.MeetingNotFound));
            }

            var move = draft.Of(found.Value);
            if (found.Value.State == MeetingState.Invited && !move.Changes(found.Value))
            {
                return new MoveResult.Done(found.Value);
            }

            if (found.Value.Revision != draft.Seen && found.Value.State == MeetingState.Invited)
            {
                return new MoveResult.Overtaken(found.Value);
            }

            if (await TryAsync(turn, committee, found, move, cancellationToken) is { } result)
            {
                return result;
            }
        }

        return new MoveResult.Refused(new Refusal(RefusalCode.ChangedMeanwhile));
    }

    /// <returns>Null when somebody was faster, and it must be looked again at how things stand.</returns>
    private async Task<MoveResult?> TryAsync(Turn turn, Committee committee, Stored<Meeting> found, MeetingMove move, CancellationToken cancellationToken)
    {
        if (move.Of(found.Value, turn.Network, turn.Sender?.Id, turn.Now) is not Outcome<Meeting>.Done(var moved))
        {
            return new MoveResult.Refused(((Outcome<Meeting>.Refused)move.Of(found.Value, turn.Network, turn.Sender?.Id, turn.Now)).Why);
        }

        if (moved.Day != found.Value.Day && await meetings.OnDayAsync(turn.Network.Id, moved.Committee, moved.Day, cancellationToken) is { } standing)
        {
            // The same meeting on its new day: an equal press was faster, between reading the meeting and looking at the day.
            return standing.Id == moved.Id ? null : new MoveResult.Refused(new Refusal(RefusalCode.DayTaken, committee.Name, standing.Day, standing.Start));
        }

        var foreseen = await due.ForeseeAsync(
            Subjects.Due(turn.Network.Id, Subjects.Meeting, moved.Id.Value), MeetingLooks.Of(moved, committee.Rules, turn.Network.Zone), cancellationToken);
        if (!await meetings.TryMoveAsync(turn.Network.Id, found with { Value = moved }, found.Value.Day, cancellationToken))
        {
            return null;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        posts.Refresh(turn.Snapshot, moved.Id);
        return new MoveResult.Done(moved);
    }
}
