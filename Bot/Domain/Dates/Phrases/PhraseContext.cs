using System;
using System.Linq;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What stands around a place in the text. A number means nothing by itself; its neighbours make it a date, a time or neither.</summary>
/// <param name="Tokens">The text.</param>
/// <param name="LastTo">Behind the last mention found so far; 0 when there is none.</param>
/// <param name="LastIsClock">Whether that mention is a time.</param>
internal sealed record PhraseContext(TokenList Tokens, int LastTo, bool LastIsClock = false)
{
    private static readonly string[] DayPrepositions =
    [
        "am", "an", "den", "dem", "zum", "bis", "ab", "vom", "von", "auf", "fuer", "on", "the", "by", "until", "till", "from", "for",
    ];

    private static readonly string[] StrictDayPrepositions = ["am", "den", "dem", "vom", "zum", "on"];

    private static readonly string[] ClockPrepositions =
        ["um", "gegen", "ab", "von", "bis", "zwischen", "at", "from", "by", "until", "till", "ca", "circa", "etwa", "around", "punkt"];

    private static readonly string[] BareClockPrepositions = ["um", "at", "gegen"];

    private static readonly string[] Introducers =
    [
        "raum", "zimmer", "saal", "haus", "gebaeude", "top", "tops", "punkt", "nr", "nummer", "kapitel", "version", "v", "seite", "artikel",
        "art", "absatz", "abs", "gruppe", "etage", "stock", "tel", "telefon", "fon", "mobil", "handy", "fax", "antrag", "beschluss",
        "anlage", "ziffer", "ziff", "strasse", "str", "platz", "weg", "allee", "linie", "gleis", "teil", "phase", "stufe", "klasse", "plz",
        "konto", "room", "hall", "building", "item", "no", "number", "apt", "floor", "page", "section", "chapter", "line", "paragraph",
    ];

    private static readonly string[] Units =
    [
        "personen", "leute", "teilnehmer", "teilnehmende", "mitglieder", "mitgliedern", "stimmen", "plaetze", "minuten", "minute", "min",
        "stunden", "stunde", "std", "tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren", "euro", "eur", "cent", "prozent",
        "km", "m", "meter", "kg", "gb", "mb", "mio", "tsd", "punkte", "punkten", "mal", "people", "persons", "members", "votes", "minutes",
        "mins", "hours", "hour", "days", "weeks", "months", "years", "percent", "points", "seats",
    ];

    private static readonly string[] Followers =
    [
        "im", "in", "am", "bei", "beim", "auf", "an", "online", "via", "mit", "und", "oder", "statt", "on", "at", "with", "for", "zur", "zum",
        "fuer", "wegen", "per", "heute", "morgen", "uebermorgen", "today", "tomorrow", "tonight", "next", "this", "bis", "to", "until", "sharp",
        "frueh", "the", "den", "naechsten", "kommenden", "diesen", "and", "or",
    ];

    /// <summary>The token before is a word that numbers things: "Raum 14", "TOP 3", "Nr. 7".</summary>
    public bool IsNumbering(int at)
    {
        var before = Tokens.IsSymbol(at - 1, '.') || Tokens.IsSymbol(at - 1, ':') ? at - 2 : at - 1;
        return Tokens.IsWord(before, Introducers) || Tokens[before].Folded.EndsWith("strasse", StringComparison.Ordinal)
            || (Tokens.IsSymbol(at - 1, '.') && Tokens[before].Folded.EndsWith("str", StringComparison.Ordinal));
    }

    /// <summary>A unit or a counted thing stands here: "15 min", "7 Personen", "3.5 %".</summary>
    public bool IsUnit(int at) => Tokens.IsWord(at, Units) || Tokens.IsSymbol(at, '%') || Tokens.IsSymbol(at, '€');

    public bool HasDayPreposition(int at) => Tokens.IsWord(at - 1, DayPrepositions);

    /// <summary>A preposition that only goes with a day, never with a time.</summary>
    public bool HasStrictDayPreposition(int at) => Tokens.IsWord(at - 1, StrictDayPrepositions);

    public bool HasClockPreposition(int at) =>
        Tokens.IsWord(Tokens.IsSymbol(at - 1, '.') && Tokens.IsWord(at - 2, "ca") ? at - 2 : at - 1, ClockPrepositions);

    /// <summary>A preposition after which a bare number may be an hour.</summary>
    public bool HasBareClockPreposition(int at) => Tokens.IsWord(at - 1, BareClockPrepositions);

    /// <summary>Only prepositions and commas lie between the last mention and this place.</summary>
    public bool FollowsMention(int at)
    {
        var before = at;
        while (before > LastTo && (Tokens.IsSymbol(before - 1, ',') || Tokens.IsWord(before - 1, ClockPrepositions)))
        {
            before--;
        }

        return LastTo > 0 && before == LastTo;
    }

    /// <summary>A time of day begins here, marked as one.</summary>
    public bool IsClock(int at)
    {
        var start = Tokens.IsSymbol(at, ',') ? at + 1 : at;
        return Tokens.IsWord(start, "um", "at", "gegen") || (Tokens.IsWord(start, "ab", "von", "from") && Tokens[start + 1].Kind == TokenKind.Number)
            || (Tokens[start].Kind == TokenKind.Number && IsMarkedClock(start));
    }

    /// <summary>Nothing follows that the number before could count.</summary>
    public bool EndsThought(int at)
    {
        var token = Tokens[at];
        return token.Kind switch
        {
            TokenKind.None => true,
            TokenKind.Symbol => !(token.Folded[0] is '.' or ':' or '-' or '/' && Tokens[at + 1] is { Glued: true, Kind: not TokenKind.Symbol })
                && token.Folded[0] is not ('%' or '€' or '$' or '°'),
            TokenKind.Word => Followers.Contains(token.Folded) || DayParts.Adverb(token.Folded) is not null
                || CalendarWords.Weekday(token.Folded) is not null,
            _ => false,
        };
    }

    /// <summary>A hyphen and a word follow directly: "Mai-Fest".</summary>
    public bool IsCompound(int at) =>
        Tokens.IsSymbol(at, '-') && Tokens[at].Glued && Tokens[at + 1] is { Kind: TokenKind.Word, Glued: true };

    private bool IsMarkedClock(int at)
    {
        var behind = Tokens.JoinsNumbers(at + 1, ':') || Tokens.JoinsNumbers(at + 1, '.') ? at + 3 : at + 1;
        return Tokens.JoinsNumbers(at + 1, ':') || Tokens.IsWord(behind, "uhr", "pm", "h") || (Tokens.IsWord(behind, "am") && Tokens[behind].Glued)
            || (Tokens.IsSymbol(at + 1, '-') && Tokens[at + 2].Kind == TokenKind.Number && Tokens.IsWord(at + 3, "uhr", "pm"));
    }
}
