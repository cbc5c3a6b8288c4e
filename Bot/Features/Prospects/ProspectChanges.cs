using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Prospects;

/// <summary>Changes what is noted: load, decide, foresee when the coordinators are reminded, store. Whoever comes second decides again with what the first has stored.</summary>
internal sealed class ProspectChanges(ProspectStore prospects, DueTable due)
{
    /// <summary>Notes a new one.</summary>
    /// <returns>False when one of that name is there already; nothing was stored.</returns>
    public async Task<bool> TryAddAsync(Turn turn, Prospect prospect, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Due(turn, prospect.Id), Mornings(turn, prospect), cancellationToken);
        if (!await prospects.TryAddAsync(turn.Network.Id, prospect, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }

    /// <summary>Changes one.</summary>
    /// <param name="turn">Who changes it.</param>
    /// <param name="id">Which.</param>
    /// <param name="decide">Says what it is to be, or why not: the right of the sender first. Asked again when somebody was faster.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    /// <returns>The prospect as it is now, also where nothing changed; or why not.</returns>
    public Task<Outcome<Prospect>> ChangeAsync(Turn turn, ProspectId id, Func<Prospect, Outcome<Prospect>> decide, CancellationToken cancellationToken) => CaseChange.ApplyAsync(
        due,
        Due(turn, id),
        () => prospects.FindAsync(turn.Network.Id, id, cancellationToken),
        RefusalCode.ProspectNotFound,
        prospect => Task.FromResult(decide(prospect)),
        (found, changed) => prospects.TrySaveAsync(turn.Network.Id, found with { Value = changed }, cancellationToken),
        changed => Mornings(turn, changed),
        cancellationToken);

    /// <summary>Takes one off the list, with everything that is noted about it.</summary>
    /// <returns>The prospect as it was; refused with <see cref="RefusalCode.ProspectNotFound"/>, or <see cref="RefusalCode.ChangedMeanwhile"/> when somebody recorded something meanwhile.</returns>
    /// <param name="turn">Who does it.</param>
    /// <param name="id">Which.</param>
    /// <param name="shown">What they were shown: what somebody has recorded since is not thrown away unseen.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    public async Task<Outcome<Prospect>> RemoveAsync(Turn turn, ProspectId id, string shown, CancellationToken cancellationToken)
    {
        if (await prospects.FindAsync(turn.Network.Id, id, cancellationToken) is not { } found)
        {
            return new Refusal(RefusalCode.ProspectNotFound);
        }

        return PrintOf(found.Value) == shown && await prospects.TryRemoveAsync(turn.Network.Id, found, cancellationToken) ? found.Value : new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>What a card showed of a prospect, so that nothing is done to what looks otherwise by then.</summary>
    public static string PrintOf(Prospect prospect) => prospect.TouchedAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    private static DueSubject Due(Turn turn, ProspectId id) => Subjects.Due(turn.Network.Id, Subjects.Prospect, id.Value);

    /// <summary>When the coordinators may have to be reminded.</summary>
    private static IEnumerable<DateTimeOffset> Mornings(Turn turn, Prospect prospect) =>
        prospect.Details.FollowUp is { } day ? [turn.Network.Zone.AtLeniently(day + WakingHours.From).ToDateTimeOffset()] : [];
}
