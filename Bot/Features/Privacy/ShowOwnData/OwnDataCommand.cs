using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.ShowOwnData;

/// <summary>"Meine Daten", "Meine Daten als Datei": what is kept about the sender, in 1:1.</summary>
internal sealed class OwnDataCommand(KeptData data, OwnDataFile file) : IPagedCommand
{
    private static readonly string[] FileWords = ["datei", "file", "json"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OwnData;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.ReadOwnData) is { } why)
        {
            return new Answer.Text(why);
        }

        if (CommandText.WordsOf(CommandText.Fold(asked)).Intersect(FileWords).Any() && await file.OfferAsync(turn, cancellationToken) is { } offer)
        {
            return offer;
        }

        var rows = await data.OfSenderAsync(turn, cancellationToken);
        var card = OwnDataCard.Render(turn, KeptData.Counted(turn.Sender!, rows), page);
        return new Answer.Card(card, Messages.Get(turn.Reader, Sentence.DataHeading));
    }
}
