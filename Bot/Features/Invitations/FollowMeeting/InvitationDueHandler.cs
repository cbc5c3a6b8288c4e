using System;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Directory;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Looks at a meeting whenever the meeting itself is looked at, and every hour until it begins, and brings calendar and mailboxes to where the meeting is.</summary>
internal sealed partial class InvitationDueHandler(
    NetworkStore networks, MeetingStore meetings, InvitationStore invitations, EventFollower events, MailFollower mails, IOptions<GraphOptions> options,
    ILogger<InvitationDueHandler> logger) : IDueHandler
{
    /// <summary>How often answers are read, and people who came or left are noticed.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How soon an event without its link is read again, and a lost work is looked at.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static readonly Duration LongestForLink = Duration.FromMinutes(10);

    private const int LongestBackoffMinutes = 30;

    /// <inheritdoc/>
    public string Kind => Subjects.Invitation;

    /// <inheritdoc/>
    public string? Follows => options.Value.Enabled ? Subjects.Meeting : null;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, id, moment) = (new NetworkId(subject.Network), new MeetingId(subject.Id), Instant.FromDateTimeOffset(now));
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot || !options.Value.Serves(snapshot.Tenant)
            || await meetings.FindAsync(network, id, cancellationToken) is not { Value: var seen } || IsOver(snapshot, seen, moment))
        {
            return null;
        }

        var (claimed, until) = await invitations.ClaimAsync(network, id, moment, cancellationToken);
        if (claimed is not { } mine)
        {
            return until.ToDateTimeOffset();
        }

        // Read again: what was read before the claim may be older than what another instance has just brought there.
        return await meetings.FindAsync(network, id, cancellationToken) is { Value: var meeting } && snapshot.Network.Committee(meeting.Committee) is { } committee
            ? await FollowAsync(snapshot, committee, meeting, new InvitationWork(invitations, network, mine), moment, cancellationToken)
            : null;
    }

    private static bool IsOver(NetworkSnapshot snapshot, Meeting meeting, Instant now) => now >= meeting.StartsAt(snapshot.Network.Zone);

    private async Task<DateTimeOffset?> FollowAsync(
        NetworkSnapshot snapshot, Committee committee, Meeting meeting, InvitationWork work, Instant now, CancellationToken cancellationToken)
    {
        var fault = await FaultOfAsync(() => events.FollowAsync(snapshot, committee, meeting, work, now, cancellationToken), meeting);
        if (work.IsLost)
        {
            return now.ToDateTimeOffset() + Soon;
        }

        // While Graph is busy nothing else is asked of it; what it refuses for the event, such as a missing permission, need not hold up mails.
        var awaitsLink = fault is null && AwaitsLink(meeting, work, now);
        var mailsAgain = (fault is null or { Fault: DirectoryFault.Refused }) && !awaitsLink
            ? await mails.FollowAsync(snapshot, committee, meeting with { OnlineLink = work.Link ?? meeting.OnlineLink, CalendarUid = work.Uid ?? meeting.CalendarUid }, now, cancellationToken)
            : null;
        var failures = fault is null ? 0 : work.Reached.Failures + 1;
        await work.SaveAsync(work.Reached with { Failures = failures, LeaseUntil = now }, cancellationToken);
        return Earlier(awaitsLink ? now.ToDateTimeOffset() + Soon : Next(meeting, work.Reached, fault, now), mailsAgain);
    }

    /// <summary>The link comes a moment after the event; mails wait for it a little, and not for ever: a tenant may have none to give.</summary>
    private bool AwaitsLink(Meeting meeting, InvitationWork work, Instant now) =>
        options.Value.TeamsLink && meeting is { State: not MeetingState.Cancelled, OnlineLink: null } && work.Link is null && now - meeting.CalledAt < LongestForLink;

    private static DateTimeOffset? Next(Meeting meeting, Invitation reached, DirectoryException? fault, Instant now)
    {
        var from = now.ToDateTimeOffset();
        return (fault, meeting) switch
        {
            ({ Until: { } until }, _) => (until > from ? until : from) + Jitter(TimeSpan.FromSeconds(5)),
            ({ Fault: DirectoryFault.Refused }, _) => from + Every,
            ({ }, _) => from + Backoff(reached.Failures),
            (null, { State: MeetingState.Cancelled }) => null,
            _ => NextUsual(meeting.Id, from),
        };
    }

    /// <summary>The same moments for a meeting however often it is looked at in between, so that many looks do not become many rows; spread over the hour by its identity.</summary>
    private static DateTimeOffset NextUsual(MeetingId meeting, DateTimeOffset from)
    {
        var shift = TimeSpan.FromSeconds(meeting.Value.Aggregate(0, (sum, character) => ((sum * 31) + character) % (int)Every.TotalSeconds)).Ticks;
        return new DateTimeOffset((((from.UtcTicks - shift) / Every.Ticks) + 1) * Every.Ticks + shift, TimeSpan.Zero);
    }

    private async Task<DirectoryException?> FaultOfAsync(Func<Task> follow, Meeting meeting)
    {
        try
        {
            await follow();
            return null;
        }
        catch (DirectoryException fault)
        {
            LogFault(meeting.Id, fault.Fault, fault.Code);
            return fault;
        }
    }

    private static TimeSpan Backoff(int failures)
    {
        var minutes = Math.Min(Math.Pow(2, Math.Min(failures - 1, 10)), LongestBackoffMinutes);
        return TimeSpan.FromMinutes(minutes) + Jitter(TimeSpan.FromMinutes(minutes / 4));
    }

    /// <summary>So that many meetings and instances do not come back in the same second.</summary>
    private static TimeSpan Jitter(TimeSpan most) => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)most.TotalMilliseconds + 1));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one < other ? one : other;

    [LoggerMessage(3601, LogLevel.Warning, "Meeting {Meeting} could not be brought to the calendar: {Fault}, {Code}.")]
    private partial void LogFault(MeetingId meeting, DirectoryFault fault, string code);
}
