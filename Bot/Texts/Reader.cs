using System;
using System.Globalization;

namespace Bot.Texts;

/// <summary>The language somebody reads. Passed along with every sentence, never set on a thread.</summary>
/// <param name="Culture">Decides words, dates and numbers.</param>
internal sealed record Reader(CultureInfo Culture)
{
    /// <summary>Reads German; also everybody whose language is unknown.</summary>
    public static Reader German { get; } = new(CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>Reads English.</summary>
    public static Reader English { get; } = new(CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Two letters for the card's language: <c>de</c> or <c>en</c>.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    /// <summary>The reader behind a locale such as <c>en-US</c>; German unless it is English.</summary>
    public static Reader For(string? locale) =>
        locale is not null && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : German;
}
