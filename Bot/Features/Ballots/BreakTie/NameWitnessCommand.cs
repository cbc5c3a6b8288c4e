using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>"Los ziehen: Bernd Krüger", "Los ziehen Verein Brücke: Bernd Krüger": names who is to see the lot drawn that decides a tie.</summary>
internal sealed class NameWitnessCommand(OpenBallots open, BreakTieHandler handler, TieReply reply, IHandTies hands) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DrawLot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var waiting = (await open.UnsettledAsync(turn, cancellationToken))
            .Where(view => view.Record is { IsTieOpen: true, Result.Verdict: Verdict.Lot } && BallotRights.WhyNotLead(turn, view.Record.Ballot) is null).ToList();
        var (title, name) = TieTyping.Split(asked);
        var meant = OpenBallots.Named(waiting, title);
        var line = new TieLine(TieStep.NameWitness, title) { Said = name };
        return await TieTyping.OrHandsAsync(hands, turn, line, meant.Count == 0 ? null : isOnlyAsked => AnswerAsync(turn, meant, name, isOnlyAsked, (asked, page), cancellationToken), cancellationToken);
    }

    private async Task<Answer> AnswerAsync(
        Turn turn, IReadOnlyList<BallotView> meant, string name, bool isOnlyAsked, (string Asked, PageRequest Page) shown, CancellationToken cancellationToken)
    {
        if (isOnlyAsked || meant is not [var one] || name.Length == 0)
        {
            return await BallotPages.OfAsync(turn, meant, view => Task.FromResult(TieCard.Render(turn.Reader, view, name)), Entry, shown.Asked, shown.Page);
        }

        var id = one.Record.Ballot.Id;
        Outcome<BallotRecord> outcome = PersonFinder.Named(turn.Network, name) is [var witness]
            ? await handler.NameWitnessAsync(turn, id, witness.Id, cancellationToken)
            : new Refusal(RefusalCode.WitnessUnknown);
        return await reply.AnswerAsync(turn, id, outcome, name, cancellationToken);
    }
}
