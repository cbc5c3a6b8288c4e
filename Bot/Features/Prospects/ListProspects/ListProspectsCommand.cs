using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Features.Prospects.ShowProspect;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.ListProspects;

/// <summary>"Interessenten", also with a name: who could become a partner, and where each is; for coordinators, in 1:1.</summary>
internal sealed class ListProspectsCommand(ProspectBook book) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Prospects;

    /// <inheritdoc/>
    public Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken) => ProspectReply.AnswerAsync(turn, Right.ReadProspects, async () =>
    {
        var list = await book.ReadAsync(turn.Network, cancellationToken);
        return asked.Length == 0 ? ProspectReply.Shown(ProspectListCard.Render(turn, list.Shown, page)) : list.Named(asked) switch
        {
            [var one] => ProspectReply.Shown(ProspectCard.Render(turn, one)),
            [] => ProspectReply.Shown(ProspectListCard.Render(turn, list.Shown, page, Messages.Get(turn.Reader, Sentence.ProspectUnknown, ProspectWords.Escaped(ShortText.Abbreviate(asked, 60))))),
            var several => ProspectReply.Shown(ProspectListCard.Render(turn, [.. several.OrderBy(one => one.Stage)], page, Messages.Get(turn.Reader, Sentence.ProspectWhich))),
        };
    });
}
