using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Sectors in words, and back.</summary>
internal static class SectorWords
{
    /// <summary>The sector's name.</summary>
    public static string Name(Reader reader, Sector sector) => Messages.Get(reader, SentenceFor(sector));

    /// <summary>From how many letters on the beginning of a word is taken for it, as "Kirche" for "Kirchen".</summary>
    private const int Beginning = 5;

    /// <summary>The sector somebody named in either language: in full, by one or some of the words of its name, or by how one of them begins; null when none or several fit.</summary>
    public static Sector? Read(string text)
    {
        var asked = CommandText.Fold(CommandText.OneLine(text));
        var exact = Fitting(name => name == asked);
        var found = exact.Length > 0 ? exact : Fitting(name => asked.Length > 0 && (" " + name + " ").Contains(" " + asked + " ", StringComparison.Ordinal));
        found = found.Length > 0 || asked.Length < Beginning ? found : Fitting(name => name.StartsWith(asked, StringComparison.Ordinal) || name.Split(' ').Any(word => word.StartsWith(asked, StringComparison.Ordinal)));
        return found.Length == 1 ? found[0] : null;
    }

    private static Sector[] Fitting(Func<string, bool> fits) =>
        [.. Enum.GetValues<Sector>().Where(sector => new[] { Reader.German, Reader.English }.Any(reader => fits(CommandText.Fold(Name(reader, sector)))) || fits(CommandText.Fold(sector.ToString())))];

    private static Sentence SentenceFor(Sector sector) => sector switch
    {
        Sector.Religion => Sentence.SectorReligion,
        Sector.TradeUnion => Sentence.SectorTradeUnion,
        Sector.Business => Sentence.SectorBusiness,
        Sector.Administration => Sentence.SectorAdministration,
        Sector.Politics => Sentence.SectorPolitics,
        Sector.Education => Sentence.SectorEducation,
        Sector.Youth => Sentence.SectorYouth,
        Sector.Sport => Sentence.SectorSport,
        Sector.Culture => Sentence.SectorCulture,
        Sector.Welfare => Sentence.SectorWelfare,
        Sector.Migration => Sentence.SectorMigration,
        Sector.Initiative => Sentence.SectorInitiative,
        Sector.Media => Sentence.SectorMedia,
        Sector.Police => Sentence.SectorPolice,
        Sector.Justice => Sentence.SectorJustice,
        _ => throw new ArgumentOutOfRangeException(nameof(sector)),
    };
}
