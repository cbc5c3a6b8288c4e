using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Linq;
using System.Runtime.ExceptionServices;
using NodaTime;

namespace Bot.Tests.Secrecy;

/// <summary>Listens to every meter and every source of activities of the process, and hears of every exception, also of those that are caught. Other tests run beside this one
/// and are heard too; what they say has nothing to do with anybody's choice.</summary>
internal sealed class EvidenceTelemetry : IDisposable
{
    /// <summary>What begins the category of each kind.</summary>
    public const string Metric = "metric ", Trace = "trace ", Thrown = "exception ";

    private readonly ConcurrentQueue<SeenLine> lines = new();
    private readonly MeterListener meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
    private readonly ActivityListener activities;

    public EvidenceTelemetry()
    {
        meters.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.Start();
        activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Ended,
        };
        ActivitySource.AddActivityListener(activities);
        AppDomain.CurrentDomain.FirstChanceException += Throws;
    }

    /// <summary>The clock the lines are stamped with.</summary>
    public Func<Instant> Now { get; set; } = () => Instant.MinValue;

    /// <summary>The lines so far; they are not told again.</summary>
    public IReadOnlyList<SeenLine> Take()
    {
        meters.RecordObservableInstruments();
        var taken = new List<SeenLine>();
        while (lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Throws;
        meters.Dispose();
        activities.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct =>
        lines.Enqueue(new SeenLine(Now(), Metric + instrument.Name, string.Create(CultureInfo.InvariantCulture, $"{value} {instrument.Unit} {string.Join(' ', tags.ToArray())}")));

    private void Ended(Activity activity) => lines.Enqueue(new SeenLine(
        Now(),
        Trace + activity.Source.Name,
        string.Join(' ', (object?[])[activity.OperationName, activity.DisplayName, activity.StatusDescription, .. activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)), .. activity.Baggage, .. activity.Events.Select(one => one.Name)])));

    private void Throws(object? sender, FirstChanceExceptionEventArgs thrown) => lines.Enqueue(new SeenLine(Now(), Thrown + thrown.Exception.GetType().Name, Words(thrown.Exception)));

    private static string Words(Exception exception) =>
        exception.Message + " " + string.Join(' ', exception.Data.Values.Cast<object?>()) + (exception.InnerException is { } inner ? " " + Words(inner) : string.Empty);
}
