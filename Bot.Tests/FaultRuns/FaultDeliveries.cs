using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Deliveries;

namespace Bot.Tests.FaultRuns;

/// <summary>Compares what the Connector took with what the ledger says, and finds for each message nobody noted the kill that came between.</summary>
internal sealed class FaultDeliveries
{
    /// <summary>A connection is seen to end at most so long after its process died.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <param name="connector">What took the messages.</param>
    /// <param name="lines">The ledger.</param>
    /// <param name="kills">When processes were killed.</param>
    public FaultDeliveries(FaultConnector connector, IReadOnlyList<Delivery> lines, IReadOnlyCollection<(DateTimeOffset At, KillPhase Phase)> kills)
    {
        var noted = lines.Where(line => line.ActivityId is not null).ToDictionary(line => line.ActivityId!, StringComparer.Ordinal);
        var kinds = new Dictionary<(string Subject, string Words), string>();
        foreach (var message in connector.Taken.Where(message => noted.ContainsKey(message.Id)))
        {
            kinds[(message.Subject, message.Words)] = noted[message.Id].Kind;
        }

        var unnoted = connector.Taken.Where(message => !noted.ContainsKey(message.Id)).ToList();
        var causes = unnoted.Select(message => KillOf(connector.EndOf(message), kills)).ToList();
        Taken = connector.Taken.Count;
        Unnoted = unnoted.Count;
        BeforeAnswer = unnoted.Count(message => !message.IsAnswered);
        Hits = causes.OfType<DateTimeOffset>().Distinct().Count();
        Unexplained = causes.Count(cause => cause is null);
        Repeated = connector.Taken
            .GroupBy(message => (message.Conversation, message.Subject, kinds.GetValueOrDefault((message.Subject, message.Words), message.Words)))
            .Sum(thing => thing.Count() - 1);
        Longest = unnoted.Max(message => connector.EndOf(message) - message.At) ?? TimeSpan.Zero;
        Missing = lines.Count(line => line.State is DeliveryState.Sent && line.ActivityId is { } id && id != "1" && !connector.Taken.Any(message => message.Id == id));
    }

    /// <summary>Messages the Connector took.</summary>
    public int Taken { get; }

    /// <summary>Those whose taking nobody noted.</summary>
    public int Unnoted { get; }

    /// <summary>Those of them whose sender died before it was answered.</summary>
    public int BeforeAnswer { get; }

    /// <summary>Kills that came between taking and noting.</summary>
    public int Hits { get; }

    /// <summary>Messages that were not noted although their sender lived; must be 0.</summary>
    public int Unexplained { get; }

    /// <summary>Messages that said to a conversation what it had been told before.</summary>
    public int Repeated { get; }

    /// <summary>The longest time from taking a message to the death that kept it from being noted.</summary>
    public TimeSpan Longest { get; }

    /// <summary>Lines that say a message was sent which the Connector never took; must be 0.</summary>
    public int Missing { get; }

    private static DateTimeOffset? KillOf(DateTimeOffset? end, IReadOnlyCollection<(DateTimeOffset At, KillPhase Phase)> kills)
    {
        var before = kills.Select(kill => kill.At).Where(at => at <= end && end - at < Slack).ToList();
        return before.Count > 0 ? before.Max() : null;
    }
}
