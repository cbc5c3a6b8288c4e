using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>Each of three processes is replaced in turn while people write and vote.</summary>
public sealed class RollingUpdateTests
{
    private const int Members = 40;
    private const string Added = "steht auf der Tagesordnung";

    [Fact]
    public async Task Update_OfThreeInTurnWhileTurnsComeIn_LosesNoneAndAnswersNoneTwice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var group = await InstanceGroup.CreateAsync(Members, cancellation);
        await group.StartManyAsync(3, cancellation);
        await OpenAsync(group, cancellation);

        using var rolled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delivered = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var flows = new[] { FlowAsync(group, 0, delivered, rolled.Token), FlowAsync(group, 1, delivered, rolled.Token) };
        foreach (var (_, old) in group.Running.ToList())
        {
            await group.StartAsync(cancellation, "--Server:DrainSeconds=1");
            await old.SignalAsync("TERM");
            Assert.Equal(0, await old.EndsAsync(cancellation));
            group.Forget(old);
            await old.DisposeAsync();
        }

        await rolled.CancelAsync();
        await Task.WhenAll(flows);
        var connector = group.Connector;
        await connector.UntilAsync(() => delivered.All(one => Answers(connector, one.Key) >= one.Value), "every turn is answered", cancellation);
        foreach (var (_, last) in group.Running)
        {
            await last.SignalAsync("TERM");
        }

        Assert.All(await Task.WhenAll(group.Running.Select(one => one.Process.EndsAsync(cancellation))), code => Assert.Equal(0, code));
        Assert.NotEmpty(delivered);
        Assert.Equal(delivered.OrderBy(one => one.Key, StringComparer.Ordinal), delivered.Keys.Order(StringComparer.Ordinal).Select(who => KeyValuePair.Create(who, Answers(connector, who))));
        var roll = await VotesAsync(group, cancellation);
        Assert.Equal(delivered.Keys.Select(who => "o" + who).Order(StringComparer.Ordinal), roll);
    }

    /// <summary>Everybody in turn proposes an item once and then votes, again and again; every fifth thing is delivered to two instances.</summary>
    private static async Task FlowAsync(InstanceGroup group, int flow, ConcurrentDictionary<string, int> delivered, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var who = InstanceGroup.Member(((number * 2) + flow) % Members);
            var isItem = number < Members / 2;
            var activity = group.Channel.Says(who, isItem ? "TOP: Punkt von " + who : "Ja");
            await group.Channel.DeliverAsync(activity, CancellationToken.None);
            if (isItem && number % 5 == 0)
            {
                await group.Channel.DeliverAsync(activity, CancellationToken.None);
            }

            delivered.AddOrUpdate(who, 1, (_, before) => before + 1);
        }
    }

    private static int Answers(GatedConnector connector, string who) =>
        connector.CountOf(GatedConnector.Personal(who), Added) + connector.CountOf(GatedConnector.Personal(who), "gezählt");

    private static async Task OpenAsync(InstanceGroup group, CancellationToken cancellationToken)
    {
        var (connector, channel) = (group.Connector, group.Channel);
        var day = InstanceGroup.DayAhead();
        await channel.DeliverAsync(channel.Says("katrin", $"Plenum am {day} um 18 Uhr online"), cancellationToken);
        await channel.SeesAsync("katrin", "Einladen", cancellationToken);
        await channel.DeliverAsync(channel.Presses("katrin", "Einladen"), cancellationToken);
        await channel.DeliverAsync(channel.Says("katrin", $"Abstimmung Plenum: Mieten wir den Saal? bis {InstanceGroup.DayAhead(7)} 12 Uhr"), cancellationToken);
        await channel.SeesAsync("katrin", "Abstimmung eröffnen", cancellationToken);
        await channel.DeliverAsync(channel.Presses("katrin", "Abstimmung eröffnen"), cancellationToken);
        await connector.UntilAsync(() => Enumerable.Range(0, Members).All(member => connector.CountOf(GatedConnector.Personal(InstanceGroup.Member(member)), "Mieten wir") == 1), "everybody has the ballot", cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> VotesAsync(InstanceGroup group, CancellationToken cancellationToken)
    {
        var ballots = new BallotStore(group.Tables);
        var ballot = Assert.Single(await ballots.RunningAsync(InstanceGroup.Network, cancellationToken)).Ballot.Id;
        return [.. (await ballots.RollAsync(InstanceGroup.Network, ballot, cancellationToken)).Select(line => line.Value).Where(entry => entry.Vote is not null).Select(entry => entry.Voter.Value).Order(StringComparer.Ordinal)];
    }
}
