using System;
using System.Buffers.Text;
using System.Threading;

namespace Bot.Tests.Benchmarks;

/// <summary>A request whose activity gets another id each time it is sent, as in Teams: the bot takes the same id for the same activity delivered twice.</summary>
internal sealed class NumberedRequest
{
    /// <summary>Where the number stands in an activity's id.</summary>
    public const string Place = "f:0000000000";

    private static readonly byte[] PlaceBytes = System.Text.Encoding.ASCII.GetBytes(Place);

    private static int last;

    private readonly byte[] request;
    private readonly int at;

    /// <param name="body">The activity; its id begins with <see cref="Place"/>.</param>
    /// <param name="authorization">The Authorization header; null for none.</param>
    public NumberedRequest(byte[] body, string? authorization = null)
    {
        request = HttpLane.Post(BenchNetwork.Path, body, authorization);
        at = request.AsSpan().IndexOf(PlaceBytes) + "f:".Length;
        if (at < "f:".Length)
        {
            throw new ArgumentException("The activity has no place for a number.", nameof(body));
        }
    }

    /// <summary>The request with the next number; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        Utf8Formatter.TryFormat(Interlocked.Increment(ref last), request.AsSpan(at, 10), out _, new System.Buffers.StandardFormat('D', 10));
        return request;
    }
}
