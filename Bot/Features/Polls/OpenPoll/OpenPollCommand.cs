using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>"Umfrage Beirat: Welche Farbe? Rot, Grün, Blau bis Freitag 12 Uhr", "Terminumfrage …", "Rangfolge …": shows what was understood, to be confirmed or completed.</summary>
internal sealed class OpenPollCommand(PollOpeners openers) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OpenPoll;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (await openers.OfAsync(turn, cancellationToken) is not { } scope)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var card = PollPreview.Draw(turn, scope, PollWords.Read(turn, text));
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <inheritdoc/>
    public Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        Task.FromResult(Messages.Get(turn.Reader, Sentence.EditAfterPoll));
}
