using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;

namespace Bot.Features.Ballots;

/// <summary>Loads what ballot cards are drawn from. What never changes while a ballot runs is kept in memory, so that a vote costs two storage calls; a ballot of which it
/// is not settled whether it is secret never is.</summary>
internal sealed class BallotViews(BallotStore ballots, AdmissionStore admissions, ExpulsionStore expulsions, SecrecySettling secrecy)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(NetworkId Network, BallotId Ballot), BallotView> running = new();
    private readonly ConcurrentDictionary<(NetworkId Network, BallotId Ballot), ILookup<PersonId, VoterId>> actors = new();

    /// <summary>The ballot as it was when it was last read; the roll decides whether it still runs. Null when there is none.</summary>
    public async ValueTask<BallotView?> FindAsync(Network network, BallotId id, CancellationToken cancellationToken) =>
        running.TryGetValue((network.Id, id), out var known) && network.Committee(known.Record.Motion.Committee) is not null
            ? known with { Network = network }
            : await LoadAsync(network, id, cancellationToken);

    /// <summary>The ballot as it is now, or null when there is none.</summary>
    public async Task<BallotView?> LoadAsync(Network network, BallotId id, CancellationToken cancellationToken)
    {
        if (id.Value.Length == 0 || await ballots.FindAsync(network, id, cancellationToken) is not { } found)
        {
            return null;
        }

        var record = await secrecy.SettledAsync(network.Id, found, cancellationToken);
        var admission = record.Motion.IsOnAdmission
            ? (await admissions.FindAsync(network.Id, new AdmissionId(record.Motion.Case), cancellationToken))?.Value
            : null;
        var expulsion = record.Motion.IsOnExpulsionCase
            ? (await expulsions.FindAsync(network.Id, new ExpulsionId(record.Motion.Case), cancellationToken))?.Value
            : null;
        var view = new BallotView(network, record, admission is null ? null : AsOf(admission, record))
        {
            Expulsion = expulsion is null ? null : AsOf(expulsion, record),
            Before = record.Ballot.RepeatOf is { } before ? (await ballots.FindAsync(network, before, cancellationToken))?.Value : null,
        };
        if (record is { IsCounted: false, Ballot: { ClosedAt: null, Voided: null, Secrecy: not BallotSecrecy.OnRequest } } && running.Count < Most)
        {
            running[(network.Id, id)] = view;
        }
        else
        {
            running.TryRemove((network.Id, id), out _);
            actors.TryRemove((network.Id, id), out _);
        }

        return view;
    }

    /// <summary>For whom somebody acts by the roll of a running ballot, as far as it is known in memory; null where it is not.</summary>
    public IReadOnlyList<VoterId>? KnownVotersOf(BallotView view, PersonId person) =>
        actors.TryGetValue((view.Network.Id, view.Record.Ballot.Id), out var known) ? [.. known[person]] : null;

    /// <summary>For whom somebody acts by the roll. Who acts for whom never changes on a roll, so that of a running ballot it is read once.</summary>
    public async ValueTask<IReadOnlyList<VoterId>> VotersOfAsync(BallotView view, PersonId person, CancellationToken cancellationToken)
    {
        if (KnownVotersOf(view, person) is { } voters)
        {
            return voters;
        }

        var key = (view.Network.Id, view.Record.Ballot.Id);
        var roll = await ballots.RollAsync(key.Item1, key.Item2, cancellationToken);
        var read = roll.SelectMany(line => line.Value.Actors.Select(actor => (Actor: actor, line.Value.Voter))).ToLookup(pair => pair.Actor, pair => pair.Voter);
        if (running.ContainsKey(key))
        {
            actors[key] = read;
        }

        return [.. read[person]];
    }

    /// <summary>The case as a ballot's card tells of it: what another ballot decided later is on that one's card.</summary>
    private static Admission AsOf(Admission admission, BallotRecord record) =>
        record.Motion.Kind == MotionKind.Admission && record.Ballot.Id != admission.PlenaryBallot
            ? admission with { State = AdmissionState.Voting, Resolution = null }
            : admission;

    private static Expulsion AsOf(Expulsion expulsion, BallotRecord record) => record.Motion.Kind == MotionKind.Expulsion && record.Ballot.Id != expulsion.PlenaryBallot
        ? expulsion with { State = ExpulsionState.Voting, Resolution = null }
        : expulsion;

    /// <summary>The ballot as everybody in the room sees it.</summary>
    public async Task<BallotView?> LoadForRoomAsync(Network network, BallotId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(network, id, cancellationToken) is not { } view)
        {
            return null;
        }

        var roll = await ballots.RollAsync(network.Id, id, cancellationToken);
        var tally = Tally.Of([.. roll.Select(entry => entry.Value)]);
        return view with { Turnout = (tally.Cast, tally.Entitled) };
    }
}
