using System;
using System.Diagnostics;

namespace Bot.Platform.Telemetry;

/// <summary>What the bot does, as spans of traces. They say what kind of work was done, how it ended and how long it took; never by whom, about what, or in which words.</summary>
/// <remarks>Without a listener, which only <see cref="TelemetryRegistration"/> brings, no span is made.</remarks>
internal static class Spans
{
    /// <summary>Name of the source, by which a listener asks for it.</summary>
    public const string SourceName = "Koordinationsbot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Whether anybody wants spans.</summary>
    public static bool AreWatched => Source.HasListeners();

    /// <summary>Begins a piece of work that belongs to no other. To be called from an asynchronous method, at whose end what was going on before goes on.</summary>
    /// <remarks>What the web server or the scheduler may have begun is left out: their spans hold addresses, and nobody collects them.</remarks>
    public static Activity? Root(string name)
    {
        if (!AreWatched)
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Server);
    }

    /// <summary>Begins a call to another service, within the work that is going on here.</summary>
    public static Activity? Call(string name) => Source.StartActivity(name, ActivityKind.Client);

    /// <summary>Marks the work as failed, by the kind of the fault alone: its message may hold anything.</summary>
    public static void Fail(Activity? span, string fault)
    {
        span?.SetTag(Tags.Error, fault);
        span?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>The kind of a fault, as OpenTelemetry's <c>error.type</c> has it.</summary>
    public static string KindOf(Exception fault) => fault.GetType().FullName ?? fault.GetType().Name;
}
