using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.VoidBallot;

/// <summary>"Abstimmung für ungültig erklären: Verein Brücke": asks for the reason.</summary>
internal sealed class VoidBallotCommand(OpenBallots open) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.VoidBallot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var running = await open.OfAsync(turn, cancellationToken);
        var tied = (await open.UnsettledAsync(turn, cancellationToken)).Where(view => view.Record.IsTieOpen);
        var meant = running.Concat(tied).Where(view => BallotRights.WhyNotVoid(turn, view.Record.Ballot) is null).ToList();
        if (meant.Count == 0)
        {
            return new Answer.Text(turn.May(Right.VoidBallot)
                ? Messages.Get(turn.Reader, Sentence.NoOpenBallot)
                : RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var named = OpenBallots.Named(meant, asked);
        return named.Count == 0
            ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot))
            : await BallotPages.OfAsync(turn, named, view => Task.FromResult(VoidBallotCard.Render(turn, view)), Entry, asked, page);
    }
}
