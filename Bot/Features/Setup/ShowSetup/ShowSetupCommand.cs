using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.ShowSetup;

/// <summary>"Einrichtung", "Einrichtung Seite 2": what is set up, what is missing, and the way to each step; for coordinators, in 1:1.</summary>
internal sealed class ShowSetupCommand : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetUp;

    /// <inheritdoc/>
    public Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken) => Task.FromResult<Answer>(turn switch
    {
        _ when turn.WhyNot(Right.SetUpNetwork) is { } refusal => new Answer.Text(RefusalText.Markdown(turn, refusal)),
        { IsPersonal: false } => new Answer.Text(Messages.Get(turn.Reader, Sentence.SetupInPrivate)),
        _ => SetupCard.Render(turn, page) is var card ? new Answer.Card(card, card.FallbackText!) : throw new System.Diagnostics.UnreachableException(),
    });
}
