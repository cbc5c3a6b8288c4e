using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Features.Register.ExportResolutions;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ListResolutions;

/// <summary>"Beschlüsse 2026", "Beschluss 2026-07", "Beschlüsse Demokratiefest Seite 2". For members only.</summary>
internal sealed partial class ListResolutionsCommand(ResolutionStore resolutions, ResolutionFile file) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Resolutions;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Network.GeneralAssembly is not { } assembly || !turn.May(Right.ReadRegister, assembly))
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.ResolutionsInPrivate));
        }

        if (AsFile().IsMatch(CommandText.Fold(asked)))
        {
            return await OfferFileAsync(turn, asked, cancellationToken);
        }

        if (ResolutionNumber.TryParse(asked.Trim(), out var number) && number is not null)
        {
            return await resolutions.FindAsync(turn.Network.Id, number, cancellationToken) is { } entry && turn.MayRead(entry)
                ? Card(turn, Messages.Get(turn.Reader, Sentence.ResolutionHeading, entry.Number.ToString()), [entry], string.Empty, page)
                : new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionNotFound, number.ToString()));
        }

        return await ListAsync(turn, asked, page, cancellationToken);
    }

    /// <summary>The year's resolutions as a file, the current year's when none is named. Files are handed over in 1:1 only.</summary>
    private async Task<Answer> OfferFileAsync(Turn turn, string asked, CancellationToken cancellationToken)
    {
        var year = YearIn(asked) ?? turn.LocalNow.Year;
        var otherwise = Messages.Get(turn.Reader, Sentence.ResolutionFileOtherwise, year.ToString(CultureInfo.InvariantCulture));
        return turn.IsPersonal
            ? new Answer.File(
                await file.MakeAsync(turn, year, cancellationToken),
                Messages.Get(turn.Reader, Sentence.ResolutionFileDescription, year.ToString(CultureInfo.InvariantCulture)),
                otherwise)
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionFileInPrivate));
    }

    private static int? YearIn(string asked) => Year().Match(asked) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    private async Task<Answer> ListAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var year = YearIn(asked);
        var word = CommandText.Fold(year is null ? asked : Year().Replace(asked, string.Empty));
        var found = new List<ResolutionEntry>();
        await foreach (var entry in resolutions.AllAsync(turn.Network.Id, year, cancellationToken))
        {
            if (turn.MayRead(entry) && CommandText.Fold(entry.Title + " " + entry.Text).Contains(word, System.StringComparison.Ordinal))
            {
                found.Add(entry);
            }
        }

        found.Reverse();
        return found.Count == 0
            ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoResolutions))
            : Card(turn, Messages.Get(turn.Reader, Sentence.ResolutionsHeading), found, asked, page);
    }

    private static Answer.Card Card(Turn turn, string heading, IReadOnlyList<ResolutionEntry> newestFirst, string asked, PageRequest page) =>
        new(ResolutionCard.Render(turn, heading, newestFirst, asked, page), heading);

    [GeneratedRegex(@"\b(als (csv |excel )?datei|als csv|as (a )?(csv )?file|as csv)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsFile();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
