using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>Three processes on one store tell sixty people of a meeting, and one of them is killed while it does.</summary>
public sealed class SharedAnnouncementTests
{
    private const int Members = 60;
    private const int InFlight = 4;

    /// <summary>Who of the example network itself is invited beside them.</summary>
    private static readonly int Others = Bot.Features.ExampleNetwork.ExamplePeople.All.Count(person => person.Organization is not null);

    [Fact]
    public async Task Announcement_ByThreeOfWhichOneIsKilled_ReachesEachOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var group = await InstanceGroup.CreateAsync(Members, cancellation);
        await group.StartManyAsync(3, cancellation, "--Connector:InFlight=" + InFlight);
        var connector = group.Connector;
        connector.Holds = (_, words) => words.Contains("eingeladen", StringComparison.Ordinal) && connector.Messages.Count > 15;

        // A command at one instance, its button at the two others at the same time.
        await group.Channel.DeliverAsync(group.Channel.Says("katrin", $"Plenum am {InstanceGroup.DayAhead()} um 18 Uhr online: Haushalt"), cancellation);
        await group.Channel.SeesAsync("katrin", "Einladen", cancellation);
        connector.Shut();
        await group.Channel.DeliverTwiceAsync(group.Channel.Presses("katrin", "Einladen"), group.Running[1].Address, group.Running[2].Address, cancellation);
        Assert.Single(await MeetingsAsync(group, cancellation));

        // All three tell at once: each has as many at the gate as it may have under way.
        await connector.UntilAsync(() => connector.Waiting == 3 * InFlight, "all three tell", cancellation);
        await group.Running[2].Process.KillAsync();
        await connector.UntilAsync(() => connector.Waiting == 2 * InFlight, "the killed one's are gone", cancellation);
        connector.Open();
        await connector.UntilAsync(() => Told(connector) >= Members - InFlight, "the others are told", cancellation);

        // Two minutes pass for those the killed one had begun with.
        var left = await AgeAsync(group, cancellation);
        Assert.InRange(left, 1, InFlight);
        await connector.UntilAsync(() => Told(connector) == Members, "all are told", cancellation);
        Assert.All(Enumerable.Range(0, Members), member => Assert.Equal(1, connector.CountOf(GatedConnector.Personal(InstanceGroup.Member(member)), "eingeladen")));
    }

    private static int Told(GatedConnector connector) => Enumerable.Range(0, Members)
        .Count(member => connector.CountOf(GatedConnector.Personal(InstanceGroup.Member(member)), "eingeladen") > 0);

    private static async Task<List<MeetingId>> MeetingsAsync(InstanceGroup group, CancellationToken cancellationToken)
    {
        var meetings = new List<MeetingId>();
        await foreach (var row in group.Tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(InstanceGroup.Network.Value, "meeting|"), cancellationToken))
        {
            meetings.Add(new MeetingId(row.RowKey["meeting|".Length..]));
        }

        return meetings;
    }

    /// <summary>Lets the claims of the dead run out, and has the announcement looked at.</summary>
    /// <returns>How many there were.</returns>
    private static async Task<int> AgeAsync(InstanceGroup group, CancellationToken cancellationToken)
    {
        // What the living said a moment ago is written down first: only the claims of the dead are left.
        var claimed = new List<TableEntity>();
        var sent = 0;
        while (sent < Members + Others - InFlight || claimed.Count is 0 or > InFlight)
        {
            sent = 0;
            claimed.Clear();
            await foreach (var row in group.Tables.ScanAsync(DeliveryLedger.Table, string.Empty, cancellationToken))
            {
                sent += row.GetString("State") == nameof(DeliveryState.Sent) ? 1 : 0;
                if (row.GetString("State") == nameof(DeliveryState.Claimed))
                {
                    claimed.Add(row);
                }
            }
        }

        var aged = 0;
        foreach (var row in claimed)
        {
            row["LeaseUntil"] = TimeProvider.System.GetUtcNow();
            aged += await group.Tables.SubmitTransactionAsync(DeliveryLedger.Table, [TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed ? 1 : 0;
        }

        var due = new DueTable(group.Tables, new SweepSignal(), TimeProvider.System);
        foreach (var row in await due.OfNetworkAsync(InstanceGroup.Network.Value, cancellationToken))
        {
            await due.LookAgainAsync(row.Subject, cancellationToken);
        }

        return aged;
    }
}
