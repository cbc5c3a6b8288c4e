using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Documents;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ExportResolutions;

/// <summary>Resolutions as a file, for members: as what a spreadsheet opens by a double click in Germany, or as a Word document.</summary>
internal sealed class ResolutionFile(ResolutionViews views) : IFileSource
{
    /// <summary>In which form: for a spreadsheet, or for Word.</summary>
    public const string Table = "csv", Word = "docx";

    private const string AskedField = "asked", FormField = "as";

    private const int LongestAsked = 100;

    /// <inheritdoc/>
    public string Kind => "resolutions";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken)
    {
        var named = new CardForm(reference);
        // Offers of before 0.5.0 name the year only.
        var asked = named[AskedField].Length > 0 ? named[AskedField] : named["year"];
        return turn.Network.GeneralAssembly is { } assembly && turn.IsPersonal && turn.May(Right.ReadRegister, assembly) && asked.Length is > 0 and <= LongestAsked && named[FormField] is "" or Table or Word
            ? await MakeAsync(turn, asked, named[FormField] == Word ? Word : Table, cancellationToken)
            : null;
    }

    /// <summary>Offers a file; the sender's right is checked already.</summary>
    /// <param name="turn">Who gets it, in 1:1.</param>
    /// <param name="asked">Which resolutions: years, committees, words.</param>
    /// <param name="form">In which form.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer.File> OfferAsync(Turn turn, string asked, string form, CancellationToken cancellationToken)
    {
        var wanted = ShortText.Cut(asked, LongestAsked);
        return new Answer.File(
            await MakeAsync(turn, wanted, form, cancellationToken),
            Messages.Get(turn.Reader, form == Word ? Sentence.ResolutionFileDescriptionWord : Sentence.ResolutionFileDescription, wanted),
            Messages.Get(turn.Reader, Sentence.ResolutionFileOtherwise, Platform.Cards.CardText.Escape(wanted, Platform.Cards.LineBreaks.Collapse)));
    }

    private async Task<FileDocument> MakeAsync(Turn turn, string asked, string form, CancellationToken cancellationToken)
    {
        var found = await views.ListAsync(turn, ResolutionQuery.Of(turn.Network, asked), turn.MayRead, cancellationToken);
        var reference = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FileDocument.KindField] = Kind,
            [AskedField] = asked,
            [FormField] = form,
        };
        var content = form == Word
            ? WordFile.Write(new ResolutionDocument(turn, asked, found).Make())
            : DelimitedText.Write([Messages.Get(turn.Reader, Sentence.ResolutionFileColumns).Split(';'), .. found.Select(view => LineOf(turn, view))]);
        return new FileDocument($"{Messages.Get(turn.Reader, Sentence.ResolutionFileName)}-{NameOf(asked)}.{form}", content, reference);
    }

    /// <summary>What is asked for as a part of a file's name: letters, digits and hyphens.</summary>
    private static string NameOf(string asked) =>
        string.Join('-', string.Concat(CommandText.Fold(asked).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Split('-', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The fields of an entry, one for each column.</summary>
    internal static string[] LineOf(Turn turn, ResolutionView view)
    {
        var (reader, entry, followUp) = (turn.Reader, view.Entry, view.FollowUp);
        var result = entry.Result;
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
            entry.Corrects?.ToString() ?? string.Empty,
            entry.Reason,
            string.Join(' ', view.CorrectedBy),
            FollowUpWords.Owner(turn, followUp),
            followUp?.Due?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty,
            followUp is null ? string.Empty : FollowUpWords.State(reader, followUp.State),
            followUp?.Note ?? string.Empty,
        ];
    }
}
