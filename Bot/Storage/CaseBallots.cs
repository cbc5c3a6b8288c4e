using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using NodaTime;

namespace Bot.Storage;

/// <summary>A ballot that has ended and was counted.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="DecidedAt">When that was decided: at its end, or when a tie was.</param>
/// <param name="Tie">How a tie was decided; null for most.</param>
internal sealed record CountedBallot(BallotResult Result, Instant DecidedAt, TieBreak? Tie = null);

/// <summary>The ballots of cases about memberships: the board's on its recommendation, the plenary's on the case itself.</summary>
internal sealed class CaseBallots(BallotStore ballots, BallotOpener opener, DueTable due)
{
    /// <summary>What a ballot came to; null while it runs, waits for a tie to be decided, is void, or too few of the board took part. Opens it if it is not open yet; a committee
    /// that is missing, or in which nobody has a vote, comes to nothing at once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="committee">Which votes; null where there is none.</param>
    /// <param name="motion">The motion of that committee.</param>
    /// <param name="excluded">Who of it has no vote, and why.</param>
    /// <param name="id">Identity of the ballot.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by calling again.</param>
    public async Task<CountedBallot?> ResultAsync(
        Network network, Committee? committee, Func<Committee, Motion> motion, Func<Committee, IReadOnlyDictionary<VoterId, Exclusion>> excluded, BallotId id, Instant now,
        CancellationToken cancellationToken)
    {
        if (await ballots.FindAsync(network, id, cancellationToken) is { Value: var record })
        {
            return Counted(record);
        }

        if (committee is null || excluded(committee) is var without && network.Electorate(committee).All(entry => without.ContainsKey(entry.Voter)))
        {
            return new CountedBallot(MajorityRule.Default.Decide(Tally.Of([])), now);
        }

        var moved = motion(committee);
        var opens = committee.Rules.BallotOpensAt(moved.Kind, BallotMode.OverDays, now, network.Zone);
        var opening = Opening.Of(network, committee, moved, id, opens, committee.Rules.BallotClosesAt(opens, network.Zone), excluded: without);
        await opener.OpenAsync(network.Id, opening, opens > now ? [opens] : [], cancellationToken);
        return null;
    }

    /// <summary>What a ballot has come to already; null for nothing. Opens none.</summary>
    public async Task<CountedBallot?> CountedAsync(Network network, BallotId id, CancellationToken cancellationToken) =>
        await ballots.FindAsync(network, id, cancellationToken) is { Value: var record } ? Counted(record) : null;

    /// <summary>Whether a ballot was counted and decided nothing, and nobody has had it taken again.</summary>
    public async Task<bool> IsWithoutResultAsync(NetworkId network, BallotId id, CancellationToken cancellationToken) =>
        await ballots.FindAsync(network, id, cancellationToken) is { Value: { Repeat: null, Ballot.Voided: null, Result.Verdict: Verdict.NoQuorum or Verdict.Repeat } };

    /// <summary>The ballot that takes another one again, once it is open; null while there is none.</summary>
    public async Task<BallotId?> RepeatOfAsync(Network network, BallotId? id, CancellationToken cancellationToken) =>
        id is { } current && await ballots.FindAsync(network, current, cancellationToken) is { Value.Repeat: { } repeat }
        && await ballots.FindAsync(network, repeat.Id, cancellationToken) is not null
            ? repeat.Id
            : null;

    /// <summary>The case ended before the plenary decided: a ballot on it that was not decided is void, so that nobody votes for nothing. Repeating it changes nothing.</summary>
    public async Task VoidAsync(NetworkId network, IEnumerable<BallotId> ids, PersonId by, string reason, Instant now, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            while (await ballots.FindAsync(network, id, cancellationToken) is { Value.PapersRemain: false } found
                && found.Value.With(found.Value.Ballot.Void(by, reason, found.Value.Result, now)) is Outcome<BallotRecord>.Done(var stopped) && stopped != found.Value)
            {
                var foreseen = await due.ForeseeAsync(Subjects.Due(network, Subjects.Ballot, id.Value), [], cancellationToken);
                if (await ballots.TrySaveAsync(network, found with { Value = stopped }, cancellationToken))
                {
                    await due.LookNowAsync(foreseen, cancellationToken);
                }
            }
        }
    }

    /// <summary>Too few of the board is no recommendation; too few of the plenary is a result.</summary>
    private static CountedBallot? Counted(BallotRecord record) =>
        record is { Result: { } result, Ballot.Voided: null } && result.Verdict.IsFinal()
        && (result.Verdict != Verdict.NoQuorum || record.Motion.Kind is not (MotionKind.AdmissionRecommendation or MotionKind.ExpulsionRecommendation))
            ? new CountedBallot(result, record.TieBreak is { } tie ? tie.DrawnAt ?? tie.At : record.Ballot.EndsAt, record.TieBreak)
            : null;
}
