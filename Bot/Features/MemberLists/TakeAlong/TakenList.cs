using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.MemberLists.ExportList;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.TakeAlong;

/// <summary>The list of organizations for a network that leaves, in the form in which it can be read in again.</summary>
internal sealed class TakenList(ListFile list) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var form in (string[])[ListFile.Workbook, ListFile.Csv])
        {
            var file = list.Make(turn, form);
            yield return new TakenPart.Document(Sentence.TakenList, file.Name, file.Content, TakenPlace.Contact);
        }
    }
}
