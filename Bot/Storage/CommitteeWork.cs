using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Storage;

/// <summary>What runs in a committee, so that it cannot end yet; and its ending.</summary>
internal sealed class CommitteeWork(NetworkStore networks, MeetingStore meetings, BallotStore ballots, ElectionStore elections, CommitteeGate gates)
{
    /// <summary>Looks. The gate is read first: if it can be closed afterwards, no meeting was called meanwhile.</summary>
    public async Task<RunningWork> RunningAsync(Network network, Committee committee, LocalDate today, CancellationToken cancellationToken)
    {
        var gate = await gates.ReadAsync(network.Id, committee.Id, cancellationToken);
        var standing = new List<LocalDate>();
        await foreach (var meeting in meetings.FromAsync(network.Id, today.PlusDays(-1), cancellationToken))
        {
            if (meeting.Committee == committee.Id && (meeting.State == MeetingState.InSession || (meeting.State == MeetingState.Invited && meeting.Day >= today)))
            {
                standing.Add(meeting.Day);
            }
        }

        var open = (await ballots.RunningAsync(network.Id, cancellationToken)).Where(ballot => ballot.Motion.Committee == committee.Id);
        var elected = (await elections.AllAsync(network.Id, cancellationToken)).Any(election => election.IsRunning && (election.Body == committee.Id || election.Committee == committee.Id));
        return new RunningWork(gate, standing, [.. open.Select(ballot => ballot.Motion.Title)], elected);
    }

    /// <summary>Ends a committee in which nothing runs: nobody sits in it and it has no room any more.</summary>
    /// <param name="snapshot">The network as it was read.</param>
    /// <param name="committee">Which.</param>
    /// <param name="work">What was seen to run: nothing.</param>
    /// <param name="change">By whom, and when.</param>
    /// <param name="day">The first day on which it is no more.</param>
    /// <param name="cancellationToken">Stops it before it counts.</param>
    /// <returns>False when a meeting was called, or the network has changed, since they were read; nothing counts, and it is to be looked at again.</returns>
    public async Task<bool> TryEndAsync(NetworkSnapshot snapshot, Committee committee, RunningWork work, NetworkChange change, LocalDate day, CancellationToken cancellationToken) =>
        await gates.TryCloseAsync(work.Gate, change.At, cancellationToken) && await networks.TryChangeAsync(snapshot, Ending(snapshot, committee, change, day), cancellationToken);

    /// <summary>The change that ends it.</summary>
    public static NetworkChange Ending(NetworkSnapshot snapshot, Committee committee, NetworkChange change, LocalDate day) => change with
    {
        Committees = [committee with { EndedOn = day }],
        Taken = [.. snapshot.Network.KnownSeats.Where(seat => seat.Committee == committee.Id)],
        Rooms = snapshot.Rooms.ContainsKey(committee.Id) ? new Dictionary<CommitteeId, string?> { [committee.Id] = null } : new Dictionary<CommitteeId, string?>(),
    };
}

/// <summary>What runs in a committee.</summary>
/// <param name="Gate">Its gate as it was before the look.</param>
/// <param name="Meetings">Days of meetings that go on or were called.</param>
/// <param name="Ballots">Titles of ballots that run.</param>
/// <param name="HasElection">Whether an election runs, of it or in it.</param>
internal sealed record RunningWork(CommitteeGate.PassedGate Gate, IReadOnlyList<LocalDate> Meetings, IReadOnlyList<string> Ballots, bool HasElection)
{
    /// <summary>Whether nothing runs.</summary>
    public bool IsNone => Meetings.Count == 0 && Ballots.Count == 0 && !HasElection;
}
