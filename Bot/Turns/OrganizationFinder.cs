using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;

namespace Bot.Turns;

/// <summary>Which organization people mean by what they type.</summary>
internal static class OrganizationFinder
{
    private const int ShortestPart = 4;

    /// <summary>The organizations whose name a text is, or else whose names contain all its words, or else have words that contain them.</summary>
    /// <param name="all">Those that may be meant.</param>
    /// <param name="text">As typed.</param>
    public static IReadOnlyList<MemberOrganization> Named(IEnumerable<MemberOrganization> all, string text) => Named(all, one => one.Name, text);

    /// <inheritdoc cref="Named(IEnumerable{MemberOrganization}, string)"/>
    /// <param name="all">Those that may be meant.</param>
    /// <param name="nameOf">How each is called.</param>
    /// <param name="text">As typed.</param>
    public static IReadOnlyList<T> Named<T>(IEnumerable<T> all, Func<T, string> nameOf, string text)
    {
        var words = CommandText.WordsOf(CommandText.Fold(text));
        var named = all.Select(one => (Organization: one, Words: CommandText.WordsOf(CommandText.Fold(nameOf(one))))).ToList();
        var same = named.Where(one => words.Length > 0 && one.Words.SequenceEqual(words)).ToList();
        var within = same.Count > 0 ? same : [.. named.Where(one => words.Length > 0 && words.All(one.Words.Contains))];

        // German names are compounds: "Sportbund" is what people call a "Kreissportbund".
        var parts = within.Count > 0 ? within : [.. named.Where(one => words.Length > 0 && words.All(word => word.Length >= ShortestPart && one.Words.Any(name => name.Contains(word, StringComparison.Ordinal))))];
        return [.. parts.Select(one => one.Organization)];
    }
}
