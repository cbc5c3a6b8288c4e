using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Scheduling;

/// <summary>Looks at one kind of subject when a moment of it is due.</summary>
internal interface IDueHandler
{
    /// <summary>The kind of subject it looks at.</summary>
    string Kind { get; }

    /// <summary>A kind of subject after which it has to look as well: whenever one of that kind is due, the subject of the same identity and this handler's kind
    /// is too. So whoever follows what another feature stores needs nothing of that feature. Null for none.</summary>
    string? Follows => null;

    /// <summary>Looks at the subject as it is now and does what is still to be done. Looking twice, or in two places at once, must be harmless.</summary>
    /// <returns>The moment to look again, or null when nothing more is known to come.</returns>
    Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken);
}
