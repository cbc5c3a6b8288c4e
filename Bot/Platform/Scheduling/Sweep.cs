using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Scheduling;

/// <summary>Reads what is due, has each subject looked at, and takes the rows away. Safe to run in several places at once.</summary>
internal sealed partial class Sweep(DueTable due, IEnumerable<IDueHandler> handlers, TimeProvider time, ILogger<Sweep> logger)
{
    private const int RowsAtOnce = 200;

    /// <summary>One run ends here even if more is due, so that a subject that is always due again cannot hold it for ever.</summary>
    private const int RowsInOneRun = 20_000;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IDueHandler> handlerOf = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>Works until nothing more is due, what looking made due included. A subject whose handler fails is looked at again after two minutes and holds nobody up.</summary>
    /// <returns>How many rows were due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var worked = 0;
        while (true)
        {
            var rows = await due.DueAsync(time.GetUtcNow(), RowsAtOnce, cancellationToken);
            foreach (var row in rows)
            {
                await LookAsync(row, cancellationToken);
            }

            worked += rows.Count;
            if (rows.Count == 0 || worked >= RowsInOneRun)
            {
                return worked;
            }
        }
    }

    private async Task LookAsync(DueRow row, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? again;
        try
        {
            again = handlerOf.TryGetValue(row.Subject.Kind, out var handler)
                ? await handler.LookAsync(row.Subject, now, cancellationToken)
                : throw new InvalidOperationException("Nobody looks at subjects of kind " + row.Subject.Kind + ".");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, failure, row.Subject.Kind, row.Subject.Id);
            again = now + Later;
        }

        if (again is { } moment)
        {
            await due.AddAsync(row.Subject, [moment > now ? moment : now + TimeSpan.FromSeconds(1)], cancellationToken);
        }

        await due.RemoveAsync(row, cancellationToken);
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Looking at {Kind} {Subject} failed; it is looked at again later")]
    private static partial void LogFailed(ILogger logger, Exception failure, string kind, string subject);
}
