using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Admissions;

/// <summary>Changes an admission case that stands: load, decide, foresee, store, look. What follows is done by whoever looks at it.</summary>
internal sealed class AdmissionChanges(AdmissionStore admissions, DueTable due)
{
    /// <summary>Changes it.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="decide">Says what it is to be, or why not: the right of the sender first. Asked again when somebody was faster.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by the look that was foreseen.</param>
    /// <returns>The case as it is now, also where nothing changed; or why not.</returns>
    public async Task<Outcome<Admission>> ApplyAsync(Turn turn, AdmissionId id, Func<Admission, Task<Outcome<Admission>>> decide, CancellationToken cancellationToken) => id.Value.Length == 0
        ? new Refusal(RefusalCode.AdmissionNotFound)
        : await CaseChange.ApplyAsync(
            due,
            Subjects.Due(turn.Network.Id, Subjects.Admission, id.Value),
            () => admissions.FindAsync(turn.Network.Id, id, cancellationToken),
            RefusalCode.AdmissionNotFound,
            decide,
            (found, changed) => admissions.TrySaveAsync(turn.Network.Id, found with { Value = changed.Since(found.Value, turn.Now) }, cancellationToken),
            later: null,
            cancellationToken);
}
