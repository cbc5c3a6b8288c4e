using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Domain.Rights;
using Bot.Features.MemberLists.PreviewList;
using Bot.Platform.Documents;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.Logging;

namespace Bot.Features.MemberLists.ExportList;

/// <summary>The organizations with whoever acts for them, as it is read in: read in again it changes nothing.</summary>
internal sealed partial class ListFile(ILogger<ListFile> logger) : IFileSource
{
    /// <summary>What is handed over: a workbook, or text.</summary>
    public const string Workbook = "xlsx", Csv = "csv";

    private const string FormField = "as";

    private const int FewestSubstitutes = 2, DayColumn = 2;

    /// <inheritdoc/>
    public string Kind => "organizations";

    /// <inheritdoc/>
    public Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ExportList) is not null || !turn.IsPersonal || reference.GetValueOrDefault(FormField) is not (Workbook or Csv))
        {
            return Task.FromResult<FileDocument?>(null);
        }

        LogHandedOver(turn.Network.Id, turn.Sender!.Id, turn.Network.Organizations.Count);
        return Task.FromResult<FileDocument?>(Make(turn, reference[FormField]));
    }

    /// <summary>The file; the sender's right is checked already.</summary>
    public FileDocument Make(Turn turn, string form)
    {
        var rows = Rows(turn.Reader, turn.Network, isText: form == Csv);
        var name = Messages.Get(turn.Reader, Sentence.ExportName);
        var content = form == Csv ? DelimitedText.Write(rows) : WorkbookWriter.Write(name, rows, new HashSet<int> { DayColumn });
        return new FileDocument(name + "." + form, content, new Dictionary<string, string>(StringComparer.Ordinal) { [FileDocument.KindField] = Kind, [FormField] = form });
    }

    /// <summary>The headings, then the organizations by name.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network.</param>
    /// <param name="isText">Whether days are written as people here read them; in a workbook they are days.</param>
    internal static IReadOnlyList<IReadOnlyList<string>> Rows(Reader reader, Network network, bool isText)
    {
        var people = network.People.ToLookup(person => person.Id);
        var substitutes = Math.Clamp(network.Organizations.Select(organization => organization.Representatives.Count - 1).DefaultIfEmpty(0).Max(), FewestSubstitutes, ListedOrganization.MostSubstitutes);
        ListPlace[] places =
        [
            new(ListColumn.Organization), new(ListColumn.Sector), new(ListColumn.MemberSince), new(ListColumn.Representative), new(ListColumn.RepresentativeMail),
            .. Enumerable.Range(1, substitutes).SelectMany(number => new ListPlace[] { new(ListColumn.Substitute, number), new(ListColumn.SubstituteMail, number) }),
        ];
        return
        [
            [.. places.Select(place => ListWords.Column(reader, place))],
            .. network.Organizations.OrderBy(organization => CommandText.Fold(organization.Name), StringComparer.Ordinal).Select(organization => (IReadOnlyList<string>)
            [
                organization.Name,
                organization.Sector is { } sector ? SectorWords.Name(reader, sector) : string.Empty,
                organization.MemberSince.ToString(isText && reader.Language == "de" ? "dd.MM.uuuu" : "uuuu-MM-dd", CultureInfo.InvariantCulture),
                .. organization.Representatives.SelectMany(person => people[person].Take(1)).Take(substitutes + 1).SelectMany(person => new[] { person.Name, person.Mail?.Value ?? string.Empty }),
            ]),
        ];
    }

    [LoggerMessage(3903, LogLevel.Information, "The list of organizations of network {Network} was handed over to {Person}: {Organizations} organizations.")]
    private partial void LogHandedOver(NetworkId network, PersonId person, int organizations);
}
