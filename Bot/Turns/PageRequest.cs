using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Turns;

/// <summary>Which part of a long list is asked for: by the number of the page, as people type it, or by the entry it holds, as a button says.</summary>
/// <remarks>A button names the entry, not only its place: when something before it came or went meanwhile, nothing is skipped.</remarks>
internal sealed partial record PageRequest
{
    /// <summary>Where a button keeps the place of the entry.</summary>
    public const string PlaceName = "pageAt";

    /// <summary>Where a button keeps the entry.</summary>
    public const string KeyName = "pageKey";

    /// <summary>The beginning.</summary>
    public static PageRequest First { get; } = new();

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The entry that must be on the page; null when the number says which.</summary>
    public string? Key { get; init; }

    /// <summary>Where that entry stood, from 0, for when it is gone.</summary>
    public int Place { get; init; }

    /// <summary>What a pressed button asks for; null when it asks for no page. Anybody can make it up, so any number is taken.</summary>
    public static PageRequest? Read(CardForm form) => form.Number(PlaceName) is { } place
        ? new PageRequest { Key = form.Id(KeyName) ?? string.Empty, Place = int.Max(place, 0) }
        : null;

    /// <summary>Takes "Seite 2" or "page 2" off the end of what was typed.</summary>
    public static (string Asked, PageRequest Page) Typed(string text)
    {
        var match = PageWords().Match(text);
        return match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (text[..match.Index].TrimEnd(' ', ',', ':', ';'), new PageRequest { Number = int.Max(number, 1) })
            : (text, First);
    }

    [GeneratedRegex(@"(^|[\s,:;])(seite|page)\s*(?<number>\d{1,6})\s*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageWords();
}
