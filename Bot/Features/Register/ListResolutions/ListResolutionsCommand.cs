using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Features.Register.ExportResolutions;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.ListResolutions;

/// <summary>"Beschlüsse 2026", "Beschluss 2026-07", "Beschlüsse Beirat 2026 Demokratiefest Seite 2", "Beschlüsse 2026 als Word". For members only.</summary>
internal sealed partial class ListResolutionsCommand(ResolutionStore resolutions, ResolutionViews views, ResolutionFile file) : IPagedCommand
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

        var folded = CommandText.Fold(asked);
        if (AsWord().IsMatch(folded))
        {
            return await OfferFileAsync(turn, AsWord().Replace(folded, " "), ResolutionFile.Word, cancellationToken);
        }

        if (AsFile().IsMatch(folded))
        {
            return await OfferFileAsync(turn, AsFile().Replace(folded, " "), ResolutionFile.Table, cancellationToken);
        }

        if (ResolutionNumber.TryParse(asked.Trim(), out var number) && number is not null)
        {
            return await OneAsync(turn, number, page, cancellationToken);
        }

        return await ListAsync(turn, asked, page, cancellationToken);
    }

    private async Task<Answer> OneAsync(Turn turn, ResolutionNumber number, PageRequest page, CancellationToken cancellationToken)
    {
        if (await resolutions.FindAsync(turn.Network.Id, number, cancellationToken) is not { } entry || !turn.MayRead(entry))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionNotFound, number.ToString()));
        }

        var view = await views.OfAsync(turn, entry, cancellationToken);
        var buttons = FollowUpPart.Buttons(turn, view, await views.IsLedAsync(turn, entry, cancellationToken));
        return Card(turn, Messages.Get(turn.Reader, Sentence.ResolutionHeading, entry.Number.ToString()), [view], string.Empty, page, [.. buttons]);
    }

    /// <summary>What is asked for as a file, the current year's resolutions when nothing is. Files are handed over in 1:1 only.</summary>
    private async Task<Answer> OfferFileAsync(Turn turn, string asked, string form, CancellationToken cancellationToken)
    {
        var wanted = string.Join(' ', asked.Split(' ', System.StringSplitOptions.RemoveEmptyEntries));
        wanted = wanted.Length == 0 ? turn.LocalNow.Year.ToString(CultureInfo.InvariantCulture) : wanted;
        return turn.IsPersonal ? await file.OfferAsync(turn, wanted, form, cancellationToken) : new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionFileInPrivate));
    }

    private async Task<Answer> ListAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await views.ListAsync(turn, ResolutionQuery.Of(turn.Network, asked), turn.MayRead, cancellationToken);
        return found.Count == 0
            ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoResolutions))
            : Card(turn, Messages.Get(turn.Reader, Sentence.ResolutionsHeading), [.. found.Reverse()], asked, page, []);
    }

    private static Answer.Card Card(Turn turn, string heading, IReadOnlyList<ResolutionView> newestFirst, string asked, PageRequest page, IReadOnlyList<ExecuteAction> buttons) =>
        new(ResolutionCard.Render(turn, heading, newestFirst, asked, page, buttons), heading);

    [GeneratedRegex(@"\b(als (csv |excel )?datei|als csv|as (a )?(csv )?file|as csv)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsFile();

    [GeneratedRegex(@"\b(als (word|docx)([ -]?(datei|dokument))?|as (a )?(word|docx)( (file|document))?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsWord();
}
