using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.Admissions.Introduce;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Admissions.FollowAdmission;

/// <summary>Looks at an admission case and takes it as far as it goes: tells the coordinators, opens the board's and the plenary's ballot,
/// takes their results, records resolution and membership, welcomes on the day that takes effect. Each step may be repeated after a crash.</summary>
internal sealed class AdmissionDueHandler(
    NetworkStore networks, AdmissionStore admissions, AdmissionBallots ballots, AdmissionOutcome outcome, AdmissionPosts posts, IntroductionPosts introductions) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Admission;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        var id = new AdmissionId(subject.Id);
        while (await networks.FindAsync(network, cancellationToken) is { } snapshot
            && await admissions.FindAsync(network, id, cancellationToken) is { } found)
        {
            var changed = await StepAsync(snapshot, found.Value, Instant.FromDateTimeOffset(now), cancellationToken);
            if (changed == found.Value)
            {
                if (changed.State == AdmissionState.Withdrawn)
                {
                    await ballots.StopAsync(snapshot, changed, Instant.FromDateTimeOffset(now), cancellationToken);
                }

                var again = await posts.AnnounceAsync(snapshot, found.Value, cancellationToken);
                var told = await introductions.AnnounceAsync(snapshot, found.Value, Instant.FromDateTimeOffset(now), cancellationToken);
                again = again < told ? again : told ?? again;
                var morning = found.Value.TakesEffectAt(Instant.FromDateTimeOffset(now), snapshot.Network.Zone)?.ToDateTimeOffset();
                return again < morning ? again : morning ?? again;
            }

            await admissions.TrySaveAsync(network, found with { Value = changed.Since(found.Value, Instant.FromDateTimeOffset(now)) }, cancellationToken);
        }

        return null;
    }

    /// <summary>The case one step further, or the same when it waits for somebody.</summary>
    private async Task<Admission> StepAsync(NetworkSnapshot snapshot, Admission admission, Instant now, CancellationToken cancellationToken)
    {
        if (await ballots.WithRepeatAsync(snapshot.Network, admission, cancellationToken) is var repeated && repeated != admission)
        {
            return repeated;
        }

        switch (admission.State)
        {
            case AdmissionState.Consulting:
                return await ballots.BoardResultAsync(snapshot.Network, admission, now, cancellationToken) is { } recommendation
                    ? admission.Recommended(recommendation.Result)
                    : admission;
            case AdmissionState.Voting:
                return await ballots.PlenaryResultAsync(snapshot.Network, admission, now, cancellationToken) is { } decision
                    ? await outcome.RecordAsync(snapshot.Network, admission, decision, now, cancellationToken)
                    : admission;
            default:
                return admission.TakenEffect(now, snapshot.Network.Zone);
        }
    }
}
