using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Privacy;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>Once a month deletes what a network has kept long enough, and tells the coordinators how much of what it was. One row a network, looked at when it is due only. The first deletion is
/// announced before; that a network has none yet is noticed with the rhythms of its committees, as with weekly overviews, so that older networks are found too.</summary>
internal sealed class RetentionDueHandler(NetworkStore networks, RetentionStore retention, OverdueRows overdue, RetentionRun run, DueTable due, Announcer announcer) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Retention;

    /// <inheritdoc/>
    public string? Follows => Subjects.Rhythm;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new NetworkId(subject.Network);
        var standing = await retention.ProgressAsync(id, cancellationToken);
        if (subject.Id != subject.Network)
        {
            if (standing is null)
            {
                await due.LookAgainAsync(Subjects.Due(id, Kind, id.Value), cancellationToken);
            }

            return null;
        }

        if (await networks.FindAsync(id, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        var isTime = standing is not { Value: var planned } || moment >= planned.Next;
        if (isTime && WakingHours.NextAfter(moment, snapshot.Network.Zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        await run.PlannedAsync(snapshot.Network, moment, cancellationToken);
        var reached = await run.RunAsync(snapshot.Network, moment, cancellationToken);
        var next = reached.Next.ToDateTimeOffset();
        return await TellAsync(snapshot, reached, subject, cancellationToken) is { } again && again < next ? again : next;
    }

    /// <summary>Whoever was told already is not told again.</summary>
    private async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, RetentionProgress reached, DueSubject subject, CancellationToken cancellationToken)
    {
        var network = snapshot.Network;
        var counts = reached.Last is null
            ? await overdue.CountAsync(network, (await retention.TermsAsync(network.Id, cancellationToken)).Value, reached.Next, cancellationToken)
            : reached.Deleted;
        if (counts.Values.Sum() == 0)
        {
            return null;
        }

        var kind = reached.Last is { } last ? "deleted-" + last.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "announced";
        var audiences = Audiences.Coordinators(snapshot, reader => MessageActivity.Markdown(Said(reader, network, reached, counts)));
        return await announcer.AnnounceAsync(
            new Announcement(snapshot.Tenant, Subjects.Filed(network.Id, Subjects.Retention, network.Id.Value), kind, [.. audiences], subject), cancellationToken);
    }

    private static string Said(Reader reader, Network network, RetentionProgress reached, IReadOnlyDictionary<RetentionKind, int> counts) => reached.Last is null
        ? Messages.Get(reader, Sentence.RetentionAnnounced, Appointments.Date(reader, reached.Next.InZone(network.Zone).Date), RetentionWords.Counts(reader, counts))
        : Messages.Get(reader, Sentence.RetentionReport, Appointments.Date(reader, reached.Last.Value.InZone(network.Zone).Date), RetentionWords.Counts(reader, counts));
}
