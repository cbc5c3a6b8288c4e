using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Deliveries;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Deliveries.TryAgain;

/// <summary>Has those told again whom a message did not reach, as long as it still counts. Whoever was reached, or may have been, is left alone; so pressing twice does it once.</summary>
internal sealed class DeliveryRetry(DeliveryLedger ledger, AnnouncedStore announced, DueTable due)
{
    /// <summary>Has it tried again.</summary>
    /// <returns>To how many.</returns>
    public async Task<int> AgainAsync(Turn turn, ReachSubject subject, CancellationToken cancellationToken)
    {
        if (subject.CurrentKind(turn.Now) is not { } kind)
        {
            return 0;
        }

        var over = new List<Delivery>();
        await foreach (var line in ledger.OfKindAsync(subject.Filed, kind, cancellationToken))
        {
            if (line.IsOver && ReachReport.CanBeTriedAgain(DeliveryReach.StateOf(line)))
            {
                over.Add(line);
            }
        }

        if (over.Count == 0)
        {
            return 0;
        }

        // In this order: after a crash in between it is looked at all the same, and at worst reported once more who is out of reach.
        var foreseen = await due.ForeseeAsync(subject.Due, [], cancellationToken);
        await announced.NextRoundAsync(turn.Network.Id, subject.Kind, subject.Id, cancellationToken);
        foreach (var line in over)
        {
            await ledger.NoteAsync(line, line with { State = DeliveryState.Waiting, Error = null, LeaseUntil = turn.Now.ToDateTimeOffset(), Attempts = 0 }, cancellationToken);
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return over.Count;
    }
}
