using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Documents;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ExportResolutions;

/// <summary>Resolutions as a document: one after the other as they stand in the register, and what is not done once more in a table.</summary>
/// <param name="Turn">Who gets it.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="Views">The resolutions, in the order of their numbers.</param>
internal sealed record ResolutionDocument(Turn Turn, string Asked, IReadOnlyList<ResolutionView> Views)
{
    private Reader Reader => Turn.Reader;

    /// <summary>Makes the document.</summary>
    public TextDocument Make() => new()
    {
        Title = Messages.Get(Reader, Sentence.ResolutionDocumentTitle, Asked),
        Language = Reader.Culture.Name,
        Subject = Turn.Network.Name,
        Author = Turn.Network.Name,
        MadeAt = Turn.Now.ToDateTimeOffset(),
        Header = Turn.Network.Name,
        Footer = Messages.Get(Reader, Sentence.ResolutionDocumentFooter, Turn.LocalNow.Date, TextDocument.PageMark, TextDocument.PagesMark),
        Parts = [new DocumentPart.Paragraph(Turn.Network.Name, ParagraphKind.Subtitle), .. Views.Count == 0 ? [new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.NoResolutions))] : Views.SelectMany(One), .. Open()],
    };

    private IEnumerable<DocumentPart> One(ResolutionView view)
    {
        var (entry, result) = (view.Entry, view.Entry.Result);
        yield return new DocumentPart.Heading(2, Messages.Get(Reader, Sentence.ResolutionLine, entry.Number.ToString(), entry.Title, RuleWords.Verdict(Reader, entry.Verdict)));
        yield return new DocumentPart.Paragraph(
            Messages.Get(Reader, Sentence.ResolutionDecided, entry.DecidedOn, Turn.Network.Committee(entry.Committee)?.Name ?? entry.Committee.Value), ParagraphKind.Aside);
        yield return new DocumentPart.Paragraph(entry.Text, ParagraphKind.Quoted);
        yield return new DocumentPart.Paragraph(entry.ByConsent
            ? Messages.Get(Reader, Sentence.ResolutionByConsent)
            : string.Join("; ", ResultWords.Counts(Reader, entry.Tally).Select(line => line.InOne)), ParagraphKind.Weighty);
        foreach (var line in (entry.ByConsent ? [] : ResultWords.Reasons(Reader, result).Select(line => line.InOne)).Concat(ResultWords.Notes(Reader, result, entry.Deviates).Select(note => note.Text)))
        {
            yield return new DocumentPart.Paragraph(line, ParagraphKind.Aside);
        }

        foreach (var part in Beside(view))
        {
            yield return part;
        }
    }

    /// <summary>What puts it right, and what became of it.</summary>
    private IEnumerable<DocumentPart> Beside(ResolutionView view)
    {
        if (view.Entry.Corrects is { } corrected)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.ResolutionCorrects, corrected.ToString(), view.Entry.Reason));
        }

        if (view.CorrectedBy.Count > 0)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(Reader, Sentence.ResolutionCorrectedBy, string.Join(", ", view.CorrectedBy)));
        }

        if (view.FollowUp is { } followUp)
        {
            yield return new DocumentPart.Fact(Messages.Get(Reader, Sentence.ResolutionColumnOwner), Owner(view));
            yield return new DocumentPart.Fact(Messages.Get(Reader, Sentence.ResolutionColumnDue), Due(view));
            yield return new DocumentPart.Fact(
                Messages.Get(Reader, Sentence.ResolutionColumnState), string.Join(". ", new[] { FollowUpWords.State(Reader, followUp.State), followUp.Note }.Where(text => text.Length > 0)));
        }
    }

    private IEnumerable<DocumentPart> Open()
    {
        var open = Views.Where(view => view.FollowUp is { State: not Domain.Records.ResolutionState.Done }).OrderBy(view => view.FollowUp!.Due ?? NodaTime.LocalDate.MaxIsoValue).ToList();
        if (open.Count > 0)
        {
            var heading = Messages.Get(Reader, Sentence.CommandOpenResolutions);
            yield return new DocumentPart.Heading(1, heading);
            yield return new DocumentPart.Grid(
                heading,
                [
                    (Messages.Get(Reader, Sentence.ResolutionColumnNumber), 3), (Messages.Get(Reader, Sentence.ResolutionColumnTitle), 9), (Messages.Get(Reader, Sentence.ResolutionColumnOwner), 5),
                    (Messages.Get(Reader, Sentence.ResolutionColumnDue), 4), (Messages.Get(Reader, Sentence.ResolutionColumnState), 3),
                ],
                [.. open.Select(view => new[] { view.Entry.Number.ToString(), view.Entry.Title, Owner(view), Due(view), FollowUpWords.State(Reader, view.FollowUp!.State) })]);
        }
    }

    private string Owner(ResolutionView view) => FollowUpWords.Owner(Turn, view.FollowUp) is { Length: > 0 } name ? name : "–";

    private string Due(ResolutionView view) => view.FollowUp?.Due is { } due ? due.ToString("d", CultureInfo.GetCultureInfo(Reader.Culture.Name)) : "–";
}
