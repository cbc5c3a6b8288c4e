using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Bot.Domain.Records;
using Bot.Features.Register.ExportResolutions;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.TakeAlong;

/// <summary>The register for a network that leaves: each year as a table and as a Word document, and what each entry's hash was made of, so that anybody can verify the chain without the bot.</summary>
internal sealed class TakenRegister(ResolutionViews views, ResolutionStore register) : ITakenAlong
{
    /// <summary>The file with the hashes, as <c>sha256sum --check</c> reads it.</summary>
    public const string Hashes = "SHA256SUMS.txt";

    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await views.ListAsync(turn, ResolutionQuery.Of(turn.Network, string.Empty), _ => true, cancellationToken);
        foreach (var year in all.GroupBy(view => view.Entry.Number.Year).OrderBy(year => year.Key))
        {
            var name = year.Key.ToString(CultureInfo.InvariantCulture);
            yield return new TakenPart.Table(Sentence.TakenResolutions, [.. year.Select(view => new TakenRow(PlaceOf(turn, view), Cells(turn, view)))]) { Suffix = name };
            foreach (var place in year.GroupBy(view => PlaceOf(turn, view)))
            {
                var document = new ResolutionDocument(turn, name, [.. place]).Make();
                yield return new TakenPart.Document(
                    Sentence.TakenResolutionDocuments, $"{Messages.Get(turn.Reader, Sentence.ResolutionFileName)}-{name}{WordFile.Ending}", WordFile.Write(document), place.Key);
            }
        }

        foreach (var place in all.GroupBy(view => PlaceOf(turn, view)))
        {
            foreach (var view in place)
            {
                yield return new TakenPart.Document(Sentence.TakenChain, NameOf(view.Entry), RegisterInspection.HashedBytes(view.Entry), place.Key);
            }

            var lines = string.Concat(place.Select(view => $"{view.Entry.Hash}  {NameOf(view.Entry)}\n"));
            yield return new TakenPart.Document(Sentence.TakenChain, Hashes, Encoding.ASCII.GetBytes(lines), place.Key);
        }

        // Of a confidential entry only its number and the two hashes: they give nothing away, and the chain is unbroken for those who read the rest.
        var chain = new List<TakenRow>();
        await foreach (var entry in register.AllAsync(turn.Network.Id, null, cancellationToken))
        {
            chain.Add(new TakenRow(TakenPlace.Open, entry.Number.ToString(), entry.PreviousHash, entry.Hash));
        }

        if (chain.Count > 0)
        {
            yield return new TakenPart.Table(Sentence.TakenChainTable, chain);
        }
    }

    private static string NameOf(ResolutionEntry entry) => entry.Number + ".txt";

    private static TakenPlace PlaceOf(Turn turn, ResolutionView view) => TakenRow.Of(turn.Network, view.Entry.Committee);

    /// <summary>As the file in the chat has them, and the entry's own hash and that of the one before it.</summary>
    private static string[] Cells(Turn turn, ResolutionView view) => [.. ResolutionFile.LineOf(turn, view), view.Entry.PreviousHash, view.Entry.Hash];
}
