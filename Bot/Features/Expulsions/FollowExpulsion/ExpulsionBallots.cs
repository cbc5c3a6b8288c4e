using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>A ballot that has ended and was counted.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="DecidedAt">When that was decided: at its end, or when a tie was.</param>
/// <param name="Tie">How a tie was decided; null for most.</param>
internal sealed record CountedBallot(BallotResult Result, Instant DecidedAt, TieBreak? Tie = null);

/// <summary>Opens the two ballots of an expulsion and reads their results.</summary>
internal sealed class ExpulsionBallots(BallotStore ballots, BallotOpener opener, DueTable due)
{
    /// <summary>The board's result, or null while its ballot runs, waits for a tie to be decided, is void, or too few took part; opens the ballot if it is not open yet.
    /// A network without an advisory board, or with an empty one, recommends nothing.</summary>
    public Task<CountedBallot?> BoardResultAsync(Network network, Expulsion expulsion, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, expulsion, network.AdvisoryBoard, MotionKind.ExpulsionRecommendation, expulsion.BoardBallot, now, cancellationToken);

    /// <summary>The plenary's result, or null while its ballot runs, waits for a tie to be decided, or is void; opens the ballot if it is not open yet.</summary>
    public Task<CountedBallot?> PlenaryResultAsync(Network network, Expulsion expulsion, Instant now, CancellationToken cancellationToken) =>
        ResultAsync(network, expulsion, network.GeneralAssembly, MotionKind.Expulsion, expulsion.PlenaryBallot, now, cancellationToken);

    /// <summary>What the plenary has decided already; null for nothing. Opens no ballot.</summary>
    public async Task<CountedBallot?> DecidedAsync(Network network, Expulsion expulsion, CancellationToken cancellationToken) =>
        await ballots.FindAsync(network, expulsion.PlenaryBallot, cancellationToken) is { Value: var record } ? Counted(record, MotionKind.Expulsion) : null;

    /// <summary>Whether the board's ballot was counted and recommends nothing, and nobody has had it taken again.</summary>
    public async Task<bool> IsBoardWithoutResultAsync(NetworkId network, Expulsion expulsion, CancellationToken cancellationToken) =>
        expulsion.State == ExpulsionState.Consulting
        && await ballots.FindAsync(network, expulsion.BoardBallot, cancellationToken) is { Value: { Repeat: null, Ballot.Voided: null, Result.Verdict: Verdict.NoQuorum or Verdict.Repeat } };

    /// <summary>The case with the ballot that takes its current one again, once that is open; the same case when there is none.</summary>
    public async Task<Expulsion> WithRepeatAsync(Network network, Expulsion expulsion, CancellationToken cancellationToken) =>
        expulsion.CurrentBallot is { } current && await ballots.FindAsync(network, current, cancellationToken) is { Value.Repeat: { } repeat }
        && await ballots.FindAsync(network, repeat.Id, cancellationToken) is not null
            ? expulsion.Repeated(repeat.Id)
            : expulsion;

    /// <summary>The case ended before the plenary decided: a ballot on it that was not decided is void, so that nobody votes for nothing. Repeating it changes nothing.</summary>
    public async Task StopAsync(NetworkSnapshot snapshot, Expulsion expulsion, Instant now, CancellationToken cancellationToken)
    {
        var network = snapshot.Network.Id;
        var by = expulsion.End?.By ?? expulsion.ProposedBy;
        var reason = Messages.Get(Reader.For(snapshot.Language), expulsion.State == ExpulsionState.Left ? Sentence.ExpulsionLeftVoidReason : Sentence.WithdrawnVoidReason);
        foreach (var id in new[] { expulsion.BoardBallot, expulsion.PlenaryBallot })
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
    private static CountedBallot? Counted(BallotRecord record, MotionKind kind) =>
        record is { Result: { } result, Ballot.Voided: null } && result.Verdict.IsFinal() && (kind == MotionKind.Expulsion || result.Verdict != Verdict.NoQuorum)
            ? new CountedBallot(result, record.TieBreak is { } tie ? tie.DrawnAt ?? tie.At : record.Ballot.EndsAt, record.TieBreak)
            : null;

    private async Task<CountedBallot?> ResultAsync(
        Network network, Expulsion expulsion, Committee? committee, MotionKind kind, BallotId id, Instant now, CancellationToken cancellationToken)
    {
        if (await ballots.FindAsync(network, id, cancellationToken) is { Value: var running })
        {
            return Counted(running, kind);
        }

        if (committee is null || !HasVoters(network, expulsion, committee, kind))
        {
            return new CountedBallot(MajorityRule.Default.Decide(Tally.Of([])), now);
        }

        var motion = new Motion(kind, committee.Id, expulsion.Name, expulsion.Id.Value) { Text = expulsion.Reasons };
        var opens = committee.Rules.BallotOpensAt(kind, BallotMode.OverDays, now, network.Zone);
        var opening = Opening.Of(
            network, committee, motion, id, opens, committee.Rules.BallotClosesAt(opens, network.Zone),
            excluded: kind == MotionKind.Expulsion ? expulsion.Excluded(committee) : new Dictionary<VoterId, Exclusion>());
        await opener.OpenAsync(network.Id, opening, opens > now ? [opens] : [], cancellationToken);
        return null;
    }

    private static bool HasVoters(Network network, Expulsion expulsion, Committee committee, MotionKind kind)
    {
        var excluded = kind == MotionKind.Expulsion ? expulsion.Excluded(committee) : new Dictionary<VoterId, Exclusion>();
        foreach (var entry in network.Electorate(committee))
        {
            if (!excluded.ContainsKey(entry.Voter))
            {
                return true;
            }
        }

        return false;
    }
}
