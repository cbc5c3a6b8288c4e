using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.ExportList;

/// <summary>"Liste ausgeben", "Liste ausgeben als CSV": the organizations with whoever acts for them, as a file that can be read in again.</summary>
internal sealed class ExportListCommand(ListFile file) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ExportList;

    /// <summary>Lists of elections begin with the same word.</summary>
    public int Match(Turn turn, CommandText text) => Entry.Match(text) is var match && match >= CommandMatch.Words ? CommandMatch.Certain : match;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => Task.FromResult<Answer>(
        turn.WhyNot(Right.ExportList) is { } refusal ? new Answer.Text(RefusalText.Markdown(turn, refusal))
        : !turn.IsPersonal ? new Answer.Text(Messages.Get(turn.Reader, Sentence.ExportInPrivate))
        : new Answer.File(
            file.Make(turn, CommandText.WordsOf(text.Folded).Contains(ListFile.Csv) ? ListFile.Csv : ListFile.Workbook),
            Messages.Get(turn.Reader, Sentence.ExportDescription), Messages.Get(turn.Reader, Sentence.ExportOtherwise)));
}
