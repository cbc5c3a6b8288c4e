using System.Threading;
using System.Threading.Tasks;

namespace Bot.Turns;

/// <summary>A command that answers with a list which may need several cards. "Seite 2" after its words, or a button, asks for a further one.</summary>
internal interface IPagedCommand : ICommand
{
    /// <summary>Answers with one page. Every right is checked again, for typed and for pressed alike.</summary>
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="asked">What followed the command's words; from a button what followed them when it was drawn.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc/>
    Task<Answer> ICommand.HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var (asked, page) = PageRequest.Typed(Entry.RestOf(text));
        return PageAsync(turn, asked, page, cancellationToken);
    }
}
