using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Cuts long lists into pages that fit on a card, and draws the buttons between them.</summary>
internal static class Paging
{
    /// <summary>What the entries of a page may weigh: it leaves room for heading, buttons and what else is on the card.</summary>
    public const int Budget = CardLimits.Bytes - (9 * 1024);

    /// <summary>Cuts the list and takes the page that is asked for: the one that holds the named entry, or where it stood; the last when there are fewer.</summary>
    /// <param name="items">The whole list, in order.</param>
    /// <param name="keyOf">Names an entry; letters, digits and <c>-_:.</c>, at most 100.</param>
    /// <param name="weightOf">Bytes on the wire.</param>
    /// <param name="most">Entries on a page at most, at least 1.</param>
    /// <param name="asked">Which page.</param>
    /// <param name="budget">Bytes the entries of a page weigh at most; an entry that weighs more has a page of its own.</param>
    public static Page<TItem> Cut<TItem>(
        IReadOnlyList<TItem> items, Func<TItem, string> keyOf, Func<TItem, int> weightOf, int most, PageRequest asked, int budget = Budget)
    {
        var starts = Starts(items, weightOf, most, budget);
        var number = asked.Key is null ? int.Min(asked.Number, starts.Count) - 1 : Holding(starts, PlaceOf(items, keyOf, asked));
        var end = number + 1 < starts.Count ? starts[number + 1] : items.Count;
        return new Page<TItem>
        {
            Items = [.. items.Skip(starts[number]).Take(end - starts[number])],
            Start = starts[number],
            All = items.Count,
            Number = number + 1,
            Pages = starts.Count,
            Before = number > 0 ? (starts[number - 1], keyOf(items[starts[number - 1]])) : null,
            After = end < items.Count ? (end, keyOf(items[end])) : null,
        };
    }

    /// <summary>Says which part is shown and how to type for another; nothing when the list fits.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="page">The page.</param>
    /// <param name="typed">What to type before "Seite 2"; null where that cannot be typed. Plain text.</param>
    public static IEnumerable<CardElement> Line<TItem>(Reader reader, Page<TItem> page, string? typed)
    {
        if (page.IsPart)
        {
            var shown = Messages.Get(reader, Sentence.PageShown, page.Start + 1, page.Start + page.Items.Count, page.All, page.Number, page.Pages);
            var other = page.After is null ? page.Number - 1 : page.Number + 1;
            yield return CardPart.Subtle(typed is null ? shown : shown + " " + Messages.Get(reader, Sentence.PageByTyping, CardText.Escape(typed, LineBreaks.Collapse), other));
        }
    }

    /// <summary>The buttons to the pages before and after, as far as there are any.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="page">The page.</param>
    /// <param name="verb">What shows another page.</param>
    /// <param name="data">References that verb needs besides.</param>
    public static IEnumerable<ExecuteAction> Buttons<TItem>(Reader reader, Page<TItem> page, string verb, params (string Name, string Value)[] data)
    {
        if (page.Before is { } before)
        {
            yield return Button(reader, Sentence.PageBefore, verb, before, data);
        }

        if (page.After is { } after)
        {
            yield return Button(reader, Sentence.PageAfter, verb, after, data);
        }
    }

    /// <summary>The same buttons within the body, next to a part of the card that is turned over while the rest stays; nothing when the list fits.</summary>
    public static IEnumerable<CardElement> Row<TItem>(Reader reader, Page<TItem> page, string verb, params (string Name, string Value)[] data)
    {
        if (page.IsPart)
        {
            yield return new ActionSet { Actions = [.. Buttons(reader, page, verb, data)] };
        }
    }

    private static ExecuteAction Button(Reader reader, Sentence title, string verb, (int Place, string Key) entry, (string Name, string Value)[] data) => CardPart.Button(
        reader, title, verb, [.. data, (PageRequest.PlaceName, entry.Place.ToString(CultureInfo.InvariantCulture)), (PageRequest.KeyName, entry.Key)]);

    /// <summary>Where each page begins; one page for an empty list.</summary>
    private static List<int> Starts<TItem>(IReadOnlyList<TItem> items, Func<TItem, int> weightOf, int most, int budget)
    {
        var starts = new List<int> { 0 };
        var weight = 0;
        for (var place = 0; place < items.Count; place++)
        {
            var own = weightOf(items[place]);
            if (place > starts[^1] && (place - starts[^1] >= most || weight + own > budget))
            {
                starts.Add(place);
                weight = 0;
            }

            weight += own;
        }

        return starts;
    }

    private static int PlaceOf<TItem>(IReadOnlyList<TItem> items, Func<TItem, string> keyOf, PageRequest asked)
    {
        for (var place = 0; place < items.Count; place++)
        {
            if (string.Equals(keyOf(items[place]), asked.Key, StringComparison.Ordinal))
            {
                return place;
            }
        }

        return asked.Place;
    }

    private static int Holding(List<int> starts, int place) => starts.FindLastIndex(start => start <= place) is var found && found < 0 ? 0 : found;
}
