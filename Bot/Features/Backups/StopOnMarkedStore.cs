using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Features.Backups;

/// <summary>Ends a bot that still runs on a store whose rows are being moved to another. A due row stands for it, so that asking costs nothing as long as nothing moves,
/// and every instance learns of it with its next sweep, within a minute.</summary>
internal sealed partial class StopOnMarkedStore(ITableStore tables, IHostApplicationLifetime lifetime, ILogger<StopOnMarkedStore> logger) : IDueHandler
{
    /// <inheritdoc/>
    public string Kind => Subjects.Store;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await StoreMark.FindAsync(tables, cancellationToken) is not { } mark)
        {
            return null;
        }

        LogStops(logger, mark.State, mark.Place);
        lifetime.StopApplication();
        // The other instances are to see it too.
        return now;
    }

    [LoggerMessage(EventId = 3050, Level = LogLevel.Critical, Message = "This store may not be worked on any more ({State}, the other store is {Place}); the bot ends")]
    private static partial void LogStops(ILogger logger, StoreMarkState state, string place);
}
