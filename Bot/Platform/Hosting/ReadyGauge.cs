using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Platform.Hosting;

/// <summary>Tells telemetry twice a minute which parts are ready, also where nobody probes. There only where metrics are sent.</summary>
internal sealed class ReadyGauge(Readiness readiness) : IHealthCheckPublisher
{
    /// <summary>Asks as a probe would; the report it is given is empty.</summary>
    public async Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        var answer = await readiness.AskAsync(cancellationToken);
        foreach (var part in readiness.Parts)
        {
            Measures.Ready.Record(answer.NotReady.Contains(part) ? 0 : 1, new KeyValuePair<string, object?>(Tags.Part, part));
        }
    }
}
