using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Tells the coordinators, 1:1, who could not be reached by mail. Nobody is named twice, unless they had it tried again.</summary>
internal sealed class MailReports(DeliveryLedger ledger, InvitationMailStore mails, Announcer announcer)
{
    /// <summary>Tells it if there is somebody they do not know of yet.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">The meeting as it is now.</param>
    /// <param name="kind">Which mail.</param>
    /// <param name="prefix">What stands before a person's identity in the ledger.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When to call again because a message is still under way; null otherwise.</returns>
    public async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, Committee committee, Meeting meeting, string kind, string prefix, CancellationToken cancellationToken)
    {
        var lines = new List<(PersonId Person, Delivery Line)>();
        await foreach (var line in ledger.OfKindAsync(Filed(snapshot, meeting), kind, cancellationToken))
        {
            lines.Add((new PersonId(line.Audience[prefix.Length..]), line));
        }

        var unreached = lines.Where(one => one.Line.IsOver).OrderBy(one => one.Person.Value, StringComparer.Ordinal).ToList();
        var report = await mails.ReportAsync(snapshot.Network.Id, meeting.Id, cancellationToken);
        var told = report.Value.Told.Concat(unreached.Select(one => one.Person)).Distinct().ToList();
        if (told.Count == report.Value.Told.Count)
        {
            return null;
        }

        var underWay = lines.Count(one => one.Line.State == DeliveryState.Claimed);
        var coordinators = Audiences.Coordinators(snapshot, committee, reader => UnreachedCard.Message(reader, snapshot.Network, committee, meeting, lines.Count, underWay, unreached)).ToList();
        var again = await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Filed(snapshot, meeting), KindOf(report.Value.Round, told), coordinators, Subjects.Due(snapshot.Network.Id, Subjects.Invitation, meeting.Id.Value)), cancellationToken);
        if (again is null)
        {
            // Who was faster has said the same, or had it tried again, and then it is told anew.
            await mails.SaveAsync(snapshot.Network.Id, meeting.Id, report with { Value = report.Value with { Told = told } }, cancellationToken);
        }

        return again;
    }

    /// <summary>One message for one round and the same people, so that it goes out once although noting it may fail.</summary>
    private static string KindOf(int round, IEnumerable<PersonId> told) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"unreached-{round}-{HeardMessage.Fingerprint(string.Join('\n', told.Select(person => person.Value).Order(StringComparer.Ordinal)))}");

    private static string Filed(NetworkSnapshot snapshot, Meeting meeting) => Subjects.Filed(snapshot.Network.Id, Subjects.Invitation, meeting.Id.Value);
}
