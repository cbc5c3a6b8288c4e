using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Platform.Scheduling;

namespace Bot.Storage;

/// <summary>Changes a case about a membership, or about one that could be, that stands: load, decide, foresee, store, look. What follows is done by whoever looks at it.</summary>
internal static class CaseChange
{
    private const int Attempts = 5;

    /// <summary>Changes it.</summary>
    /// <param name="due">Where the look is foreseen.</param>
    /// <param name="subject">The case as it is looked at.</param>
    /// <param name="find">Reads it; null where there is none.</param>
    /// <param name="missing">What is said then.</param>
    /// <param name="decide">Says what it is to be, or why not: the right of the sender first. Asked again when somebody was faster.</param>
    /// <param name="trySave">Stores it, given as it was read and as it is to be; false when somebody was faster.</param>
    /// <param name="later">When it must be looked at besides, once it is what was decided; null for never.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by the look that was foreseen.</param>
    /// <returns>The case as it is now, also where nothing changed; or why not.</returns>
    public static async Task<Outcome<T>> ApplyAsync<T>(
        DueTable due, DueSubject subject, Func<Task<Stored<T>?>> find, RefusalCode missing, Func<T, Task<Outcome<T>>> decide, Func<Stored<T>, T, Task<bool>> trySave,
        Func<T, IEnumerable<DateTimeOffset>>? later, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await find() is not { } found)
            {
                return new Refusal(missing);
            }

            var outcome = await decide(found.Value);
            if (outcome is not Outcome<T>.Done(var changed) || changed.Equals(found.Value))
            {
                return outcome;
            }

            var foreseen = await due.ForeseeAsync(subject, later?.Invoke(changed) ?? [], cancellationToken);
            if (await trySave(found, changed))
            {
                await due.LookNowAsync(foreseen, cancellationToken);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
