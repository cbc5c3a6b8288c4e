using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>Knows something about a date before a meeting is called for it. Somebody waits for it, so it says soon what it knows, or nothing.</summary>
internal interface IDateHint
{
    /// <summary>What is to be said of the date.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="snapshot">The network.</param>
    /// <param name="committee">Whose meeting it would be.</param>
    /// <param name="start">Local time.</param>
    /// <param name="end">Local time, after <paramref name="start"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Lines of Markdown; none where nothing is known. Never who, never why.</returns>
    Task<IReadOnlyList<string>> SayAsync(
        Reader reader, NetworkSnapshot snapshot, Committee committee, LocalDateTime start, LocalDateTime end, CancellationToken cancellationToken);
}
