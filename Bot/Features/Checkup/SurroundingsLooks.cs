using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Platform.Scheduling;
using Bot.Platform.Telemetry;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Features.Checkup;

/// <summary>The database of a shared clock, where there is one.</summary>
internal sealed class DatabaseLook(IOptions<SchedulingOptions> options) : ILook
{
    public Sentence Subject => Sentence.CheckupDatabase;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => options.Value.Postgres is not { Length: > 0 } database
        ? [new Finding(Gravity.LeftOut, Sentence.CheckupNotUsed)]
        : await SharedClock.FindFaultAsync(database, cancellationToken) is { } fault
            ? [new Finding(Gravity.Wrong, Sentence.CheckupDatabaseRefused, fault)]
            : [new Finding(Gravity.Fine, Sentence.CheckupDatabaseFine)];
}

/// <summary>The collector of telemetry, where there is one. The bot does its work without it.</summary>
internal sealed class CollectorLook(CollectorProbe probe) : ILook
{
    public Sentence Subject => Sentence.CheckupTelemetry;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => await probe.LookAsync(cancellationToken) switch
    {
        { Place: null } => [new Finding(Gravity.LeftOut, Sentence.CheckupNotUsed)],
        { Place: { } place, Trouble: { } trouble } => [new Finding(Gravity.Warning, Sentence.CheckupTelemetryAway, place, trouble)],
        { Place: { } place, Status: { } status and not (>= 200 and < 300) } => [new Finding(Gravity.Warning, Sentence.CheckupTelemetryRefused, place, status)],
        { Place: { } place } => [new Finding(Gravity.Fine, Sentence.CheckupTelemetryFine, place)],
    };
}

/// <summary>The ports the bot is to listen on.</summary>
internal sealed class PortLook(ListenProbe probe) : ILook
{
    public Sentence Subject => Sentence.CheckupPort;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(probe.Ports.Select(async port => Words(port, await ListenProbe.LookAsync(port, cancellationToken))));
        return found.Length > 0 ? found : [new Finding(Gravity.LeftOut, Sentence.CheckupNotUsed)];
    }

    private static Finding Words(int port, PortState state) => state switch
    {
        PortState.Free => new(Gravity.Fine, Sentence.CheckupPortFree, port.ToString(Reader.English.Culture)),
        PortState.Ours => new(Gravity.Fine, Sentence.CheckupPortOurs, port.ToString(Reader.English.Culture)),
        PortState.Taken => new(Gravity.Wrong, Sentence.CheckupPortTaken, port.ToString(Reader.English.Culture)),
        _ => new(Gravity.Wrong, Sentence.CheckupPortRefused, port.ToString(Reader.English.Culture)),
    };
}
