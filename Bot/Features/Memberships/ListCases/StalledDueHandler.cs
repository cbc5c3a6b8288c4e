using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Memberships.ListCases;

/// <summary>Has stalled cases reported. Looked at with every admission case, so that each has a next look.</summary>
internal sealed class StalledDueHandler(NetworkStore networks, AdmissionStore admissions, StalledReport report) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Stalled;

    /// <inheritdoc/>
    public string? Follows => Subjects.Admission;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is { } snapshot
        && await admissions.FindAsync(snapshot.Network.Id, new AdmissionId(subject.Id), cancellationToken) is { Value: { IsRunning: true } admission }
            ? await report.LookAsync(snapshot, admission.StateSince ?? admission.AppliedAt, Instant.FromDateTimeOffset(now), cancellationToken)
            : null;
}

/// <summary>The same of expulsion cases.</summary>
internal sealed class StalledExpulsionDueHandler(NetworkStore networks, ExpulsionStore expulsions, StalledReport report) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.StalledExpulsion;

    /// <inheritdoc/>
    public string? Follows => Subjects.Expulsion;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken) =>
        await networks.FindAsync(new NetworkId(subject.Network), cancellationToken) is { } snapshot
        && await expulsions.FindAsync(snapshot.Network.Id, new ExpulsionId(subject.Id), cancellationToken) is { Value: { IsRunning: true } expulsion }
            ? await report.LookAsync(snapshot, OpenCase.WaitsSince(expulsion, snapshot.Network.Zone), Instant.FromDateTimeOffset(now), cancellationToken)
            : null;
}
