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
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Memberships.ListCases;

/// <summary>The report on stalled cases to the coordinators: all in one message, at most once a month, not at night.</summary>
internal sealed class StalledReport(CaseBook cases, Announcer announcer)
{
    private const int MostLines = 15;

    /// <summary>Looks at a case that runs.</summary>
    /// <param name="snapshot">The network as it is now.</param>
    /// <param name="since">Since when it waits.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When to look again.</returns>
    public async Task<DateTimeOffset> LookAsync(NetworkSnapshot snapshot, Instant since, Instant now, CancellationToken cancellationToken)
    {
        var (zone, stalledAt) = (snapshot.Network.Zone, since + OpenCase.Patience);
        if (now < stalledAt)
        {
            return (WakingHours.NextAfter(stalledAt, zone) ?? stalledAt).ToDateTimeOffset();
        }

        if (WakingHours.NextAfter(now, zone) is { } morning)
        {
            return morning.ToDateTimeOffset();
        }

        var today = now.InZone(zone).Date;
        var behind = await TellAsync(snapshot, today, now, cancellationToken);
        var next = zone.AtLeniently(today.With(DateAdjusters.StartOfMonth).PlusMonths(1) + WakingHours.From).ToDateTimeOffset();
        return behind < next ? behind.Value : next;
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
