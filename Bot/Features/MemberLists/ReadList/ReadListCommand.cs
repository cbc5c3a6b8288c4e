using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Features.MemberLists.PreviewList;
using Bot.Platform.Activities.Files;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.ReadList;

/// <summary>A file without words, or "Liste einlesen:" with lines behind it: a preview of what taking it would do. Nothing of it is stored in the network.</summary>
internal sealed class ReadListCommand(ListSource source, SentListStore lists) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ImportList;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool TakesLongText => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) =>
        (text.Raw.Length == 0 && SentFile.IsOn(turn.Activity)) || Entry.Match(text) >= CommandMatch.Words ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ImportList) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportInPrivate));
        }

        return await source.ReadAsync(turn, text, cancellationToken) switch
        {
            null => new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportHow, ListWords.Columns(turn.Reader))),
            { Refusal: { } said } => new Answer.Text(said),
            { Reading: var reading } => await PreviewAsync(turn, [.. reading.Sheets.Select(sheet => sheet.Rows.Select(row => new SentRow(row.Number, row.Cells)).ToList())], cancellationToken),
        };
    }

    private async Task<Answer> PreviewAsync(Turn turn, IReadOnlyList<IReadOnlyList<SentRow>> sheets, CancellationToken cancellationToken)
    {
        var content = ListReader.Read(sheets, turn.LocalNow.Date);
        if (content is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportNoHeading, ListWords.Columns(turn.Reader)));
        }

        if (content.Headings.Twice is [var twice, ..])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportHeadingTwice, CardText.Escape(ListWords.Column(turn.Reader, twice))));
        }

        if (content.Rows.Count + content.Faults.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportFileEmpty));
        }

        var list = new SentList(turn.Form.IdentityOf("list"), turn.Sender!.Id, turn.Now) { Sheets = sheets };
        if (!await lists.TryPutAsync(turn.Network.Id, list, cancellationToken))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ImportFileTooLarge, Platform.Documents.SheetLimits.Rows, SentListStore.MostBytes / 1024 / 1024));
        }

        var card = PreviewCard.Render(turn.Reader, ListView.Of(turn.Network, list, turn.Form, turn.Now));
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}
