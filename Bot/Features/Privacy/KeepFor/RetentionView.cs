using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>What a network keeps how long, and what of it is due.</summary>
/// <param name="Terms">How long.</param>
/// <param name="Progress">How far the deletion is; null before it was ever planned.</param>
/// <param name="Due">What the next deletion would delete.</param>
internal sealed record RetentionStanding(RetentionTerms Terms, RetentionProgress? Progress, IReadOnlyDictionary<RetentionKind, int> Due);

/// <summary>Reads what a network keeps how long.</summary>
internal sealed class RetentionView(RetentionStore retention, OverdueRows overdue, DueTable due)
{
    /// <summary>As it stands now; a network of an earlier version in which no rhythm was ever looked at begins to delete from here on, announced like any first time. How many rows are due is
    /// counted over the whole network: numbers of kinds tell of no committee.</summary>
    public async Task<RetentionStanding> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var terms = (await retention.TermsAsync(turn.Network.Id, cancellationToken)).Value;
        var progress = (await retention.ProgressAsync(turn.Network.Id, cancellationToken))?.Value;
        if (progress is null)
        {
            await due.LookAgainAsync(Subjects.Due(turn.Network.Id, Subjects.Retention, turn.Network.Id.Value), cancellationToken);
        }

        return new RetentionStanding(terms, progress, await DueAsync(turn, terms, progress, cancellationToken));
    }

    /// <summary>How many rows of what is changed the next deletion would delete; null where nothing is kept by it.</summary>
    public async Task<int?> DueOfAsync(Turn turn, RetentionChange change, CancellationToken cancellationToken) => change.Kind is { } kind
        ? (await DueAsync(turn, change.After, (await retention.ProgressAsync(turn.Network.Id, cancellationToken))?.Value, cancellationToken)).GetValueOrDefault(kind)
        : null;

    private Task<IReadOnlyDictionary<RetentionKind, int>> DueAsync(Turn turn, RetentionTerms terms, RetentionProgress? progress, CancellationToken cancellationToken) =>
        overdue.CountAsync(turn.Whole.Network, terms, progress?.Next ?? RetentionTerms.FirstRun(turn.Now, turn.Network.Zone), cancellationToken);
}
