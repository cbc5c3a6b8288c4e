using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Ballots.CastVote;

/// <summary>A vote as it came.</summary>
/// <param name="Ballot">On which ballot.</param>
/// <param name="Voter">For whom, when the card says; null to find out from the sender.</param>
/// <param name="Sender">Who casts it; the sender the channel vouches for.</param>
/// <param name="Paper">The choice.</param>
/// <param name="At">When it arrived.</param>
internal sealed record CastVoteCommand(BallotId Ballot, VoterId? Voter, PersonId Sender, BallotPaper Paper, Instant At);

/// <summary>How a vote went.</summary>
internal abstract record CastVoteResult
{
    private CastVoteResult()
    {
    }

    /// <summary>Stored; <paramref name="IsNew"/> is false when the same vote stood there already.</summary>
    public sealed record Counted(BallotView View, RollEntry Entry, bool IsNew) : CastVoteResult
    {
        /// <summary>All lines of a sender who acts for several voters; empty for others.</summary>
        public IReadOnlyList<RollEntry> Lines { get; init; } = [];
    }

    /// <summary>The sender acts for several voters and must say for which.</summary>
    public sealed record AskVoter(BallotView View, IReadOnlyList<VoterId> Voters) : CastVoteResult
    {
        /// <summary>The lines of those voters as far as they were looked up.</summary>
        public IReadOnlyList<RollEntry> Lines { get; init; } = [];
    }

    /// <summary>Not taken; with the ballot as it stands for somebody who is on its roll.</summary>
    public sealed record Refused(Refusal Why, BallotView? View = null) : CastVoteResult;
}

/// <summary>Casts a vote: load the voter's line, decide, store it on the version that was read; again when somebody was faster.
/// Two storage calls when the ballot is known.</summary>
internal sealed class CastVoteHandler(BallotViews views, BallotStore ballots)
{
    private const int Attempts = 10;

    /// <summary>Casts the vote. Casting it twice counts it once.</summary>
    public async Task<CastVoteResult> HandleAsync(Network network, CastVoteCommand command, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(network, command.Ballot, cancellationToken) is not { } view)
        {
            return new CastVoteResult.Refused(new Refusal(RefusalCode.BallotNotFound));
        }

        var voters = command.Voter is { } named ? [named] : await VotersOfAsync(view, command.Sender, cancellationToken);
        return voters.Count switch
        {
            0 => new CastVoteResult.Refused(new Refusal(RefusalCode.NotEntitledToVote)),
            1 => await WithLinesAsync(await CastAsync(view, voters[0], command, cancellationToken), command.Sender, cancellationToken),
            _ => await WithLinesAsync(new CastVoteResult.AskVoter(view, voters), command.Sender, cancellationToken),
        };
    }

    /// <summary>Who acts for several voters, and only they, are shown all their votes; that costs another look at the roll.</summary>
    private async Task<CastVoteResult> WithLinesAsync(CastVoteResult result, PersonId sender, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case CastVoteResult.Counted counted when counted.Entry.Reason == EntitlementReason.MemberOrganization && counted.View.Network.RepresentedBy(sender).Skip(1).Any():
                return counted with { Lines = await LinesAsync(counted.View, sender, cancellationToken) };
            case CastVoteResult.AskVoter ask:
                return ask with { Lines = await LinesAsync(ask.View, sender, cancellationToken) };
            default:
                return result;
        }
    }

    /// <summary>For whom the sender may vote, by the roll.</summary>
    /// <returns>The question, even where there is only one answer; or a refusal.</returns>
    public async Task<CastVoteResult> AskAsync(Network network, BallotId ballot, PersonId sender, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(network, ballot, cancellationToken) is not { } view)
        {
            return new CastVoteResult.Refused(new Refusal(RefusalCode.BallotNotFound));
        }

        return await LinesAsync(view, sender, cancellationToken) is { Count: > 0 } lines
            ? new CastVoteResult.AskVoter(view, [.. lines.Select(line => line.Voter)]) { Lines = lines }
            : new CastVoteResult.Refused(new Refusal(RefusalCode.NotEntitledToVote));
    }

    private async Task<CastVoteResult> CastAsync(BallotView view, VoterId voter, CastVoteCommand command, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ballots.FindEntryAsync(view.Network.Id, command.Ballot, voter, cancellationToken) is not { } found
                || (command.Voter is null && !found.Value.HasActor(command.Sender)))
            {
                return await ByRollAsync(view, command, cancellationToken);
            }

            if (found.Value.Frozen)
            {
                view = await views.LoadAsync(view.Network, command.Ballot, cancellationToken) ?? view;
            }

            var outcome = view.Record.Ballot.Cast(found.Value, command.Sender, command.Paper, command.At);
            if (outcome is not Outcome<RollEntry>.Done(var entry))
            {
                return new CastVoteResult.Refused(((Outcome<RollEntry>.Refused)outcome).Why, view);
            }

            if (ReferenceEquals(entry, found.Value))
            {
                return new CastVoteResult.Counted(view, entry, IsNew: false);
            }

            if (await ballots.TryCastAsync(view.Network.Id, view.Record.Ballot, found with { Value = entry }, command.Paper, cancellationToken))
            {
                return new CastVoteResult.Counted(view, entry, IsNew: true);
            }
        }

        return new CastVoteResult.Refused(new Refusal(RefusalCode.ChangedMeanwhile));
    }

    /// <summary>The voter is not on the roll, or not to be acted for. Where the card named none the hint was wrong: somebody acts for others by now
    /// than when the ballot opened, and the roll knows for whom.</summary>
    private async Task<CastVoteResult> ByRollAsync(BallotView view, CastVoteCommand command, CancellationToken cancellationToken)
    {
        var voters = command.Voter is null ? await views.VotersOfAsync(view, command.Sender, cancellationToken) : [];
        return voters.Count switch
        {
            0 => new CastVoteResult.Refused(new Refusal(RefusalCode.NotEntitledToVote)),
            1 => await CastAsync(view, voters[0], command with { Voter = voters[0] }, cancellationToken),
            _ => new CastVoteResult.AskVoter(view, voters),
        };
    }

    /// <summary>For whom the sender acts. The network as it is now is only a hint; the roll decides, so it is searched when the hint is not plain. Once it was, it is known.</summary>
    private async ValueTask<IReadOnlyList<VoterId>> VotersOfAsync(BallotView view, PersonId sender, CancellationToken cancellationToken) =>
        views.KnownVotersOf(view, sender) ?? (Hint(view, sender) is { Count: 1 } hinted ? hinted : await views.VotersOfAsync(view, sender, cancellationToken));

    /// <summary>By whose votes such a ballot is taken now.</summary>
    private static IReadOnlyList<VoterId> Hint(BallotView view, PersonId sender)
    {
        var motion = view.Record.Motion;
        var committee = view.Network.Committee(motion.Committee);
        var right = motion.Kind == MotionKind.Poll ? VotingRight.MembersInPerson : committee?.Rules.DecisionOn(motion.Kind).VotingRight ?? VotingRight.ByCommittee;
        return right == VotingRight.MemberOrganizations || (right == VotingRight.ByCommittee && committee?.Kind == CommitteeKind.GeneralAssembly)
            ? [.. view.Network.RepresentedBy(sender).Select(organization => new VoterId(organization.Id.Value))]
            : [new VoterId(sender.Value)];
    }

    private async Task<IReadOnlyList<RollEntry>> LinesAsync(BallotView view, PersonId sender, CancellationToken cancellationToken)
    {
        var roll = await ballots.RollAsync(view.Network.Id, view.Record.Ballot.Id, cancellationToken);
        return [.. roll.Select(entry => entry.Value).Where(entry => entry.HasActor(sender))];
    }
}
