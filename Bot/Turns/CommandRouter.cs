using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Telemetry;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>From a typed text to the command it means, and to suggestions when it means none.</summary>
internal sealed class CommandRouter(IEnumerable<ICommand> commands, Auditing auditing)
{
    private readonly IReadOnlyList<ICommand> all = [.. commands];

    /// <summary>Answers a typed text.</summary>
    public Task<Answer> AnswerAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => AnswerAsync(turn, text, Find(turn, text), cancellationToken);

    /// <summary>Answers a typed text by the command that <see cref="Find"/> found.</summary>
    public Task<Answer> AnswerAsync(Turn turn, CommandText text, ICommand? meant, CancellationToken cancellationToken)
    {
        if (text.IsTooLong && meant is not { TakesLongText: true })
        {
            return Task.FromResult<Answer>(new Answer.Text(Messages.Get(turn.Reader, Sentence.TextTooLong, CommandText.Limit)));
        }

        TurnSight.Name(meant?.KeptAs ?? TurnSight.NoCommand);
        return meant is null ? Task.FromResult<Answer>(SuggestionCard.For(turn, text)) : RunAsync(turn, text, meant, cancellationToken);
    }

    /// <summary>The command a text means, or null.</summary>
    public ICommand? Find(Turn turn, CommandText text) => text.IsTooLong
        ? Best(text, command => command.TakesLongText ? command.Match(turn, text) : CommandMatch.None)
        : Best(text, command => command.Match(turn, text)) ?? Best(text, command => command.MatchShape(turn, text));

    /// <summary>The command of that name, or null.</summary>
    public ICommand? Named(string name) => all.FirstOrDefault(command => command.Entry.Name == name);

    /// <summary>Does what a command says, if the sender may ask for such a thing at all.</summary>
    private Task<Answer> RunAsync(Turn turn, CommandText text, ICommand command, CancellationToken cancellationToken) => RightOf.WhyNot(turn, command) is { } why
        ? Task.FromResult<Answer>(new Answer.Text(RefusalText.Markdown(turn, why)))
        : auditing.RunAsync(turn, RightOf.Command(command.Entry)!.Value, same => command.HandleAsync(same, text, cancellationToken));

    /// <summary>The command that is meant most surely; of several the one more of whose words the text begins with ("Beschluss zuteilen …" is more than "Beschluss …"),
    /// then the first; null when none is.</summary>
    private ICommand? Best(CommandText text, Func<ICommand, int> match)
    {
        var (best, surest) = ((ICommand?)null, CommandMatch.None);
        foreach (var command in all)
        {
            var grade = match(command);
            if (grade > surest || (grade == surest && best is not null && command.Entry.LengthIn(text) > best.Entry.LengthIn(text)))
            {
                (best, surest) = (command, grade);
            }
        }

        return best;
    }
}
