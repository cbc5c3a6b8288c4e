using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>"Abstimmung wiederholen: Verein Brücke": shows how a ballot that decided nothing would be taken again.</summary>
internal sealed class RepeatBallotCommand(OpenBallots open, RepeatBallotHandler handler, RepeatPreview preview) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.RepeatBallot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var unsettled = new List<BallotView>();
        foreach (var ended in await open.UnsettledAsync(turn, cancellationToken))
        {
            if (await handler.AskAsync(turn, ended.Record.Ballot.Id, cancellationToken) is Outcome<BallotView>.Done(var view))
            {
                unsettled.Add(view);
            }
        }

        if (unsettled.Count == 0 && !turn.May(Right.RepeatBallot))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var meant = OpenBallots.Named(unsettled, asked);
        return meant.Count == 0
            ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoBallotToRepeat))
            : await BallotPages.OfAsync(turn, meant, view => preview.OfAsync(turn, view, cancellationToken), Entry, asked, page);
    }
}
