using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Minutes;

/// <summary>Changes minutes: load, decide, store; again when somebody was faster. Who is to be told follows from what is stored.</summary>
internal sealed class MinutesChanges(MinutesFinder finder, MinutesStore minutes, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Changes the minutes of a meeting.</summary>
    /// <param name="turn">Who changes them, and where.</param>
    /// <param name="meeting">Whose minutes; anybody can make it up.</param>
    /// <param name="decide">The rule. It gets the minutes as they stand now, and returns the same by reference for nothing to do.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The minutes as they stand then, or why not; <see cref="RefusalCode.MinutesNotFound"/> where the sender may not see them.</returns>
    public async Task<Outcome<MeetingMinutes>> ChangeAsync(
        Turn turn, string? meeting, Func<MinutesView, Task<Outcome<MeetingMinutes>>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await finder.FindAsync(turn, meeting, cancellationToken) is not { } view)
            {
                return new Refusal(RefusalCode.MinutesNotFound);
            }

            var outcome = await decide(view);
            if (outcome is not Outcome<MeetingMinutes>.Done(var changed) || ReferenceEquals(changed, view.Minutes))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Minutes, view.Meeting.Id.Value), [], cancellationToken);
            var draft = await minutes.DraftAsync(turn.Network.Id, view.Meeting.Id, changed.DraftOf(changed.Version), cancellationToken);
            if (await minutes.TrySaveAsync(turn.Network.Id, view.Stored, changed, changed.Apply(draft, changed.Version), cancellationToken))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
