using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>"Ich bezeuge das Los": the named witness is present, and the lot is drawn. In 1:1 only.</summary>
internal sealed class WitnessLotCommand(BallotStore ballots, BreakTieHandler handler, TieReply reply, IHandTies hands) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.WitnessLot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.VoteInPrivate));
        }

        var asked = (await ballots.UnsettledAsync(turn.Network, cancellationToken))
            .Where(record => record is { IsTieOpen: true, TieBreak.Witness: { } witness } && witness == turn.Sender?.Id)
            .Select(record => new BallotView(turn.Network, record, Admission: null)).ToList();
        var meant = OpenBallots.Named(asked, text.AfterColon);
        var line = new TieLine(TieStep.DrawLot, text.AfterColon);
        return await TieTyping.OrHandsAsync(hands, turn, line, meant.Count == 0 ? null : isOnlyAsked => AnswerAsync(turn, text, meant, isOnlyAsked, cancellationToken), cancellationToken);
    }

    private async Task<Answer> AnswerAsync(Turn turn, CommandText text, IReadOnlyList<BallotView> meant, bool isOnlyAsked, CancellationToken cancellationToken)
    {
        if (meant is [var one] && !isOnlyAsked)
        {
            var id = one.Record.Ballot.Id;
            return await reply.AnswerAsync(turn, id, await handler.DrawAsync(turn, id, cancellationToken), string.Empty, cancellationToken);
        }

        return await BallotPages.OfAsync(turn, meant, view => Task.FromResult(WitnessCard.Render(turn.Reader, view)), Entry, text.AfterColon, PageRequest.First);
    }
}
