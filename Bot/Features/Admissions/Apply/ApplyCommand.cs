using System.Threading;
using System.Threading.Tasks;
using Bot.Turns;

namespace Bot.Features.Admissions.Apply;

/// <summary>"Aufnahme beantragen: Verein Brücke e. V.": shows the application, to be handed in.</summary>
internal sealed class ApplyCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Apply;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var card = ApplicationForm.Render(turn, Entry.RestOf(text), null);
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }
}
