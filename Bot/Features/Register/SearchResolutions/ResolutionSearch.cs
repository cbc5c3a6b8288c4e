using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Features.Register.ListResolutions;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.SearchResolutions;

/// <summary>Searches the register by number, title and text. Resolutions are for members to read, so they are inserted only where none but members
/// read along: in the plenary's own channel, and in the 1:1 chat with the bot.</summary>
internal sealed class ResolutionSearch(ResolutionStore resolutions) : ISearch
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
        var found = new List<ResolutionEntry>();
        await foreach (var entry in resolutions.AllAsync(turn.Network.Id, null, cancellationToken))
        {
            if (turn.MayInsert(entry) && CommandText.Fold($"{entry.Number} {entry.Title} {entry.Text}").Contains(words, StringComparison.Ordinal))
            {
                found.Add(entry);
            }
        }

        foreach (var entry in found.AsEnumerable().Reverse())
        {
            var heading = Messages.Get(turn.Reader, Sentence.ResolutionHeading, entry.Number.ToString());
            yield return new SearchHit(ResolutionCard.Render(turn, heading, [entry], string.Empty, PageRequest.First), heading, entry.Title);
        }
    }
}
