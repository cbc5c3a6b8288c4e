using System;

namespace Bot.Domain.Dates.Phrases;

/// <summary>"nächster", "kommender", "dieser", "letzter" in all their forms, and their English sisters.</summary>
internal static class RelativeWords
{
    private static readonly (string Stem, WeekdayScope Scope)[] Stems =
    [
        ("naechste", WeekdayScope.Next), ("nachste", WeekdayScope.Next), ("kommende", WeekdayScope.Next),
        ("uebernaechste", WeekdayScope.AfterNext), ("ubernachste", WeekdayScope.AfterNext),
        ("diese", WeekdayScope.ThisWeek),
        ("letzte", WeekdayScope.Last), ("vergangene", WeekdayScope.Last), ("vorige", WeekdayScope.Last),
    ];

    private const int ShortestWithError = 6;

    public static WeekdayScope? Of(string folded)
    {
        switch (folded)
        {
            case "next" or "coming":
                return WeekdayScope.Next;
            case "this":
                return WeekdayScope.ThisWeek;
            case "last" or "previous":
                return WeekdayScope.Last;
        }

        foreach (var (stem, scope) in Stems)
        {
            if (folded.StartsWith(stem, StringComparison.Ordinal) && folded.Length <= stem.Length + 1)
            {
                return scope;
            }
        }

        return Mistyped(folded);
    }

    /// <summary>"letzen", "übernächten": read as nothing, they would leave a weekday that is not meant.</summary>
    private static WeekdayScope? Mistyped(string folded)
    {
        var written = folded.TrimEnd('n', 'r', 's', 'm');
        foreach (var (stem, scope) in Stems)
        {
            if (stem.Length >= ShortestWithError && TypingErrors.IsSlipOf(written, stem, 1))
            {
                return scope;
            }
        }

        return null;
    }
}
