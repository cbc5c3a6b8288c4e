using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>A ballot as it is after a decision.</summary>
/// <param name="Record">The ballot.</param>
/// <param name="Lines">Lines of its roll that changed with it, at most <see cref="BallotStore.MostAsking"/>, each with the version it was read in.</param>
internal sealed record ChangedBallot(BallotRecord Record, IReadOnlyList<Stored<RollEntry>> Lines)
{
    /// <summary>Lets a decision return the ballot alone, where no line changed.</summary>
    public static implicit operator ChangedBallot(BallotRecord record) => new(record, []);
}

/// <summary>Changes a ballot that stands: load, decide, foresee, store, look. What follows is done by whoever looks at it. Stored on the version that was read, so whoever
/// comes first has done it, and the others decide anew on what stands then.</summary>
internal sealed class BallotChanges(BallotStore ballots, BallotViews views, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>Those who ask for secrecy at the same moment meet on the ballot's version; many may.</summary>
    private const int AttemptsOfMany = 50;

    /// <summary>Changes it and has it looked at, and where its result changes, also what follows from that.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="id">The ballot.</param>
    /// <param name="decide">Says what it is to be, or why not: the right of the sender first. Asked again when somebody was faster.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by the look that was foreseen.</param>
    /// <returns>The ballot as it is now, also where nothing changed; or why not.</returns>
    public Task<Outcome<BallotRecord>> ApplyAsync(
        Turn turn, BallotId id, Func<BallotRecord, Task<Outcome<BallotRecord>>> decide, CancellationToken cancellationToken) => TryAsync(
        turn, id, Attempts, async record => await decide(record) switch
        {
            Outcome<BallotRecord>.Done(var changed) => (ChangedBallot)changed,
            Outcome<BallotRecord>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        (before, changed) => StoreAndLookAsync(turn, before, changed.Record, cancellationToken), cancellationToken);

    /// <inheritdoc cref="ApplyAsync(Turn, BallotId, Func{BallotRecord, Task{Outcome{BallotRecord}}}, CancellationToken)"/>
    public Task<Outcome<BallotRecord>> ApplyAsync(Turn turn, BallotId id, Func<BallotRecord, Outcome<BallotRecord>> decide, CancellationToken cancellationToken) =>
        ApplyAsync(turn, id, record => Task.FromResult(decide(record)), cancellationToken);

    /// <summary>Changes it together with lines of its roll. Nothing follows from that.</summary>
    /// <inheritdoc cref="ApplyAsync(Turn, BallotId, Func{BallotRecord, Task{Outcome{BallotRecord}}}, CancellationToken)"/>
    public Task<Outcome<BallotRecord>> ApplyTogetherAsync(
        Turn turn, BallotId id, Func<BallotRecord, Task<Outcome<ChangedBallot>>> decide, CancellationToken cancellationToken) => TryAsync(
        turn, id, AttemptsOfMany, decide, (before, changed) => ballots.TryAskAsync(turn.Network.Id, before with { Value = changed.Record }, changed.Lines, cancellationToken), cancellationToken);

    private async Task<Outcome<BallotRecord>> TryAsync(
        Turn turn, BallotId id, int attempts, Func<BallotRecord, Task<Outcome<ChangedBallot>>> decide, Func<Stored<BallotRecord>, ChangedBallot, Task<bool>> store,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if (id.Value.Length == 0 || await ballots.FindAsync(turn.Network, id, cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.BallotNotFound);
            }

            var outcome = await decide(found.Value);
            if (outcome is not Outcome<ChangedBallot>.Done(var changed))
            {
                return ((Outcome<ChangedBallot>.Refused)outcome).Why;
            }

            if ((changed.Record == found.Value && changed.Lines.Count == 0) || await store(found, changed))
            {
                return changed.Record;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private async Task<bool> StoreAndLookAsync(Turn turn, Stored<BallotRecord> before, BallotRecord changed, CancellationToken cancellationToken)
    {
        var network = turn.Network.Id;
        var foreseen = await due.ForeseeAsync(Subjects.Due(network, Subjects.Ballot, changed.Ballot.Id.Value), [], cancellationToken);
        var following = changed.Result != before.Value.Result && !changed.IsTieOpen && Subjects.Following(network, changed) is { } follower
            ? await due.ForeseeAsync(follower, [], cancellationToken)
            : null;
        if (!await ballots.TrySaveAsync(network, before with { Value = changed }, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        if (following is not null)
        {
            await due.LookNowAsync(following, cancellationToken);
        }

        await views.LoadAsync(turn.Network, changed.Ballot.Id, cancellationToken);
        return true;
    }
}
