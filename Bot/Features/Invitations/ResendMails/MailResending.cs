using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Invitations.ResendMails;

/// <summary>Has the mails of a meeting that did not arrive tried again, each once or, where it is in doubt again, not more often than that.</summary>
internal sealed class MailResending(DeliveryLedger ledger, InvitationMailStore mails, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Has them tried again. Somebody who is reached, or to whom it is being tried, is left alone; so pressing twice does it once.</summary>
    /// <returns>To how many people.</returns>
    public async Task<int> AgainAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        var subject = Subjects.Filed(turn.Network.Id, Subjects.Invitation, meeting.Id.Value);
        var over = new List<Delivery>();
        await foreach (var line in ledger.OfKindAsync(subject, MailMessages.KindOf(meeting), cancellationToken))
        {
            if (line.IsOver)
            {
                over.Add(line);
            }
        }

        if (over.Count == 0)
        {
            return 0;
        }

        // In this order: after a crash in between it is looked at all the same, and at worst told once more who is out of reach.
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Invitation, meeting.Id.Value), [], cancellationToken);
        await NextRoundAsync(turn, meeting, cancellationToken);
        foreach (var line in over)
        {
            // The error stays until it is sent: without it, it would look like one that may be on its way.
            await ledger.NoteAsync(line, line with { State = DeliveryState.Claimed, LeaseUntil = turn.Now.ToDateTimeOffset(), Attempts = 0 }, cancellationToken);
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return over.Count;
    }

    private async Task NextRoundAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var report = await mails.ReportAsync(turn.Network.Id, meeting.Id, cancellationToken);
            if (await mails.SaveAsync(turn.Network.Id, meeting.Id, report with { Value = new MailReport(report.Value.Round + 1, []) }, cancellationToken))
            {
                return;
            }
        }
    }
}
