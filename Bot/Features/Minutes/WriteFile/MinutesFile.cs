using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Minutes;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Minutes.WriteFile;

/// <summary>Minutes as a Word file, for those who may read them; whole, or as everybody may read them.</summary>
internal sealed class MinutesFile(MinutesFinder finder, MinutesStore minutes) : IFileSource
{
    /// <summary>The value of <see cref="MinutesVerbs.KindField"/> for the version for everybody.</summary>
    public const string Public = "public";

    private const int LongestName = 40;

    /// <inheritdoc/>
    public string Kind => "minutes";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken)
    {
        var named = new CardForm(reference);
        return turn.IsPersonal && await finder.FindAsync(turn, named.Id(MinutesVerbs.MeetingField), cancellationToken) is { } view
            ? await MakeAsync(turn, view, named[MinutesVerbs.KindField] == Public, named.Number(MinutesVerbs.VersionField), cancellationToken)
            : null;
    }

    /// <summary>The file; the sender's right is checked already.</summary>
    /// <param name="turn">Who gets it, and in which language.</param>
    /// <param name="view">The minutes.</param>
    /// <param name="isPublic">Whether as everybody may read them.</param>
    /// <param name="version">Which version; null, or one there never was, for as they stand.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<FileDocument> MakeAsync(Turn turn, MinutesView view, bool isPublic, int? version, CancellationToken cancellationToken)
    {
        var of = version is { } asked && asked >= 1 && asked <= view.Minutes.Version ? asked : view.Minutes.Version;
        var body = of == view.Minutes.Version ? view.Body : await minutes.BodyAsync(turn.Network.Id, view.Minutes, of, cancellationToken);
        var document = new MinutesDocument(turn.Reader, turn.Network, view.Minutes, isPublic ? body.ForEverybody() : body, of).Make(turn.Now);
        var reference = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FileDocument.KindField] = Kind,
            [MinutesVerbs.MeetingField] = view.Meeting.Id.Value,
            [MinutesVerbs.KindField] = isPublic ? Public : "whole",
            [MinutesVerbs.VersionField] = of.ToString(CultureInfo.InvariantCulture),
        };
        return new FileDocument(NameOf(turn.Reader, view.Committee, view.Minutes.Day, isPublic), WordFile.Write(document), reference);
    }

    /// <summary>Offers the file in 1:1.</summary>
    public async Task<Answer.File> OfferAsync(Turn turn, MinutesView view, bool isPublic, int? version, CancellationToken cancellationToken)
    {
        var title = MinutesWords.Title(turn.Reader, view.Body.Committee, view.Minutes.Day);
        return new Answer.File(
            await MakeAsync(turn, view, isPublic, version, cancellationToken),
            Messages.Get(turn.Reader, isPublic ? Sentence.MinutesFileDescriptionPublic : Sentence.MinutesFileDescription, title),
            Platform.Cards.CardText.Escape(Messages.Get(turn.Reader, Sentence.MinutesFileOtherwise, title)));
    }

    /// <summary>What the file is called: what, whose, of which day; in ASCII letters, which every place takes.</summary>
    public static string NameOf(Reader reader, Committee committee, LocalDate day, bool isPublic)
    {
        var folded = string.Concat(CommandText.Fold(committee.Name).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        var name = string.Join('-', ShortText.Cut(folded, LongestName).Split('-', StringSplitOptions.RemoveEmptyEntries));
        string[] parts = [Messages.Get(reader, Sentence.MinutesFileName), name, LocalDatePattern.Iso.Format(day), isPublic ? Messages.Get(reader, Sentence.MinutesFileNamePublic) : string.Empty];
        return string.Join('-', parts.Where(part => part.Length > 0)) + WordFile.Ending;
    }
}
