using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Agendas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>What stands on every agenda, in words: "Eröffnung, Genehmigung des Protokolls, Berichte 15 min, …, Verschiedenes".</summary>
internal static partial class StandingWords
{
    private const int ForgivenRatio = 84;

    /// <summary>What stands for everything that is proposed.</summary>
    private const string Between = "…";

    private static readonly string[] Meant = ["tagesordnung", "tagesordnungspunkte", "agenda"];

    private static readonly string[] Betweens = ["…", "...", "vorschlaege", "vorgeschlagene punkte", "vorgeschlagenes", "proposals", "proposed items"];

    private static readonly string[] Lasts = ["verschiedenes", "sonstiges", "schluss", "ausblick", "any other business", "aob", "miscellaneous", "closing"];

    private static readonly string[] Nothings = ["keine", "nichts", "keine festen punkte", "none", "nothing", "no standing items"];

    /// <summary>Whether the words before the colon mean the agenda, small typing errors forgiven.</summary>
    public static bool AreMeant(string head) =>
        CommandText.WordsOf(CommandText.Fold(head)).Any(word => Meant.Any(meant => word == meant || (Math.Abs(word.Length - meant.Length) <= 2 && Fuzz.Ratio(word, meant) >= ForgivenRatio)));

    /// <summary>Reads a list; null where a limit is broken, a title comes twice, or there is more than one place for what is proposed. Separated by semicolons where there are any,
    /// so that a title can hold a comma. Without "…" the last stands behind what is proposed when it is called so.</summary>
    public static StandingItems? Read(string words)
    {
        if (Nothings.Contains(CommandText.Fold(words).Trim(' ', '.', '!')))
        {
            return StandingItems.None;
        }

        var parts = words.Split(words.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var places = parts.Index().Where(part => Betweens.Contains(CommandText.Fold(part.Item))).Select(part => part.Index).ToList();
        if (parts.Length == 0 || places.Count > 1)
        {
            return null;
        }

        var titles = parts.Where(part => !Betweens.Contains(CommandText.Fold(part))).Select(Item).ToList();
        var first = places is [var place] ? place : titles.Count > 0 && Lasts.Contains(CommandText.Fold(titles[^1].Title)) ? titles.Count - 1 : titles.Count;
        return new StandingItems([.. titles.Take(first)], [.. titles.Skip(first)]) is { IsSound: true } items ? items : null;
    }

    /// <summary>The list as it can be typed.</summary>
    public static string Write(StandingItems items) => items == StandingItems.None
        ? string.Empty
        : string.Join("; ", items.First.Select(Typed).Append(Between).Concat(items.Last.Select(Typed)));

    /// <summary>The list as people read it, each a line of Markdown.</summary>
    public static IEnumerable<string> Lines(Reader reader, StandingItems items) =>
        items.First.Select(item => Line(reader, item)).Append(Messages.Get(reader, Sentence.StandingProposals)).Concat(items.Last.Select(item => Line(reader, item)));

    private static string Line(Reader reader, StandingItem item)
    {
        var title = CardText.Escape(item.Title, LineBreaks.Collapse);
        return item.Minutes is { } minutes ? Messages.Get(reader, Sentence.AgendaLineWithMinutes, title, minutes) : title;
    }

    private static string Typed(StandingItem item) => item.Minutes is { } minutes ? item.Title + " " + minutes.ToString(CultureInfo.InvariantCulture) + " min" : item.Title;

    private static StandingItem Item(string part)
    {
        var length = Length().Match(part);
        return length.Success && int.TryParse(length.Groups["minutes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? new StandingItem(part[..length.Index].TrimEnd(' ', '(')) { Minutes = minutes }
            : new StandingItem(part);
    }

    [GeneratedRegex(@"[\s(]+(?<minutes>\d{1,6})\s*(min|min\.|minuten|minutes|minute|')\s*\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();
}
