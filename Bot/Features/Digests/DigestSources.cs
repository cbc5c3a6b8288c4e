using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Digests;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Digests;

/// <summary>Reads once what the overviews of a whole network are made of.</summary>
internal sealed class DigestSources(
    MeetingStore meetings, TaskStore tasks, BallotStore ballots, ResolutionStore resolutions, ResolutionFollowUpStore followUps, ProspectStore prospects, AdmissionStore admissions)
{
    /// <summary>How far ahead meetings are told.</summary>
    private static readonly Period Ahead = Period.FromDays(28);

    /// <summary>Reads it.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="since">From when on a result is new.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DigestMaterial> ReadAsync(Network network, Instant since, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(network.Zone).Date;
        var coming = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(network, today, cancellationToken))
        {
            if (meeting.Day > today + Ahead)
            {
                break;
            }

            if (meeting.State == MeetingState.Invited && meeting.StartsAt(network.Zone) > now)
            {
                coming.Add(meeting);
            }
        }

        return new DigestMaterial(
            network, now, coming, await tasks.OpenAsync(network.Id, cancellationToken), await OpenAsync(network, now, cancellationToken),
            await ResultsAsync(network, since, now, cancellationToken))
        {
            Promised = await PromisedAsync(network.Id, today, cancellationToken),
            Again = await AgainAsync(network, today, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<(ResolutionFollowUp FollowUp, string Title)>> PromisedAsync(NetworkId network, LocalDate today, CancellationToken cancellationToken)
    {
        var promised = new List<(ResolutionFollowUp, string)>();
        foreach (var followUp in (await followUps.AllAsync(network, cancellationToken)).Where(one => one.State != ResolutionState.Done && one.Owner is not null && one.Due <= today.PlusDays(DigestMaterial.TaskDays)))
        {
            if (await resolutions.FindAsync(network, followUp.Number, cancellationToken) is { } entry)
            {
                promised.Add((followUp, entry.Title));
            }
        }

        return promised;
    }

    /// <summary>The prospect that is to be asked again first, this week or since a few days; null for none.</summary>
    private async Task<Prospect?> AgainAsync(Network network, LocalDate today, CancellationToken cancellationToken)
    {
        var soon = (await prospects.AllAsync(network.Id, cancellationToken))
            .Where(one => one.Details.FollowUp <= today.PlusDays(DigestMaterial.FollowUpDays) && one.Details.FollowUp >= today.PlusDays(-Prospect.UsefulDays)).ToList();
        if (soon.Count == 0)
        {
            return null;
        }

        var stages = ProspectStages.Of(network, await admissions.RunningAsync(network.Id, cancellationToken));
        return soon.Where(one => Prospect.IsAwaited(stages.Of(one))).OrderBy(one => one.Details.FollowUp).ThenBy(one => one.Id.Value, System.StringComparer.Ordinal).FirstOrDefault();
    }

    private async Task<IReadOnlyList<(BallotRecord Record, IReadOnlyList<RollEntry> Roll)>> OpenAsync(Network network, Instant now, CancellationToken cancellationToken)
    {
        var open = new List<(BallotRecord, IReadOnlyList<RollEntry>)>();
        foreach (var record in (await ballots.RunningAsync(network, cancellationToken)).Where(record => record.IsOpenAt(now)).OrderBy(record => record.Ballot.ClosesAt))
        {
            var roll = await ballots.RollAsync(network.Id, record.Ballot.Id, cancellationToken);
            open.Add((record, [.. roll.Select(entry => entry.Value)]));
        }

        return open;
    }

    private async Task<IReadOnlyList<ResolutionEntry>> ResultsAsync(Network network, Instant since, Instant now, CancellationToken cancellationToken)
    {
        var found = new List<ResolutionEntry>();
        foreach (var year in new[] { since.InZone(network.Zone).Year, now.InZone(network.Zone).Year }.Distinct())
        {
            await foreach (var entry in resolutions.AllAsync(network.Id, year, cancellationToken))
            {
                if (entry.RecordedAt > since && entry.RecordedAt <= now)
                {
                    found.Add(entry);
                }
            }
        }

        return found;
    }
}

/// <summary>What the overviews of a network are made of.</summary>
/// <param name="Network">The network.</param>
/// <param name="Now">When it was read.</param>
/// <param name="Coming">Meetings to come, the next first.</param>
/// <param name="Assigned">Tasks from meetings that are not done.</param>
/// <param name="Running">Running ballots with their rolls, the first to close first.</param>
/// <param name="Results">What was decided since the last overview, in order.</param>
internal sealed record DigestMaterial(
    Network Network,
    Instant Now,
    IReadOnlyList<Meeting> Coming,
    IReadOnlyList<MeetingTask> Assigned,
    IReadOnlyList<(BallotRecord Record, IReadOnlyList<RollEntry> Roll)> Running,
    IReadOnlyList<ResolutionEntry> Results)
{
    /// <summary>Deadlines nearer than this are told.</summary>
    private const int DeadlineDays = 7;

    /// <summary>Tasks due within so many days are told, and what is overdue.</summary>
    public const int TaskDays = 14;

    /// <summary>Prospects to be asked again within so many days are told, and what is overdue for at most <see cref="Prospect.UsefulDays"/>.</summary>
    public const int FollowUpDays = 7;

    /// <summary>The prospect that is to be asked again first; null for none.</summary>
    public Prospect? Again { get; init; }

    /// <summary>Resolutions somebody is responsible for that are overdue or due soon, with their titles.</summary>
    public IReadOnlyList<(ResolutionFollowUp FollowUp, string Title)> Promised { get; init; } = [];

    /// <summary>The points of one person: only of committees they belong to, only ballots in which a vote of theirs is missing, only their own tasks.</summary>
    public IReadOnlyList<DigestPoint> Of(PersonId person)
    {
        var own = Network.Committees.Where(committee => Network.Allows(Right.ReadOwnDigest, person, committee)).ToDictionary(committee => committee.Id);
        var coming = Coming.Where(meeting => own.ContainsKey(meeting.Committee)).ToList();
        var today = Now.InZone(Network.Zone).Date;
        return DigestPoint.Chosen(
            [.. Running.Where(ballot => ballot.Roll.Any(entry => entry.HasActor(person) && entry.Excluded is null && !entry.HasVoted))
                .Select(ballot => new DigestPoint.OpenBallot(ballot.Record.Motion.Title, ballot.Record.Ballot.ClosesAt))],
            [.. Assigned.Where(task => task.Assignee == person && task.Due is { } due && due <= today.PlusDays(TaskDays))
                .OrderBy(task => task.Due).Select(task => new DigestPoint.OwnTask(task.Text, task.Due!.Value))],
            [.. Promised.Where(one => one.FollowUp.Owners(Network).Contains(person)).OrderBy(one => one.FollowUp.Due)
                .Select(one => new DigestPoint.OwnResolution(one.FollowUp.Number.ToString(), one.Title, one.FollowUp.Due!.Value))],
            Again is { Details.FollowUp: { } again } && Network.Allows(Right.ReadProspects, person) ? [new DigestPoint.ProspectFollowUp(Again.Name, again)] : [],
            [.. coming.DistinctBy(meeting => meeting.Committee).Select(meeting => new DigestPoint.ComingMeeting(meeting))],
            [.. coming.Where(meeting => meeting.AgendaClosesAt(own[meeting.Committee].Rules, Network.Zone) is var closes && closes > Now && closes <= Now + Duration.FromDays(DeadlineDays))
                .Select(meeting => new DigestPoint.ItemDeadline(meeting, meeting.LastMinuteForItems(own[meeting.Committee].Rules, Network.Zone)))],
            [.. Results.Where(entry => own.ContainsKey(entry.Committee)).Select(entry => new DigestPoint.Result(entry))]);
    }
}
