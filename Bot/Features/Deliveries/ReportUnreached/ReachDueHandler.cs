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
            || await reports.FindAsync(snapshot.Network, subject.Id, cancellationToken) is not { } found
            || (await reports.ReadAsync(snapshot, found, moment, cancellationToken)).FirstOrDefault(report => report.IsCurrent) is not { } current
            || await announced.FindAsync(snapshot.Network.Id, found.Kind, found.Id, cancellationToken) is not { Value: var note })
        {
            return null;
        }

        if (current.UnderWay.Count > 0 && moment - note.At < Longest)
        {
            return AnnouncedHandler.LaterThan(now);
        }

        // What is still being tried after so long is news too: nothing is said of it later.
        return current.IsNews || current.UnderWay.Count > 0 ? await TellAsync(snapshot, found, current, note, subject, cancellationToken) : null;
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
