using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>What a line such as "TOP 3 nach oben" wants of which item, by the numbers people see.</summary>
/// <param name="Place">The number of the item.</param>
/// <param name="Where">The text in which a committee may be named whose agenda is meant.</param>
/// <param name="Wanted">What is wanted; <see cref="ItemChange.Beside.Other"/> holds a number people see, or 0 for the neighbour.</param>
internal sealed partial record ItemWords(int Place, string Where, ItemChange Wanted)
{
    private const int ForgivenRatio = 85, ShortestForgiven = 6;

    /// <summary>A word of an order may be mistyped from so many letters on, and be so unlike; "obn" for "oben" is 86.</summary>
    private const int ShortestOrder = 3, OrderRatio = 80;

    private const int NearRatio = 60, MostNear = 2;

    /// <summary>No committee has this identity.</summary>
    private const string NoCommittee = "-";

    /// <summary>Phrases that mean a change by themselves, folded.</summary>
    private static readonly (string[] Phrases, ItemChange Wanted)[] Phrases =
    [
        (["nach oben", "weiter nach oben", "eins nach oben", "hoch", "rauf", "hinauf", "nach vorn", "nach vorne", "vorziehen", "up", "move up"], new ItemChange.Beside(0, IsBehind: false)),
        (["nach unten", "weiter nach unten", "eins nach unten", "runter", "hinunter", "nach hinten", "down", "move down"], new ItemChange.Beside(0, IsBehind: true)),
        (["an den anfang", "ganz nach oben", "als erstes", "zuerst", "first", "to the top", "to top", "to the start"], new ItemChange.ToEdge(IsLast: false)),
        (["ans ende", "an das ende", "ganz nach unten", "als letztes", "zuletzt", "last", "to the end", "to end", "to the bottom"], new ItemChange.ToEdge(IsLast: true)),
        (["ohne dauer", "keine dauer", "without duration", "no duration"], new ItemChange.Minutes(null)),
        (["ohne vortrag", "kein vortrag", "without presenter", "no presenter"], new ItemChange.Presenter(string.Empty)),
        (["vertraulich", "ist vertraulich", "vertraulich machen", "nichtoeffentlich", "nicht oeffentlich", "confidential", "make confidential"], new ItemChange.Visible(AgendaVisibility.Committee)),
        (["oeffentlich", "oeffentlich machen", "nicht vertraulich", "nicht mehr vertraulich", "public", "make public", "not confidential"], new ItemChange.Visible(AgendaVisibility.All)),
        (["zurueckziehen", "zurueckgezogen", "streichen", "streiche", "absetzen", "von der tagesordnung nehmen", "entfernen", "loeschen", "entfaellt", "withdraw", "withdrawn", "remove", "delete"], new ItemChange.Withdraw()),
        (["aufnehmen", "wird aufgenommen", "behandeln", "take up", "take it up", "taken up"], new ItemChange.TakeUp(IsTaken: true)),
        (["nicht aufnehmen", "wird nicht aufgenommen", "nicht behandeln", "do not take up", "not taken up", "leave"], new ItemChange.TakeUp(IsTaken: false)),
    ];

    /// <summary>Words that orders about an item are made of, those of the meeting that goes on among them.</summary>
    private static readonly string[] OrderWords =
    [
        "oben", "unten", "hoch", "runter", "rauf", "hinauf", "hinunter", "vorn", "vorne", "hinten", "hinter", "anfang", "ende", "zuerst", "zuletzt", "vorziehen", "verschieben",
        "schieben", "ziehen", "setzen", "stellen", "tauschen", "streichen", "absetzen", "entfernen", "loeschen", "zurueckziehen", "vertagen", "vertagt", "erledigt", "aufrufen", "aufnehmen",
        "verweisen", "ueberweisen", "umbenennen", "vertraulich", "oeffentlich", "minuten", "dauert", "dauer", "up", "down", "behind", "above", "below", "move", "remove", "withdraw", "postpone", "minutes",
        "irgendwo", "irgendwohin", "somewhere",
    ];

    /// <summary>Words that belong to an order only where a position follows, since they tell times as well: "TOP 5 nach Ostern" is a title, "TOP 5 nach TPO 2" a mistyped order.</summary>
    private static readonly string[] Sides = ["vor", "nach", "before", "after"];

    /// <summary>Words that stand before the number of an item, or before its title.</summary>
    private static readonly string[] Marks = ["top", "tops", "punkt", "tagesordnungspunkt", "item", "nr", "no"], Articles = ["den", "dem", "der", "die", "das", "the"],
        Everything = ["alle", "allem", "allen", "alles", "everything", "all"];

    private static readonly string[] Refers = ["verweisen", "ueberweisen", "weitergeben", "abgeben", "verweise", "ueberweise", "refer", "pass"];

    /// <summary>Reads a line; null when it is no change of an item, as "TOP 10 Jahre Bündnis".</summary>
    public static ItemWords? Read(Network network, CommandText text)
    {
        var head = Head().Match(text.Raw);
        if (!head.Success || !int.TryParse(head.Groups["place"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return null;
        }

        var verb = CommandText.Fold(head.Groups["verb"].Value);
        var rest = head.Groups["rest"].Value.Trim(' ', '.', '!', ',');
        rest = verb switch
        {
            "" or "move" or "put" or "make" or "setze" or "stelle" or "verschiebe" or "schiebe" or "ziehe" or "mache" or "zieh" => rest,
            _ => verb + " " + rest,
        };
        return Reading(network, place, rest.Trim());
    }

    /// <summary>Whether a line begins with an item's number and looks like an order about it that <see cref="Read"/> does not understand, as "TOP 3 nach obn rechts": such a line
    /// is asked back rather than taken for the title of a new item.</summary>
    public static bool LooksLikeOrder(CommandText text) => Head().Match(text.Raw) is { Success: true } head && !AfterMark().IsMatch(text.Raw)
        && (head.Groups["verb"].Length > 0 || IsOrder(CommandText.WordsOf(CommandText.Fold(head.Groups["rest"].Value))));

    /// <summary>The words behind "vor" or "nach" where a line puts an item beside something that is no number, as "Haushalt" in "TOP 5 nach dem Haushalt", and which item; null for any
    /// other line. Whether another item is called so only its agenda says: if not, the line is the title of a new one.</summary>
    public static (int Place, bool IsBehind, string Title)? BesideTitle(CommandText text)
    {
        var head = Head().Match(text.Raw);
        if (!head.Success || AfterMark().IsMatch(text.Raw) || !int.TryParse(head.Groups["place"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || CommandText.WordsOf(CommandText.Fold(head.Groups["rest"].Value)) is not [var side, .. var words] || !Sides.Contains(side))
        {
            return null;
        }

        var title = string.Join(' ', words.SkipWhile(word => Articles.Contains(word) || Marks.Contains(word)));
        return title.Length == 0 ? null : (place, side is "nach" or "after", title);
    }

    /// <summary>Whether an item is called so, as people type it.</summary>
    public static bool IsTitle(AgendaItem item, string title) => CommandText.Fold(item.Title) is var folded
        && (folded == title || (title.Length >= ShortestForgiven && (folded.StartsWith(title + " ", StringComparison.Ordinal) || Fuzz.Ratio(folded, title) >= ForgivenRatio)));

    /// <summary>The understood orders most like the one in the line, as they are typed, the most alike first.</summary>
    public static IReadOnlyList<string> Nearest(CommandText text)
    {
        var head = Head().Match(text.Raw);
        var rest = CommandText.Fold(head.Groups["rest"].Value);
        var start = text.Raw[..head.Groups["rest"].Index].TrimEnd();
        return
        [
            .. Phrases.SelectMany(phrase => phrase.Phrases.Take(1)).Select(words => (Words: words, Likeness: Fuzz.WeightedRatio(words, rest)))
                .Where(pair => pair.Likeness >= NearRatio).OrderByDescending(pair => pair.Likeness).Take(MostNear).Select(pair => start + " " + pair.Words),
        ];
    }

    private static bool IsOrder(IReadOnlyList<string> words) => words.Any(word => !Sides.Contains(word) && IsWordOf(OrderWords, word))
        || words.Index().Any(side => IsWordOf(Sides, side.Item) && IsPosition([.. words.Skip(side.Index + 1).SkipWhile(Articles.Contains)]));

    /// <summary>Whether what follows "vor" or "nach" can be a position: a number, a mark such as "TOP", mistyped perhaps, everything, or nothing yet.</summary>
    private static bool IsPosition(string[] words) => words is not [var first, .. var rest]
        || char.IsAsciiDigit(first[0]) || Marks.Contains(first) || Everything.Contains(first)
        || (rest is [var number, ..] && char.IsAsciiDigit(number[0]) && Marks.Any(mark => Fuzz.Ratio(mark, first) >= NearRatio));

    private static bool IsWordOf(string[] known, string word) =>
        known.Any(order => word == order || (word.Length >= ShortestOrder && Math.Abs(word.Length - order.Length) <= 2 && Fuzz.Ratio(word, order) >= OrderRatio));

    /// <summary>The change as the agenda stands now, or null when it names an item that is not there, or there is no neighbour.</summary>
    public ItemChange? On(Agenda agenda, AgendaItem item) => Wanted switch
    {
        ItemChange.Beside(0, var isBehind) => Neighbour(agenda, item, isBehind),
        ItemChange.Beside(var place, var isBehind) => agenda.At(place) is { } other ? new ItemChange.Beside(other.Number, isBehind) : null,
        var other => other,
    };

    private static ItemChange.Beside Neighbour(Agenda agenda, AgendaItem item, bool isBehind)
    {
        var neighbour = agenda.At(agenda.PlaceOf(item) + (isBehind ? 1 : -1));
        return new ItemChange.Beside((neighbour ?? item).Number, isBehind);
    }

    private static ItemWords? Reading(Network network, int place, string rest)
    {
        if (Refer(network, rest) is { } referred)
        {
            return new ItemWords(place, referred.Where, new ItemChange.Refer(referred.To));
        }

        // What follows a colon are people's own words; a committee in them is not whose agenda is meant.
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (before, own) = colon < 0 ? (rest, string.Empty) : (rest[..colon], rest[colon..]);
        var committees = CommitteeFinder.Named(network, before);
        var bare = committees.Aggregate(before, (text, committee) => CommitteeFinder.Without(committee, text)) + own;
        return Wanted(Preposition().Replace(bare, " ").Trim()) is { } wanted ? new ItemWords(place, string.Join(' ', committees.Select(committee => committee.Name)), wanted) : null;

        static ItemChange? Wanted(string words) => OwnWords(words) ?? Wants(CommandText.Fold(words).Trim(' ', '.', '!', ','));
    }

    private static ItemChange? OwnWords(string rest)
    {
        if (Named().Match(rest) is { Success: true } named)
        {
            return new ItemChange.Presenter(named.Groups["name"].Value.Trim());
        }

        return Renamed().Match(rest) is { Success: true } renamed ? new ItemChange.Title(renamed.Groups["title"].Value.Trim()) : null;
    }

    private static ItemChange? Wants(string folded)
    {
        if (Beside().Match(folded) is { Success: true } beside && Number(beside) is { } other)
        {
            return new ItemChange.Beside(other, beside.Groups["side"].Value is "nach" or "hinter" or "after" or "behind" or "below");
        }

        if (Length().Match(folded) is { Success: true } length && Number(length) is { } minutes)
        {
            return new ItemChange.Minutes(minutes);
        }

        if (Phrases.Where(phrase => phrase.Phrases.Contains(folded)).Select(phrase => phrase.Wanted).FirstOrDefault() is { } exact)
        {
            return exact;
        }

        var close = Phrases.SelectMany(phrase => phrase.Phrases.Where(words => words.Length >= ShortestForgiven && Math.Abs(words.Length - folded.Length) <= 2).Select(words => (Ratio: Fuzz.Ratio(words, folded), phrase.Wanted)))
            .OrderByDescending(pair => pair.Ratio).FirstOrDefault();
        return close.Ratio >= ForgivenRatio ? close.Wanted : null;
    }

    private static (CommitteeId To, string Where)? Refer(Network network, string rest)
    {
        var words = CommandText.WordsOf(CommandText.Fold(rest));
        if (!words.Any(word => Refers.Any(refer => word == refer || (refer.Length >= ShortestForgiven && Fuzz.Ratio(word, refer) >= ForgivenRatio))) || To().Match(rest) is not { Success: true } to)
        {
            return null;
        }

        // One that names no committee, or several, is refused as such: taken for the title of a new item it would be a wrong understanding.
        var named = CommitteeFinder.Named(network, to.Groups["to"].Value);
        return (named is [var committee] ? committee.Id : new CommitteeId(NoCommittee), rest[..to.Index]);
    }

    private static int? Number(Match match) => int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    [GeneratedRegex(
        @"^((?<verb>move|put|make|withdraw|remove|delete|refer|pass|setze|stelle|verschiebe|schiebe|ziehe|zieh|mache|verweise|\u00FCberweise|ueberweise|streiche)\s+)?(den\s+|the\s+)?(top|tops|punkt|tagesordnungspunkt|agenda item|item)\s*(nr\.?\s*|#\s*)?(?<place>\d{1,3})\b\.?\s*[:,]?\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    /// <summary>A colon right behind "TOP", or behind the number, says that what follows are one's own words.</summary>
    [GeneratedRegex(@"^\s*\S+\s*:|^\s*\S+\s*(nr\.?\s*|#\s*)?\d{1,3}\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AfterMark();

    [GeneratedRegex(@"^(ist |wird )?(?<side>vor|nach|hinter|before|after|behind|above|below)( den| the)?( top| punkt| item)?\s*(nr\.?|#)?\s*(?<number>\d{1,3})( setzen| stellen| verschieben| ziehen)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(dauert |dauer |braucht |bekommt |takes |duration |auf )?:?\s*(?<number>\d{1,6})\s*(min|min\.|minuten|minutes|minute|')( lang| long)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"^((vortrag|vortragende|vortragender|referentin|referent|referat|presenter|speaker)\s*(:\s*|durch\s+|von\s+|by\s+)|(vorgetragen von|presented by)\s*:?\s*)(?<name>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(umbenennen|umbenennen in|neuer titel|titel|\u00E4ndern|aendern|hei\u00DFt jetzt|heisst jetzt|rename|rename to|new title|title|change)\s*:\s*(?<title>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Renamed();

    [GeneratedRegex(@"\b(an|to)\s+(?<to>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex To();

    /// <summary>What is left of "im Beirat", "vom Plenum" when the name is gone.</summary>
    [GeneratedRegex(@"^(im|vom|beim|des|der|of|in)(\s+the)?\s+|\s+(im|vom|beim|des|of|in)(\s+the)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Preposition();
}
