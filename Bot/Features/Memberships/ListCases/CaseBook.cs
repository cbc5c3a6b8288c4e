using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Memberships.ListCases;

/// <summary>All cases about memberships that are not over.</summary>
internal sealed class CaseBook(AdmissionStore admissions, BallotStore ballots)
{
    /// <summary>All of them, those that waited longest first.</summary>
    public async Task<IReadOnlyList<OpenCase>> AllAsync(Network network, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(network.Zone).Date;
        var open = network.Organizations.SelectMany(organization => OpenCase.Of(organization, today)).ToList();
        foreach (var admission in await admissions.RunningAsync(network.Id, cancellationToken))
        {
            var isStuck = admission.CurrentBallot is { } ballot && await ballots.FindAsync(network.Id, ballot, cancellationToken) is { Value.IsUnsettled: true };
            if (OpenCase.Of(admission, isStuck) is { } found)
            {
                open.Add(found);
            }
        }

        return [.. open.OrderBy(one => one.Since).ThenBy(one => one.Name, System.StringComparer.Ordinal)];
    }
}
