using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>A typed line about an expulsion case: what the step asks, or what is asked back.</summary>
internal sealed class ExpulsionStepCommand(ExpulsionStep step, ExpulsionStore expulsions) : ICommand
{
    /// <summary>UTF-16 units of all names in one answer.</summary>
    private const int NamesLimit = 1500;

    /// <inheritdoc/>
    public CommandEntry Entry => step.Entry;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(step.Right) is { } why)
        {
            return new Answer.Text(RefusalText.Markdown(turn, why));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.OnlyInPrivate));
        }

        var theirs = (await expulsions.RunningAsync(turn.Network.Id, cancellationToken)).Where(expulsion => step.IsTheirs(turn, expulsion)).ToList();
        var possible = theirs.Where(expulsion => step.IsPossible(turn, expulsion)).ToList();
        var (meant, fields) = step.Read(turn, Entry.RestOf(text), possible);
        switch (meant)
        {
            case [var one]:
                var card = step.Card(turn, one, fields);
                return new Answer.Card(card, card.FallbackText ?? string.Empty);
            case [] when possible.Count == 0:
                // Where the cases are that it cannot be done to, whoever may know of them is told.
                return new Answer.Text(theirs is [var other] ? ExpulsionWords.Of(turn.Reader, other, turn.LocalNow.Date) : Messages.Get(turn.Reader, step.Nothing));
            default:
                return new Answer.Text(Messages.Get(
                    turn.Reader, Sentence.WhichExpulsion, ExpulsionWords.Escaped(ShortText.Abbreviate(string.Join(", ", possible.Select(expulsion => expulsion.Name)), NamesLimit))));
        }
    }
}
