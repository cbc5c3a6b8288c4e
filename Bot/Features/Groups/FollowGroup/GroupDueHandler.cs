using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Groups.FollowGroup;

/// <summary>Looks at a working group: who wants to take part, which report or end of term comes near, and whether it can end now that it was decided.</summary>
internal sealed class GroupDueHandler(NetworkStore networks, CommitteeWork work, GroupPosts posts) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Group;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is not { } snapshot || snapshot.Network.Standing(new CommitteeId(subject.Id)) is not { } group)
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        if (group.Remit?.EndedBy is { } resolution)
        {
            return await EndAsync(snapshot, group, resolution, moment, cancellationToken);
        }

        var again = await posts.WishesAsync(snapshot, group, cancellationToken);
        return Earlier(again, group.Remit is { } remit ? await RemindAsync(snapshot, group, remit, moment, cancellationToken) : null);
    }

    private async Task<DateTimeOffset?> RemindAsync(NetworkSnapshot snapshot, Committee group, Remit remit, Instant now, CancellationToken cancellationToken)
    {
        var (zone, time) = (snapshot.Network.Zone, group.Rules.ReminderTime);
        var next = GroupNotice.NextAfter(remit, time, zone, now)?.ToDateTimeOffset();
        var notices = GroupNotice.DueAt(remit, time, zone, now);
        if (notices.Count > 0 && WakingHours.NextAfter(now, zone) is { } morning)
        {
            return Earlier(morning.ToDateTimeOffset(), next);
        }

        var today = now.InZone(zone).Date;
        foreach (var notice in notices)
        {
            next = Earlier(
                next, notice.IsReport ? await posts.ReportAsync(snapshot, group, notice, today, cancellationToken) : await posts.TermAsync(snapshot, group, notice, today, cancellationToken));
        }

        return next;
    }

    /// <summary>Ends it when nothing runs in it; otherwise says what does, and looks again every morning. Nothing new begins in it meanwhile.</summary>
    private async Task<DateTimeOffset?> EndAsync(NetworkSnapshot snapshot, Committee group, string resolution, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(snapshot.Network.Zone).Date;
        var running = await work.RunningAsync(snapshot.Network, group, today, cancellationToken);
        if (!running.IsNone)
        {
            var again = await posts.RunningAsync(snapshot, group, resolution, running, cancellationToken);
            return Earlier(again, snapshot.Network.Zone.AtLeniently(today.PlusDays(1) + WakingHours.From).ToDateTimeOffset());
        }

        await posts.EndedAsync(snapshot, group, resolution, cancellationToken);
        // Nobody in person ends it; the one who coordinates stands for the plenary where a name is needed at all.
        var by = snapshot.Network.Coordinators.Select(person => person.Id).FirstOrDefault(new PersonId("plenary"));
        return await work.TryEndAsync(snapshot, group, running, new NetworkChange { By = by, At = now }, today, cancellationToken)
            ? null
            : (now + Duration.FromSeconds(10)).ToDateTimeOffset();
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => new[] { one, other }.Min();
}
