using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Platform.Deliveries;
using Bot.Storage;

namespace Bot.Features.Deliveries;

/// <summary>How the mails about a subject came to people.</summary>
internal sealed class MailReach
{
    private readonly ILookup<PersonId, Delivery> ofPerson;

    private MailReach(IEnumerable<Delivery> lines) => ofPerson = lines.ToLookup(line => new PersonId(MailAnnouncer.PersonOf(line)!));

    /// <summary>Of what nobody is written to about.</summary>
    public static MailReach None { get; } = new([]);

    /// <summary>Whether nobody was to be written to.</summary>
    public bool IsNone => ofPerson.Count == 0;

    /// <summary>Reads it from the ledger.</summary>
    public static async Task<MailReach> ReadAsync(DeliveryLedger ledger, ReachSubject subject, CancellationToken cancellationToken)
    {
        var lines = new List<Delivery>();
        await foreach (var line in ledger.AboutAsync(subject.MailFiled, cancellationToken))
        {
            if (MailAnnouncer.PersonOf(line) is not null)
            {
                lines.Add(line);
            }
        }

        return new MailReach(lines);
    }

    /// <summary>Whether a mail reached somebody that says what a message says, and if not, why; null when none was to be sent to them. Of the present message the latest mail counts, of an older one any.</summary>
    public ReachState? StateOf(PersonId person, string message, bool isCurrent)
    {
        var meant = ofPerson[person].Where(line => MailMessages.SaysWhat(line.Kind, message)).ToList();
        return meant.Count == 0 ? null
            : !isCurrent && meant.Exists(line => line.State == DeliveryState.Sent) ? ReachState.ByMail
            : DeliveryReach.OfMail(meant.MaxBy(line => MailMessages.RevisionOf(line.Kind))!);
    }
}
