using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Features.Minutes.WriteFile;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ShowMinutes;

/// <summary>"Protokolle", "Protokoll Beirat 14.1.", "Protokolle Demokratiefest 2026", "Protokoll Beirat öffentlich als Datei": lists minutes, shows them, or hands them over.</summary>
internal sealed partial class ShowMinutesCommand(MinutesFinder finder, MinutesFile file) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Minutes;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.OwnCommittees.Length == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var wish = Wish.In(asked);
        var found = await FoundAsync(turn, wish.Rest, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoMinutes));
        }

        var isOne = found.Count == 1 || wish.IsFile || MinutesFinder.DayIn(turn, wish.Rest) is not null;
        if (!isOne)
        {
            return Shown(MinutesListCard.Render(turn, found, wish.Rest, page));
        }

        return await finder.FindAsync(turn, found[0].Meeting.Value, cancellationToken) is not { } view
            ? new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.MinutesNotFound)))
            : await OneAsync(turn, view, wish, page, cancellationToken);
    }

    private static Answer.Card Shown(Platform.Cards.AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);

    private async Task<Answer> OneAsync(Turn turn, MinutesView view, Wish wish, PageRequest page, CancellationToken cancellationToken)
    {
        if (!wish.IsFile)
        {
            return Shown(MinutesCard.Render(turn, view, page));
        }

        return turn.IsPersonal
            ? await file.OfferAsync(turn, view, wish.IsPublic, wish.Version, cancellationToken)
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesFileInPrivate));
    }

    /// <summary>Those of the committee and the day named that hold the words left over.</summary>
    private async Task<IReadOnlyList<MeetingMinutes>> FoundAsync(Turn turn, string asked, CancellationToken cancellationToken)
    {
        var readable = await finder.ReadableAsync(turn, asked, cancellationToken);
        var year = MinutesFinder.DayIn(turn, asked) is null && Year().Match(asked) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var words = MinutesFinder.DayIn(turn, asked) is null ? SearchWords(turn, asked) : [];
        return
        [
            .. readable.Where(one => year is null || one.Minutes.Day.Year == year)
                .Where(one => words.Length == 0 || CommandText.Fold(one.Words) is var text && words.All(word => text.Contains(word, System.StringComparison.Ordinal)))
                .Select(one => one.Minutes),
        ];
    }

    private static string[] SearchWords(Turn turn, string asked)
    {
        var rest = CommitteeFinder.Named(turn.Network, asked).Aggregate(Year().Replace(asked, string.Empty), (text, committee) => CommitteeFinder.Without(committee, text));
        return [.. CommandText.WordsOf(CommandText.Fold(rest)).Except(Fillers)];
    }

    private static readonly string[] Fillers = ["der", "die", "das", "des", "vom", "von", "zum", "zur", "im", "am", "aus", "sitzung", "letzte", "letzten", "letztes", "the", "of", "from", "last", "meeting"];

    /// <summary>What is wanted of the minutes besides reading them.</summary>
    /// <param name="IsFile">As a file.</param>
    /// <param name="IsPublic">The version for everybody.</param>
    /// <param name="Version">Which version; null for as they stand.</param>
    /// <param name="Rest">The text without these words.</param>
    private sealed partial record Wish(bool IsFile, bool IsPublic, int? Version, string Rest)
    {
        public static Wish In(string asked)
        {
            var version = OfVersion().Match(asked);
            var rest = OfVersion().Replace(asked, string.Empty);
            var isPublic = ForEverybody().IsMatch(rest);
            rest = ForEverybody().Replace(rest, string.Empty);
            var isFile = AsFile().IsMatch(rest);
            rest = AsFile().Replace(rest, string.Empty);
            return new Wish(
                isFile || isPublic, isPublic, version.Success ? int.Parse(version.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null,
                string.Join(' ', rest.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries)));
        }

        [GeneratedRegex(@"\b(als (word[- ]?)?(datei|dokument)|als word|as (a )?(word )?(file|document)|as word)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex AsFile();

        [GeneratedRegex(@"\b(oeffentlich|(\u00F6|o\u0308)ffentlich)(e|en|es)?( fassung)?\b|\bpublic( version)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex ForEverybody();

        [GeneratedRegex(@"\b(version|fassung) (?<number>\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex OfVersion();
    }

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
