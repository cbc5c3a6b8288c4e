using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Rights;
using Bot.Features.Register.ListResolutions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.SearchResolutions;

/// <summary>Searches the register as "Beschlüsse" does: by number, year, committee and words. Resolutions are for members to read, so they are inserted only where none but members
/// read along: in the plenary's own channel, and in the 1:1 chat with the bot.</summary>
internal sealed class ResolutionSearch(ResolutionViews views) : ISearch
{
    /// <inheritdoc/>
    public SearchEntry Entry => SearchTable.Resolutions;

    /// <inheritdoc/>
    public string? Refusal(Turn turn)
    {
        if (turn.Network.GeneralAssembly is not { } assembly || !turn.Network.Allows(Right.ReadRegister, turn.Sender?.Id, assembly))
        {
            return Messages.Get(turn.Reader, Sentence.MembersOnly);
        }

        return turn.May(Right.InsertIntoMessage, assembly) ? null : Messages.Get(turn.Reader, Sentence.SearchElsewhere);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SearchHit> FindAsync(Turn turn, string words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var view in (await views.ListAsync(turn, ResolutionQuery.Of(turn.Network, words), turn.MayInsert, cancellationToken)).Reverse())
        {
            var heading = Messages.Get(turn.Reader, Sentence.ResolutionHeading, view.Entry.Number.ToString());
            yield return new SearchHit(ResolutionCard.Render(turn, heading, [view], string.Empty, PageRequest.First), heading, view.Entry.Title);
        }
    }
}
