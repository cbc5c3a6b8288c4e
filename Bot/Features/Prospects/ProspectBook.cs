using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Prospects;

/// <summary>A prospect, and where it is by now.</summary>
/// <param name="Prospect">The prospect.</param>
/// <param name="Stage">Where it is.</param>
internal sealed record NotedProspect(Prospect Prospect, ProspectStage Stage);

/// <summary>Reads the list of prospects as it is now.</summary>
internal sealed class ProspectBook(ProspectStore prospects, AdmissionStore admissions)
{
    /// <summary>All prospects, those first where something is under way; within a stage those first who are to be asked again soonest.</summary>
    public async Task<ProspectList> ReadAsync(Network network, CancellationToken cancellationToken)
    {
        var stages = ProspectStages.Of(network, await admissions.RunningAsync(network.Id, cancellationToken));
        return new ProspectList(
        [
            .. (await prospects.AllAsync(network.Id, cancellationToken)).Select(one => new NotedProspect(one, stages.Of(one)))
                .OrderBy(one => one.Stage).ThenBy(one => one.Prospect.Details.FollowUp ?? LocalDate.MaxIsoValue)
                .ThenBy(one => one.Prospect.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Prospect.Id.Value, StringComparer.Ordinal),
        ]);
    }

    /// <summary>One prospect; null when there is none, or not any more.</summary>
    public async Task<NotedProspect?> FindAsync(Network network, ProspectId id, CancellationToken cancellationToken)
    {
        if (await prospects.FindAsync(network.Id, id, cancellationToken) is not { Value: var prospect })
        {
            return null;
        }

        var running = await admissions.FindRunningAsync(network.Id, prospect.Name, cancellationToken);
        return new NotedProspect(prospect, ProspectStages.Of(network, running is { Value: var admission } ? [admission] : []).Of(prospect));
    }
}

/// <summary>The prospects of a network, in the order in which they are shown.</summary>
/// <param name="All">All of them, members by now included.</param>
internal sealed record ProspectList(IReadOnlyList<NotedProspect> All)
{
    /// <summary>Those that are shown: who is a member by now is none any more.</summary>
    public IReadOnlyList<NotedProspect> Shown { get; } = [.. All.Where(one => one.Stage != ProspectStage.Member)];

    /// <summary>Those a text may mean.</summary>
    public IReadOnlyList<NotedProspect> Named(string text) => OrganizationFinder.Named(All, one => one.Prospect.Name, text);

    /// <summary>How they are called.</summary>
    public IEnumerable<string> Names => All.Select(one => one.Prospect.Name);
}
