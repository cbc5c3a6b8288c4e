using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>A typed line about a membership: its preview, or its form with what is asked back. In 1:1 only, since what it says is for few.</summary>
internal sealed class MembershipCommand(MembershipStep step) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => step.Entry;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => step.Match(text);

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(step.Right) is { } why)
        {
            return Task.FromResult<Answer>(new Answer.Text(RefusalText.Markdown(turn, why)));
        }

        if (!turn.IsPersonal)
        {
            return Task.FromResult<Answer>(new Answer.Text(Messages.Get(turn.Reader, Sentence.OnlyInPrivate)));
        }

        var card = MembershipCards.Draw(turn, step, step.Completed(turn, step.Typed(turn, text)));
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }
}
