using System;
using System.Linq;
using Bot.Domain.Elections;

namespace Bot.Features.Elections.CallElection;

/// <summary>The ways of electing as people type them.</summary>
internal static class MethodWords
{
    private static readonly (string[] Words, ElectionMethod Method)[] Named =
    [
        (["gesamtwahl", "joint", "joint election"], ElectionMethod.Joint),
        (["verbundene einzelwahl", "einzeln auf einem zettel", "name by name", "one by one"], ElectionMethod.OneByOne),
        (["einzelwahl", "sitz fuer sitz", "seat by seat"], ElectionMethod.SeatBySeat),
        (["listenwahl", "list vote", "list election"], ElectionMethod.List),
    ];

    /// <summary>The way a folded part of a text names, being nothing else; null for none.</summary>
    public static ElectionMethod? Of(string folded) => Named.Where(named => named.Words.Contains(folded, StringComparer.Ordinal)).Select(named => (ElectionMethod?)named.Method).FirstOrDefault();
}
