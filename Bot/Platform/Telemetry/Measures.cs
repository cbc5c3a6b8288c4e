using System.Diagnostics.Metrics;

namespace Bot.Platform.Telemetry;

/// <summary>Everything that is measured. The README explains each; a test compares.</summary>
internal static class Measures
{
    /// <summary>Name of the meter, by which a listener asks for it.</summary>
    public const string MeterName = "Koordinationsbot";

    private const string Seconds = "s";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>From half a millisecond, a read of the embedded store, to ten seconds.</summary>
    private static readonly InstrumentAdvice<double> Quick = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>From a second to a day: a bot that was off for a night is late by hours.</summary>
    private static readonly InstrumentAdvice<double> Slow = new()
    {
        HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21_600, 86_400],
    };

    private static readonly InstrumentAdvice<int> Calls = new() { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200] };

    /// <summary>How long a turn took, by its kind and how it ended. What was turned away before it began counts with 0.</summary>
    public static readonly Histogram<double> TurnDuration = Meter.CreateHistogram("bot.turn.duration", Seconds, "Duration of turns", tags: null, Quick);

    /// <summary>How often a turn asked the store, by command.</summary>
    public static readonly Histogram<int> TurnStoreCalls = Meter.CreateHistogram("bot.turn.store_calls", "{call}", "Calls of the store within a turn", tags: null, Calls);

    /// <summary>Votes that were stored, changed ones included. Of which ballot, and whether a secret one, is not said.</summary>
    public static readonly Counter<int> Votes = Meter.CreateCounter<int>("bot.votes", "{vote}", "Votes stored");

    /// <summary>Attempts to tell somebody something, by how they ended.</summary>
    public static readonly Counter<int> Deliveries = Meter.CreateCounter<int>("bot.deliveries", "{delivery}", "Attempts to deliver an announcement");

    /// <summary>How late subjects were looked at.</summary>
    public static readonly Histogram<double> DueLag = Meter.CreateHistogram("bot.due.lag", Seconds, "How late due work was looked at", tags: null, Slow);

    /// <summary>Due rows that were worked, by kind and outcome.</summary>
    public static readonly Counter<int> DueRows = Meter.CreateCounter<int>("bot.due.rows", "{row}", "Due rows worked");

    /// <summary>How long a sweep took, by how it ended.</summary>
    public static readonly Histogram<double> SweepDuration = Meter.CreateHistogram("bot.sweep.duration", Seconds, "Duration of sweeps", tags: null, Slow);

    /// <summary>How long the store took, by table, operation and outcome.</summary>
    public static readonly Histogram<double> StoreDuration = Meter.CreateHistogram("db.client.operation.duration", Seconds, "Duration of store calls", tags: null, Quick);

    /// <summary>How long the Connector took, by operation and status.</summary>
    public static readonly Histogram<double> ConnectorDuration =
        Meter.CreateHistogram("bot.connector.request.duration", Seconds, "Duration of requests to the Connector", tags: null, Quick);

    /// <summary>1 for each part of the bot that is ready, 0 for each that is not.</summary>
    public static readonly Gauge<int> Ready = Meter.CreateGauge<int>("bot.ready", unit: null, "Whether a part is ready");
}
