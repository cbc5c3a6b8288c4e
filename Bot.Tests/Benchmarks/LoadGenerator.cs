using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>One of those who ask at the same time: what they ask next, and whether they were answered right.</summary>
internal interface ILoadClient
{
    /// <summary>Whether there is nothing left to ask.</summary>
    bool IsDone => false;

    /// <summary>The next request, ready to be sent.</summary>
    ReadOnlyMemory<byte> Next();

    /// <summary>Looks at the answer to the last request.</summary>
    /// <exception cref="WrongAnswerException">It is not what was to come.</exception>
    void Answered(int status, ReadOnlySpan<byte> body);
}

/// <summary>A measured server gave an answer it must not give; figures of it would mean nothing.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);

/// <summary>Asks over real HTTP on loopback, each client on a connection of its own, the next question as soon as the last is answered.</summary>
internal static class LoadGenerator
{
    /// <summary>How many ask at the same time.</summary>
    public const int InFlight = 16;

    /// <summary>How often each of those that are compared is measured, in turns, so that a disturbance meets all of them.</summary>
    public const int Rounds = 3;

    /// <summary>Length of one round.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for the runtime to have compiled the hot path for good.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>Lets all clients ask until the time is over.</summary>
    public static async Task<Measurement> RunAsync(
        ServerProcess server, IEnumerable<ILoadClient> clients, TimeSpan duration, CancellationToken cancellationToken)
    {
        var processor = server.ProcessorTime;
        var clock = Stopwatch.StartNew();
        var lanes = clients.Select(client => Task.Run(() => AskAsync(server.Address, client, clock, duration, cancellationToken), cancellationToken));
        var milliseconds = await Task.WhenAll(lanes);
        return new Measurement(clock.Elapsed, server.ProcessorTime - processor, [.. milliseconds.SelectMany(each => each).Order()]);
    }

    private static async Task<List<double>> AskAsync(
        Uri server, ILoadClient client, Stopwatch clock, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var lane = await HttpLane.OpenAsync(server, cancellationToken);
        var milliseconds = new List<double>();
        while (!client.IsDone && clock.Elapsed is var began && began < duration)
        {
            var status = await lane.SendAsync(client.Next(), cancellationToken);
            milliseconds.Add((clock.Elapsed - began).TotalMilliseconds);
            client.Answered(status, lane.Body);
        }

        return milliseconds;
    }
}
