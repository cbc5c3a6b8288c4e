using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>"Abstimmung beenden: Verein Brücke": asks whether to end it now.</summary>
internal sealed class CloseBallotCommand(OpenBallots open, BallotViews views) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CloseBallot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var running = await open.OfAsync(turn, cancellationToken);
        var led = running.Where(view => BallotRights.WhyNotLead(turn, view.Record.Ballot) is null).ToList();
        if (led.Count == 0 && !turn.May(Right.CloseBallot))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var meant = OpenBallots.Named(led, asked);
        return meant.Count == 0
            ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot))
            : await BallotPages.OfAsync(turn, meant, async view => CloseBallotCard.Render(turn, await CountedAsync(turn, view, cancellationToken)), Entry, asked, page);
    }

    private async Task<BallotView> CountedAsync(Turn turn, BallotView view, CancellationToken cancellationToken) =>
        await views.LoadForRoomAsync(turn.Network, view.Record.Ballot.Id, cancellationToken) ?? view;
}
