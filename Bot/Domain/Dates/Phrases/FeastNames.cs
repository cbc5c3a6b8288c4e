using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What feasts and days of remembrance are called, German and English.</summary>
/// <remarks>All of them are days of the calendar everywhere; in which Land they are free is another question. Names of two days in different places
/// (Labor Day, Weltkindertag) are left out.</remarks>
internal static class FeastNames
{
    private static readonly (string Names, Feast Feast)[] All =
    [
        ("neujahr, neujahrstag, new year's day, new years day", Feast.Fixed(1, 1)),
        ("heilige drei könige, dreikönigstag, dreikönig, heilige-drei-könige, epiphany", Feast.Fixed(1, 6)),
        ("weiberfastnacht, altweiberfastnacht, schmotziger donnerstag", Feast.FromEaster(-52)),
        ("rosenmontag", Feast.FromEaster(-48)),
        ("faschingsdienstag, fastnachtsdienstag, veilchendienstag, shrove tuesday", Feast.FromEaster(-47)),
        ("aschermittwoch, ash wednesday", Feast.FromEaster(-46)),
        ("internationaler frauentag, internationalen frauentag, frauentag, international women's day, women's day", Feast.Fixed(3, 8)),
        ("palmsonntag, palm sunday", Feast.FromEaster(-7)),
        ("gründonnerstag, maundy thursday", Feast.FromEaster(-3)),
        ("karfreitag, good friday", Feast.FromEaster(-2)),
        ("karsamstag, ostersamstag, holy saturday", Feast.FromEaster(-1)),
        ("ostersonntag, easter sunday", Feast.FromEaster(0)),
        ("ostermontag, easter monday", Feast.FromEaster(1)),
        ("osterdienstag, easter tuesday", Feast.FromEaster(2)),
        ("ostern, easter", Feast.AllEaster()),
        ("tag der arbeit, maifeiertag, labour day, may day", Feast.Fixed(5, 1)),
        ("tag der befreiung, liberation day", Feast.Fixed(5, 8)),
        ("christi himmelfahrt, himmelfahrt, himmelfahrtstag, vatertag, männertag, ascension day, ascension", Feast.FromEaster(39)),
        ("pfingstsonntag, whit sunday", Feast.FromEaster(49)),
        ("pfingstmontag, whit monday", Feast.FromEaster(50)),
        ("pfingstdienstag", Feast.FromEaster(51)),
        ("pfingsten, whitsun, pentecost", Feast.Whitsun()),
        ("fronleichnam, corpus christi", Feast.FromEaster(60)),
        ("mariä himmelfahrt, maria himmelfahrt, assumption day", Feast.Fixed(8, 15)),
        ("tag der deutschen einheit, tag der einheit, german unity day, day of german unity", Feast.Fixed(10, 3)),
        ("reformationstag, reformation day", Feast.Fixed(10, 31)),
        ("allerheiligen, all saints' day, all saints day", Feast.Fixed(11, 1)),
        ("volkstrauertag", Feast.FromAdvent(-14)),
        ("buß- und bettag, buß und bettag, buß- u. bettag, buß u. bettag, bußtag, repentance day", Feast.FromAdvent(-11)),
        ("totensonntag, ewigkeitssonntag", Feast.FromAdvent(-7)),
        ("1. advent, 1. adventssonntag, erster adventssonntag, ersten adventssonntag, erster advent, ersten advent, first advent", Feast.FromAdvent(0)),
        ("2. advent, 2. adventssonntag, zweiter adventssonntag, zweiten adventssonntag, zweiter advent, zweiten advent, second advent", Feast.FromAdvent(7)),
        ("3. advent, 3. adventssonntag, dritter adventssonntag, dritten adventssonntag, dritter advent, dritten advent, third advent", Feast.FromAdvent(14)),
        ("4. advent, 4. adventssonntag, vierter adventssonntag, vierten adventssonntag, vierter advent, vierten advent, fourth advent", Feast.FromAdvent(21)),
        ("nikolaus, nikolaustag", Feast.Fixed(12, 6)),
        ("heiligabend, heilig abend, heiliger abend, christmas eve", Feast.Fixed(12, 24)),
        ("1. weihnachtstag, erster weihnachtstag, ersten weihnachtstag, 1. weihnachtsfeiertag, christmas day", Feast.Fixed(12, 25)),
        ("2. weihnachtstag, zweiter weihnachtstag, zweiten weihnachtstag, 2. weihnachtsfeiertag, boxing day", Feast.Fixed(12, 26)),
        ("weihnachten, christmas", Feast.Christmas()),
        ("silvester, sylvester, silvesterabend, new year's eve, new years eve", Feast.Fixed(12, 31)),
    ];

    /// <summary>By the first word, the longest name first.</summary>
    private static readonly ILookup<string, (string[] Words, Feast Feast)> Names = All
        .SelectMany(entry => entry.Names.Split(", ").Select(name => (Words: Words(name), entry.Feast)))
        .OrderByDescending(name => name.Words.Length)
        .ToLookup(name => name.Words[0]);

    /// <summary>The feast whose name begins at this place, and where it ends; null for none.</summary>
    public static (Feast Feast, int To)? At(TokenList tokens, int at)
    {
        foreach (var (words, feast) in Names[tokens[at].Folded])
        {
            if (words.Index().All(word => Is(tokens[at + word.Index], word.Item)) && !IsCompound(tokens, at + words.Length))
            {
                return (feast, at + words.Length);
            }
        }

        return null;
    }

    private static bool Is(Token token, string word) => token.Folded == word || (word == "'" && token.Folded == "’");

    private static bool IsCompound(TokenList tokens, int at) =>
        tokens.IsSymbol(at, '-') && tokens[at].Glued && tokens[at + 1] is { Kind: TokenKind.Word, Glued: true };

    private static string[] Words(string name)
    {
        var tokens = TokenList.Of(name);
        return [.. Enumerable.Range(0, tokens.Length).Select(at => tokens[at].Folded)];
    }
}
