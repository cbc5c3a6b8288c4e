using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>"Los ziehen: Bernd Krüger", "Los ziehen Verein Brücke: Bernd Krüger": names who is to see the lot drawn that decides a tie.</summary>
internal sealed class NameWitnessCommand(OpenBallots open, BreakTieHandler handler, TieReply reply) : IPagedCommand
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
        var (title, name) = TieLine.Split(asked);
        var meant = OpenBallots.Named(waiting, title);
        if (meant.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoTieWaits));
        }

        if (meant is not [var one] || name.Length == 0)
        {
            return await BallotPages.OfAsync(turn, meant, view => Task.FromResult(TieCard.Render(turn.Reader, view, name)), Entry, asked, page);
        }

        var id = one.Record.Ballot.Id;
        Outcome<BallotRecord> outcome = PersonFinder.Named(turn.Network, name) is [var witness]
            ? await handler.NameWitnessAsync(turn, id, witness.Id, cancellationToken)
            : new Refusal(RefusalCode.WitnessUnknown);
        return await reply.AnswerAsync(turn, id, outcome, name, cancellationToken);
    }
}
