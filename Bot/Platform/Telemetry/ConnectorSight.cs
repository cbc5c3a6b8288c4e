using System;
using System.Diagnostics;

namespace Bot.Platform.Telemetry;

/// <summary>What is seen of one request to the Connector: what was asked, which status came, how long it took. Where it went, and what it said, is not.</summary>
internal sealed class ConnectorSight : IDisposable
{
    private readonly string operation;
    private readonly TimeProvider time;
    private readonly Activity? span;
    private readonly long begun;
    private int status;
    private string fault = Tags.Stopped;

    private ConnectorSight(string operation, TimeProvider time)
    {
        (this.operation, this.time) = (operation, time);
        span = Spans.Call("connector " + operation);
        begun = time.GetTimestamp();
    }

    /// <summary>Begins to watch a request, within an asynchronous method; null while nobody does.</summary>
    public static ConnectorSight? Begin(string operation, TimeProvider time) =>
        Measures.ConnectorDuration.Enabled || Spans.AreWatched ? new ConnectorSight(operation, time) : null;

    /// <summary>The service answered.</summary>
    public void Answered(int code) => status = code;

    /// <summary>No answer came.</summary>
    /// <param name="reason">A word such as <c>TimedOut</c>.</param>
    public void Unanswered(string reason) => fault = reason;

    /// <summary>The request is over.</summary>
    public void Dispose()
    {
        var tags = new TagList { { Tags.ConnectorOperation, operation } };
        if (status == 0)
        {
            tags.Add(Tags.Error, fault);
            Spans.Fail(span, fault);
        }
        else
        {
            tags.Add(Tags.Status, status);
            span?.SetTag(Tags.Status, status).SetStatus(status >= 400 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }

        Measures.ConnectorDuration.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
        span?.SetTag(Tags.ConnectorOperation, operation);
        span?.Dispose();
    }
}
