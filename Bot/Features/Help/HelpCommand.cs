using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Help;

/// <summary>"Hilfe": what most people type first, and the subjects; "Hilfe Abstimmungen": all of one subject; "Hilfe Saal": what has the word in it.</summary>
internal sealed class HelpCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Help;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var asked = CommandText.Fold(Entry.RestOf(text)).Trim(' ', '?', '!', '.', ':');
        var card = CommandGroup.Meant(asked) is { } group ? HelpCard.Topic(turn, group)
            : asked.Length > 0 ? HelpCard.Found(turn, asked)
            : HelpCard.Overview(turn);
        return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? Messages.Get(turn.Reader, Sentence.HelpHeading)));
    }
}
