using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>"Umfrage Beirat: Welche Farbe? Rot, Grün, Blau bis Freitag 12 Uhr", "Terminumfrage …", "Rangfolge …": shows what was understood, to be confirmed or completed.</summary>
internal sealed class OpenPollCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OpenPoll;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return Task.FromResult<Answer>(new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator))));
        }

        var card = PollPreview.Draw(turn, PollWords.Read(turn, text));
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
    }

    /// <inheritdoc/>
    public Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        Task.FromResult(Messages.Get(turn.Reader, Sentence.EditAfterPoll));
}
