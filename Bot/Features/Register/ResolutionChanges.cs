using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Records;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Register;

/// <summary>Changes what becomes of a resolution: load, decide, store; again when somebody was faster. Reminders follow from what is stored.</summary>
internal sealed class ResolutionChanges(ResolutionViews views, ResolutionFollowUpStore followUps, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Does it.</summary>
    /// <param name="turn">Who, and where.</param>
    /// <param name="number">Which resolution; null for none that is known.</param>
    /// <param name="decide">Decides, told how it stands and whether the sender leads the committee or coordinates; the same by reference changes nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The resolution as it stands now.</returns>
    public async Task<Outcome<ResolutionView>> ChangeAsync(
        Turn turn, ResolutionNumber? number, Func<ResolutionFollowUp, bool, Outcome<ResolutionFollowUp>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await views.FindAsync(turn, number, cancellationToken) is not { } view || turn.Sender is not { } sender)
            {
                return new Refusal(RefusalCode.ResolutionUnknown, number?.ToString() ?? string.Empty);
            }

            var stored = await followUps.FindAsync(turn.Network.Id, view.Entry.Number, cancellationToken);
            var before = stored?.Value ?? new ResolutionFollowUp(view.Entry.Number, view.Entry.Committee);
            var outcome = decide(before, await views.IsLedAsync(turn, view.Entry, cancellationToken));
            if (outcome is not Outcome<ResolutionFollowUp>.Done(var after))
            {
                return ((Outcome<ResolutionFollowUp>.Refused)outcome).Why;
            }

            if (ReferenceEquals(after, before) || await TrySaveAsync(turn, stored, new FollowUpStep(after.Steps, sender.Id, turn.Now, after), cancellationToken))
            {
                return view with { FollowUp = after };
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private async Task<bool> TrySaveAsync(Turn turn, Stored<ResolutionFollowUp>? before, FollowUpStep step, CancellationToken cancellationToken)
    {
        var committee = turn.Network.Committee(step.After.Committee)!;
        var next = ResolutionNotice.NextAfter(step.After, committee.Rules.ReminderTime, turn.Network.Zone, turn.Now);
        var subject = Subjects.Due(turn.Network.Id, Subjects.Resolution, step.After.Number.ToString());
        var foreseen = await due.ForeseeAsync(subject, new[] { next }.OfType<Instant>().Select(moment => moment.ToDateTimeOffset()), cancellationToken);
        if (!await followUps.TrySaveAsync(turn.Network.Id, before, step, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }
}
