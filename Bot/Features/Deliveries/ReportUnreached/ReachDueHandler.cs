using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Deliveries;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Deliveries.ReportUnreached;

/// <summary>Tells the coordinators who may know of it, 1:1, whom an announcement has not reached: once an announcement when all outcomes are final, and once more each time they had it tried
/// again. Nothing where all were reached, and nothing of reminders and results, which the report shows when it is asked for.</summary>
internal sealed class ReachDueHandler(NetworkStore networks, ReachReports reports, AnnouncedStore announced, Announcer announcer) : IDueHandler
{
    /// <summary>Whatever is still being tried after this time is reported as it is. Longer than a delivery is tried by itself.</summary>
    private static readonly Duration Longest = Duration.FromHours(6);

    /// <inheritdoc/>
    public string Kind => Subjects.Reach;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = Instant.FromDateTimeOffset(now);
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot
            || await reports.FindAsync(snapshot.Network, subject.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        var told = await reports.ReadAsync(snapshot, found, moment, cancellationToken);
        if (told.Count > 0)
        {
            await NoteAsync(found, moment, cancellationToken);
        }

        var current = told.Where(report => report.IsCurrent).ToList();
        if (current.Count == 0 || await announced.FindAsync(snapshot.Network.Id, found.Kind, found.Id, cancellationToken) is not { Value: var note })
        {
            return null;
        }

        if (current.Exists(report => report.UnderWay.Count > 0) && moment - note.At < Longest)
        {
            return AnnouncedHandler.LaterThan(now);
        }

        // What is still being tried after so long is news too: nothing is said of it later.
        return current.Find(report => report.IsNews || report.UnderWay.Count > 0) is { } news ? await TellAsync(snapshot, found, news, note, subject, cancellationToken) : null;
    }

    /// <summary>Notes that an election, a case, minutes, a task or a group was talked about, if it was lately: what is no longer listed is not reported either, also when the note on it has been deleted by age.</summary>
    private async Task NoteAsync(ReachSubject found, Instant now, CancellationToken cancellationToken)
    {
        if (found.Matter is null)
        {
            return;
        }

        var network = found.Network.Id;
        var last = await reports.LastSaidAsync(found, cancellationToken);
        if (now - last > ReachReports.Listed)
        {
            return;
        }

        if (last is not null || await announced.FindAsync(network, found.Kind, found.Id, cancellationToken) is null)
        {
            await announced.NoteAsync(network, new Announced(found.Kind, found.Id, found.Committee.Id, last ?? now, 0), cancellationToken);
        }
    }

    private Task<DateTimeOffset?> TellAsync(
        NetworkSnapshot snapshot, ReachSubject found, ReachReport current, Announced note, DueSubject subject, CancellationToken cancellationToken)
    {
        var coordinators = Audiences.Coordinators(snapshot, found.Committee, reader => Message(reader, snapshot, found, current));
        var kind = string.Create(CultureInfo.InvariantCulture, $"unreached-{note.Round}-{current.Kind}");
        return announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Subjects.Filed(snapshot.Network.Id, Subjects.Reach, subject.Id), kind, [.. coordinators], subject), cancellationToken);
    }

    /// <summary>Locked profiles are named to coordinators.</summary>
    internal static Activity Message(Reader reader, NetworkSnapshot snapshot, ReachSubject subject, ReachReport report)
    {
        var lead = Messages.Get(reader, Sentence.DeliveryReportLead);
        return CardMessage.Of(reader, ReachCard.Detail(reader, snapshot.Unmasked().Network, subject, [report], lead));
    }
}
