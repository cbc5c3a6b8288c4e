using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ExportResolutions;

/// <summary>The register's resolutions of one year as a file, for members: what a spreadsheet opens by a double click in Germany.</summary>
internal sealed class ResolutionFile(ResolutionStore resolutions) : IFileSource
{
    private const string YearField = "year";

    /// <inheritdoc/>
    public string Kind => "resolutions";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken) =>
        turn.Network.GeneralAssembly is { } assembly && turn.IsPersonal && turn.May(Right.ReadRegister, assembly)
        && int.TryParse(reference.GetValueOrDefault(YearField), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2099
            ? await MakeAsync(turn, year, cancellationToken)
            : null;

    /// <summary>The file of a year; the sender's right is checked already.</summary>
    public async Task<FileDocument> MakeAsync(Turn turn, int year, CancellationToken cancellationToken)
    {
        var lines = new List<string[]> { Messages.Get(turn.Reader, Sentence.ResolutionFileColumns).Split(';') };
        await foreach (var entry in resolutions.AllAsync(turn.Network.Id, year, cancellationToken))
        {
            if (turn.MayRead(entry))
            {
                lines.Add(LineOf(turn, entry));
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{Messages.Get(turn.Reader, Sentence.ResolutionFileName)}-{year}.csv");
        var reference = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FileDocument.KindField] = Kind,
            [YearField] = year.ToString(CultureInfo.InvariantCulture),
        };
        return new FileDocument(name, Write(lines), reference);
    }

    /// <summary>Lines as comma separated values (RFC 4180) with semicolons, as spreadsheets set to German want them, in UTF-8 with a mark by which they
    /// know it. Every field is quoted, and what a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection").</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string>> lines)
    {
        var text = string.Concat(lines.Select(line => string.Join(';', line.Select(Field)) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Field(string value)
    {
        var isFormula = value.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || value is ['\t' or '\r' or '\n', ..];
        return "\"" + (isFormula ? "'" : string.Empty) + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>The fields of an entry, one for each column.</summary>
    internal static string[] LineOf(Turn turn, ResolutionEntry entry)
    {
        var (reader, result) = (turn.Reader, entry.Result);
        return
        [
            entry.Number.ToString(),
            entry.Title,
            entry.Text,
            RuleWords.Verdict(reader, entry.Verdict),
            .. ResultWords.AllCounts(reader, entry.Tally).Select(line => line.Text),
            RuleWords.Whole(reader, result.Rule),
            result.Rule.Version.ToString(CultureInfo.InvariantCulture),
            entry.ByConsent ? Messages.Get(reader, Sentence.ResolutionByConsent) : ResultWords.Calculation(reader, result) ?? string.Empty,
            ResultWords.Quorum(reader, result) ?? string.Empty,
            string.Join(' ', ResultWords.Notes(reader, result, entry.Deviates).Select(note => note.Text)),
            entry.DecidedOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            turn.Network.Committee(entry.Committee)?.Name ?? entry.Committee.Value,
        ];
    }
}
