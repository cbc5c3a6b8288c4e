using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>Opens the two ballots of an expulsion and reads their results.</summary>
internal sealed class ExpulsionBallots(CaseBallots ballots)
{
    /// <summary>The board's result, or null while its ballot runs, waits for a tie to be decided, is void, or too few took part; opens the ballot if it is not open yet.
    /// A network without an advisory board, or with an empty one, recommends nothing.</summary>
    public Task<CountedBallot?> BoardResultAsync(Network network, Expulsion expulsion, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, expulsion, network.AdvisoryBoard, MotionKind.ExpulsionRecommendation, expulsion.BoardBallot, now, cancellationToken);

    /// <summary>The plenary's result, or null while its ballot runs, waits for a tie to be decided, or is void; opens the ballot if it is not open yet.</summary>
    public Task<CountedBallot?> PlenaryResultAsync(Network network, Expulsion expulsion, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, expulsion, network.GeneralAssembly, MotionKind.Expulsion, expulsion.PlenaryBallot, now, cancellationToken);

    /// <summary>What the plenary has decided already; null for nothing. Opens no ballot.</summary>
    public Task<CountedBallot?> DecidedAsync(Network network, Expulsion expulsion, CancellationToken cancellationToken) =>
        ballots.CountedAsync(network, expulsion.PlenaryBallot, cancellationToken);

    /// <summary>Whether the board's ballot was counted and recommends nothing, and nobody has had it taken again.</summary>
    public async Task<bool> IsBoardWithoutResultAsync(NetworkId network, Expulsion expulsion, CancellationToken cancellationToken) =>
        expulsion.State == ExpulsionState.Consulting && await ballots.IsWithoutResultAsync(network, expulsion.BoardBallot, cancellationToken);

    /// <summary>The case with the ballot that takes its current one again, once that is open; the same case when there is none.</summary>
    public async Task<Expulsion> WithRepeatAsync(Network network, Expulsion expulsion, CancellationToken cancellationToken) =>
        await ballots.RepeatOfAsync(network, expulsion.CurrentBallot, cancellationToken) is { } repeat ? expulsion.Repeated(repeat) : expulsion;

    /// <summary>The motion was taken back, or the organization left: a ballot on it that was not decided is void. Repeating it changes nothing.</summary>
    public Task StopAsync(NetworkSnapshot snapshot, Expulsion expulsion, Instant now, CancellationToken cancellationToken) => ballots.VoidAsync(
        snapshot.Network.Id,
        [expulsion.BoardBallot, expulsion.PlenaryBallot],
        expulsion.End?.By ?? expulsion.ProposedBy,
        expulsion.State == ExpulsionState.Left ? VoidWords.ByLeaving : VoidWords.ByWithdrawal,
        now,
        cancellationToken);

    private Task<CountedBallot?> ResultAsync(
        Network network, Expulsion expulsion, Committee? committee, MotionKind kind, BallotId id, Instant now, CancellationToken cancellationToken) => ballots.ResultAsync(
        network,
        committee,
        voting => new Motion(kind, voting.Id, expulsion.Name, expulsion.Id.Value) { Text = expulsion.Reasons },
        voting => kind == MotionKind.Expulsion ? expulsion.Excluded(voting) : ImmutableDictionary<VoterId, Exclusion>.Empty,
        id,
        now,
        cancellationToken);
}
