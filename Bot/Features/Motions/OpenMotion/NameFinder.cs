using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>Finds the one thing somebody means by a name or a part of it.</summary>
internal static class NameFinder
{
    private const int Shortest = 3;

    /// <summary>The one whose name it is, or else the only one whose name contains it; null when there is none or more than one.</summary>
    public static T? Find<T>(IReadOnlyCollection<T> all, Func<T, string> nameOf, string typed)
        where T : class
    {
        var folded = CommandText.Fold(typed);
        if (folded.Length < Shortest)
        {
            return null;
        }

        var same = all.Where(one => CommandText.Fold(nameOf(one)) == folded).Take(2).ToList();
        return same.Count > 0
            ? Only(same)
            : Only([.. all.Where(one => CommandText.Fold(nameOf(one)).Contains(folded, StringComparison.Ordinal)).Take(2)]);
    }

    private static T? Only<T>(IReadOnlyList<T> found)
        where T : class => found is [var one] ? one : null;
}
