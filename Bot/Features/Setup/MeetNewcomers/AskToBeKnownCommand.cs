using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.MeetNewcomers;

/// <summary>"Ich gehöre dazu": somebody whose account the network does not know has the coordinators told of it, once. What comes of it, and whether anybody of that name is
/// known, the answer does not tell.</summary>
internal sealed class AskToBeKnownCommand(NewcomerStore newcomers, DueTable due) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AskToBeKnown;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is { } known)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NewcomerKnown, CardText.Escape(known.Name, LineBreaks.Collapse)));
        }

        return new Answer.Text(Messages.Get(turn.Reader, !turn.IsPersonal ? Sentence.NewcomerInPrivate
            : await AskAsync(turn, cancellationToken) ? Sentence.NewcomerTold : Sentence.NewcomersTooMany));
    }

    /// <returns>False when too many wait already, and nothing was stored.</returns>
    private async Task<bool> AskAsync(Turn turn, CancellationToken cancellationToken)
    {
        var newcomer = new Newcomer(Newcomer.KeyOf(turn.Account), turn.Account, turn.SenderName, turn.Now);
        if (await newcomers.FindAsync(turn.Network.Id, newcomer.Key, cancellationToken) is { } standing)
        {
            if (turn.Now < standing.Value.EndsAt)
            {
                return true;
            }

            await newcomers.TryRemoveAsync(turn.Network.Id, standing, cancellationToken);
        }

        if ((await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken)).Count >= Newcomer.Most)
        {
            return false;
        }

        var subject = Subjects.Due(turn.Network.Id, Subjects.Newcomer, newcomer.Key);
        var foreseen = await due.ForeseeAsync(subject, [newcomer.EndsAt.ToDateTimeOffset()], cancellationToken);
        if (await newcomers.TryAddAsync(turn.Network.Id, newcomer, cancellationToken))
        {
            await due.LookNowAsync(foreseen, cancellationToken);
        }

        return true;
    }
}
