using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Memberships.ListCases;

/// <summary>Reports stalled cases to the coordinators: all in one message, at most once a month, not at night. Looked at with every admission case, so that each has a next look.</summary>
internal sealed class StalledDueHandler(NetworkStore networks, AdmissionStore admissions, CaseBook cases, Announcer announcer) : IDueHandler
{
    private const int MostLines = 15;

    /// <inheritdoc/>
    public string Kind => Subjects.Stalled;

    /// <inheritdoc/>
    public string? Follows => Subjects.Admission;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = Instant.FromDateTimeOffset(now);
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot
            || await admissions.FindAsync(snapshot.Network.Id, new AdmissionId(subject.Id), cancellationToken) is not { Value: { IsRunning: true } admission })
        {
            return null;
        }

        var zone = snapshot.Network.Zone;
        var stalledAt = (admission.StateSince ?? admission.AppliedAt) + OpenCase.Patience;
        if (at < stalledAt)
        {
            return (WakingHours.NextAfter(stalledAt, zone) ?? stalledAt).ToDateTimeOffset();
        }

        if (WakingHours.NextAfter(at, zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        var today = at.InZone(zone).Date;
        var behind = await TellAsync(snapshot, today, at, cancellationToken);
        var next = zone.AtLeniently(today.With(DateAdjusters.StartOfMonth).PlusMonths(1) + WakingHours.From).ToDateTimeOffset();
        return behind < next ? behind : next;
    }

    /// <summary>What the coordinators are told. Markdown.</summary>
    internal static string Said(Reader reader, Network network, IReadOnlyList<OpenCase> stalled)
    {
        var lines = stalled.Take(MostLines).Select(open => "- " + CaseWords.Of(reader, network, open)).Prepend(Messages.Get(reader, Sentence.CasesStalled));
        return string.Join('\n', stalled.Count > MostLines ? lines.Append(Messages.Get(reader, Sentence.CasesStalledMore, stalled.Count - MostLines)) : lines);
    }

    private async Task<DateTimeOffset?> TellAsync(NetworkSnapshot snapshot, LocalDate today, Instant now, CancellationToken cancellationToken)
    {
        var stalled = (await cases.AllAsync(snapshot.Network, now, cancellationToken)).Where(open => open.IsStalledAt(now)).ToList();
        var month = today.ToString("uuuu-MM", System.Globalization.CultureInfo.InvariantCulture);
        return stalled.Count == 0 ? null : await announcer.AnnounceAsync(
            new Announcement(
                snapshot.Tenant,
                Subjects.Filed(snapshot.Network.Id, Subjects.Stalled, "month"),
                month,
                [.. Audiences.Coordinators(snapshot, reader => MessageActivity.Markdown(Said(reader, snapshot.Network, stalled)))]),
            cancellationToken);
    }
}
