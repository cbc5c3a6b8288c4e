using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Help;

/// <summary>"Hilfe": what can be typed, from the one table of commands.</summary>
internal sealed class HelpCommand : ICommand
{
    private static readonly CommandEntry[] Offered = [CommandTable.NextMeeting, CommandTable.ShowAgenda, CommandTable.Ballots];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Help;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var heading = Messages.Get(turn.Reader, Sentence.HelpHeading);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. turn.IsPersonal ? Enumerable.Empty<CardElement>() : [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.HelpMention))],
                CardPart.List(CommandTable.All.Select(entry => Line(turn.Reader, entry))),
                .. CardPart.Rows(Offered.Select(entry => SuggestionCard.RunButton(turn.Reader, entry))),
            ],
        };
        return Task.FromResult<Answer>(new Answer.Card(card, heading));
    }

    private static string Line(Reader reader, CommandEntry entry) =>
        Messages.Get(reader, Sentence.HelpLine, CardText.Escape(Messages.Get(reader, entry.Example)), Messages.Get(reader, entry.Description));
}
