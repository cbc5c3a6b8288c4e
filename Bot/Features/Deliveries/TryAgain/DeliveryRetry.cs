using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Deliveries;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Deliveries.TryAgain;

/// <summary>Has those told again whom a message did not reach, as long as it still counts. Whoever was reached, or may have been, is left alone; so pressing twice does it once.</summary>
internal sealed class DeliveryRetry(DeliveryLedger ledger, AnnouncedStore announced, DueTable due)
{
    /// <summary>Has it tried again.</summary>
    /// <returns>To how many.</returns>
    public async Task<int> AgainAsync(Turn turn, ReachSubject subject, CancellationToken cancellationToken)
    {
        var over = await OverAsync(subject, turn.Now, cancellationToken);
        if (over.Count == 0)
        {
            return 0;
        }

        // In this order: after a crash in between it is looked at all the same, and at worst reported once more who is out of reach.
        var foreseen = await due.ForeseeAsync(subject.Due, [], cancellationToken);
        await announced.NextRoundAsync(turn.Network.Id, subject.Kind, subject.Id, cancellationToken);
        foreach (var line in over)
        {
            await ledger.NoteAsync(line, Again(line) with { LeaseUntil = turn.Now.ToDateTimeOffset(), Attempts = 0 }, cancellationToken);
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return over.Count;
    }

    /// <summary>The lines of whoever was not reached, in Teams and by mail.</summary>
    private async Task<IReadOnlyList<Delivery>> OverAsync(ReachSubject subject, Instant now, CancellationToken cancellationToken)
    {
        var over = new List<Delivery>();
        await foreach (var line in ledger.AboutAsync(subject.Filed, cancellationToken))
        {
            if (line.IsOver && subject.IsCurrent(line.Kind, now) && ReachReport.CanBeTriedAgain(DeliveryReach.StateOf(line)))
            {
                over.Add(line);
            }
        }

        if (subject.CurrentMail(now) is { } mail)
        {
            await foreach (var line in ledger.OfKindAsync(subject.MailFiled, mail, cancellationToken))
            {
                if (line.IsOver)
                {
                    over.Add(line);
                }
            }
        }

        return over;
    }

    /// <summary>The line as whoever sends it takes it up. Of a mail the error stays until it is sent: without it, it would look like one that may be on its way.</summary>
    private static Delivery Again(Delivery line) =>
        MailAnnouncer.PersonOf(line) is null ? line with { State = DeliveryState.Waiting, Error = null } : line with { State = DeliveryState.Claimed };
}
