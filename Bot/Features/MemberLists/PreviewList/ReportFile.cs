using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>Everything that was found in a list, one line each: what is wrong, what is asked, what would be new, what would change, and who is not in it.</summary>
internal sealed class ReportFile(SentLists sent) : IFileSource
{
    private const string ListField = "list";

    /// <inheritdoc/>
    public string Kind => "list-report";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken) =>
        new CardForm(reference) is var form && form.Id(ListField) is { } id && await sent.FindAsync(turn, id, cancellationToken) is { Value.End: null } found
            ? Make(turn, found.Value, turn.Form)
            : null;

    /// <summary>The file; the sender's right is checked already.</summary>
    public FileDocument Make(Turn turn, SentList list, FormReference form)
    {
        var rows = new List<string[]> { Messages.Get(turn.Reader, Sentence.ImportReportColumns).Split(';') };
        rows.AddRange(Lines(turn.Reader, ListView.Of(turn.Network, list, form, turn.Now)));
        var reference = new Dictionary<string, string>(StringComparer.Ordinal) { [FileDocument.KindField] = Kind, [ListField] = list.Id };
        return new FileDocument(Messages.Get(turn.Reader, Sentence.ImportReportName) + ".csv", DelimitedText.Write(rows), reference);
    }

    private static IEnumerable<string[]> Lines(Reader reader, ListView view)
    {
        var nameIn = view.Content.Rows.ToDictionary(row => row.Row, row => row.Name);
        var nameOf = ListWords.NamesIn(view);
        foreach (var fault in view.Plan.Faults)
        {
            yield return Line(reader, fault.Row, nameIn.GetValueOrDefault(fault.Row, string.Empty), Sentence.ImportWhatFault, ListWords.Column(reader, fault.Place), ListWords.Fault(reader, fault));
        }

        foreach (var question in view.Plan.Questions)
        {
            yield return Line(reader, question.Row, question.Name, Sentence.ImportWhatQuestion, string.Empty, ListWords.Question(reader, question));
        }

        foreach (var (row, organization) in view.Plan.New)
        {
            yield return Line(reader, row, organization.Name, Sentence.ImportWhatNew, string.Empty, string.Empty);
        }

        foreach (var change in view.Plan.Changed)
        {
            yield return Line(reader, change.Row, change.Before.Name, Sentence.ImportWhatChanged, string.Empty, ListWords.Change(reader, change, nameOf));
        }

        foreach (var absent in view.Plan.Absent)
        {
            yield return Line(reader, 0, absent.Name, Sentence.ImportWhatAbsent, string.Empty, string.Empty);
        }
    }

    private static string[] Line(Reader reader, int row, string name, Sentence what, string column, string said) =>
        [row == 0 ? string.Empty : ListWords.Number(row), name, Messages.Get(reader, what), column, said];
}
