using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Benchmarks;

namespace Bot.Tests.FaultRuns;

/// <summary>Looks at what is stored, and compares it with what people were told.</summary>
internal sealed class FaultAudit(ITableStore tables)
{
    /// <summary>What is due within this time is still under way; the next thing planned is months away.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    private readonly DueTable due = new(tables, new SweepSignal(), TimeProvider.System);
    private readonly DeliveryLedger ledger = new(tables, TimeProvider.System);

    /// <summary>Whether nothing is under way any more. Claims that dead processes left on what is not to be said any more, as on an invitation after a move, stay as they are.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken cancellationToken) =>
        await due.NextAsync(cancellationToken) is not { } next || next > TimeProvider.System.GetUtcNow() + Soon;

    /// <summary>Dates back, while no bot runs, what dead ones left behind: their leases, and the looks they foresaw.</summary>
    public async Task DateBackAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ScanAsync(DeliveryLedger.Table, string.Empty, cancellationToken))
        {
            if (row.GetString("State") == nameof(DeliveryState.Claimed))
            {
                row["LeaseUntil"] = TimeProvider.System.GetUtcNow().AddSeconds(-1);
                await tables.SubmitTransactionAsync(DeliveryLedger.Table, [TableTransactionAction.Update(row)], cancellationToken);
            }
        }

        foreach (var row in await due.DueAsync(TimeProvider.System.GetUtcNow() + Soon, 1000, cancellationToken))
        {
            await due.LookAgainAsync(row.Subject, cancellationToken);
            await due.RemoveAsync(row, cancellationToken);
        }
    }

    /// <summary>All lines of the ledger.</summary>
    public async Task<IReadOnlyList<Delivery>> LinesAsync(CancellationToken cancellationToken)
    {
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.ScanAsync(DeliveryLedger.Table, string.Empty, cancellationToken))
        {
            subjects.Add(row.PartitionKey);
        }

        var lines = new List<Delivery>();
        foreach (var subject in subjects)
        {
            await foreach (var line in ledger.AboutAsync(subject, cancellationToken))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>The roll of the ballot everybody votes in.</summary>
    public async Task<IReadOnlyList<RollEntry>> RollAsync(CancellationToken cancellationToken) =>
        [.. (await new BallotStore(tables).RollAsync(BenchNetwork.Id, BenchNetwork.Ballot, cancellationToken)).Select(line => line.Value)];

    /// <summary>What is wrong with the register, or with what was acknowledged to the coordinator; and how many entries it has.</summary>
    public async Task<(IReadOnlyList<string> Faults, int Entries)> RegisterAsync(FaultCoordinator coordinator, CancellationToken cancellationToken)
    {
        var (faults, ballots) = (new List<string>(), new BallotStore(tables));
        var content = await new ResolutionStore(tables).ContentAsync(BenchNetwork.Id, cancellationToken);
        if (RegisterInspection.FirstFault(content) is { } fault)
        {
            faults.Add("register: " + fault);
        }

        var entries = content.Rows.Select(row => row.Entry?.Title).ToList();
        faults.AddRange(entries.GroupBy(title => title, StringComparer.Ordinal).Where(title => title.Count() > 1).Select(title => $"register: {title.Count()} entries of {title.Key}"));
        foreach (var id in coordinator.Ended)
        {
            if (await ballots.FindAsync(BenchNetwork.Id, id, cancellationToken) is not { Value: { Resolution: not null } record })
            {
                faults.Add($"ballot {id} was ended and has no resolution");
            }
            else if (entries.Count(title => title?.Contains(record.Motion.Title, StringComparison.Ordinal) == true) != 1)
            {
                faults.Add($"ballot {id} is not once in the register");
            }
        }

        return (faults, entries.Count);
    }

    /// <summary>Who was not told of what was begun: of a meeting its date as it is now, of a ballot that is open the ballot.</summary>
    /// <param name="coordinator">Who began it.</param>
    /// <param name="told">Keys of everybody's conversations.</param>
    /// <param name="lines">The ledger.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<string>> UntoldAsync(FaultCoordinator coordinator, IReadOnlyList<string> told, IReadOnlyList<Delivery> lines, CancellationToken cancellationToken)
    {
        var sent = lines.Where(line => line.State is DeliveryState.Sent).Select(line => (line.Subject, line.Kind, line.Audience)).ToHashSet();
        var untold = new List<string>();
        foreach (var id in coordinator.Meetings)
        {
            var subject = Subjects.Filed(BenchNetwork.Id, Subjects.Meeting, id.Value);
            var meeting = await new MeetingStore(tables).FindAsync(BenchNetwork.Id, id, cancellationToken);
            untold.AddRange(meeting is not { Value: var stored }
                ? [$"meeting {id} was called and is not stored"]
                : told.Where(key => !sent.Contains((subject, MeetingMessages.NewsKind(stored), key))).Select(key => $"meeting {id}: {key}"));
        }

        foreach (var id in coordinator.Ballots)
        {
            var subject = Subjects.Filed(BenchNetwork.Id, Subjects.Ballot, id.Value);
            untold.AddRange(told.Where(key => !sent.Contains((subject, "ballot", key))).Select(key => $"ballot {id}: {key}"));
        }

        return untold;
    }
}
