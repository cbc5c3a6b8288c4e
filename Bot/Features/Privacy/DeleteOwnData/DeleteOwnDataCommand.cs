using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>"Meine Daten löschen": shows what goes and what stays, in 1:1; confirmed once.</summary>
internal sealed class DeleteOwnDataCommand(DepartureQuestion question) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DeleteOwnData;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        KeptData.Refuses(turn, Domain.Rights.Right.DeleteOwnData) is { } why
            ? new Answer.Text(why)
            : new Answer.Card(await question.AskAsync(turn, cancellationToken), Messages.Get(turn.Reader, Sentence.DeleteHeading));
}
