using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Memberships.ListCases;

/// <summary>All cases about memberships that are not over.</summary>
internal sealed class CaseBook(AdmissionStore admissions, ExpulsionStore expulsions, BallotStore ballots, Introductions introductions)
{
    /// <summary>All of them, those that waited longest first.</summary>
    public async Task<IReadOnlyList<OpenCase>> AllAsync(Network network, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(network.Zone).Date;
        var open = network.Organizations.SelectMany(organization => OpenCase.Of(organization, today)).ToList();
        foreach (var admission in await admissions.RunningAsync(network.Id, cancellationToken))
        {
            if (OpenCase.Of(admission, await IsStuckAsync(network.Id, admission.CurrentBallot, cancellationToken), today) is { } found)
            {
                open.Add(await introductions.OfAsync(network, admission, now, cancellationToken) is { Standing: not IntroductionStanding.Off } seen
                    ? found with { IntroductionOn = seen.Meeting.Day, IsIntroduced = seen.Standing == IntroductionStanding.Held }
                    : found);
            }
        }

        foreach (var expulsion in await expulsions.RunningAsync(network.Id, cancellationToken))
        {
            if (OpenCase.Of(expulsion, network, await IsStuckAsync(network.Id, expulsion.CurrentBallot, cancellationToken), today) is { } found)
            {
                open.Add(found);
            }
        }

        return [.. open.OrderBy(one => one.Since).ThenBy(one => one.Name, System.StringComparer.Ordinal)];
    }

    private async Task<bool> IsStuckAsync(NetworkId network, BallotId? current, CancellationToken cancellationToken) =>
        current is { } ballot && await ballots.FindAsync(network, ballot, cancellationToken) is { Value.IsUnsettled: true };
}
