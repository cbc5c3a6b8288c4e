using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ShowSetup;

/// <summary>"Einrichtung", "Einrichtung Seite 2": what is set up, what is missing, and the way to each step; for coordinators, in 1:1.</summary>
internal sealed class ShowSetupCommand(NewcomerStore newcomers) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetUp;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.SetUpNetwork) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.SetupInPrivate));
        }

        var waiting = await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken);
        var card = SetupCard.Render(turn, waiting.Count, page);
        return new Answer.Card(card, card.FallbackText!);
    }
}
