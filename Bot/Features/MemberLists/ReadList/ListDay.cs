using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.MemberLists.ReadList;

/// <summary>Days as lists have them: German, ISO, in words, or as the number a spreadsheet counts days with.</summary>
internal static class ListDay
{
    /// <summary>Earlier days are mistyped, later ones too.</summary>
    private const int EarliestYear = 1800, LatestYear = 2200;

    private static readonly LocalDate SerialStart = new(1899, 12, 30);

    private static readonly LocalDatePattern[] Patterns =
    [
        .. new[] { "d.M.uuuu", "d. M. uuuu", "uuuu-M-d", "uuuu/M/d" }.Select(LocalDatePattern.CreateWithInvariantCulture),
        .. new[] { "d. MMMM uuuu", "d. MMM uuuu", "d MMMM uuuu" }.Select(pattern => LocalDatePattern.Create(pattern, CultureInfo.GetCultureInfo("de-DE"))),
        .. new[] { "d MMMM uuuu", "d MMM uuuu", "MMMM' 'd, uuuu", "MMM' 'd, uuuu" }.Select(pattern => LocalDatePattern.Create(pattern, CultureInfo.GetCultureInfo("en-GB"))),
    ];

    /// <summary>Reads a day. A time of day behind it, as spreadsheets write it, does not count. Two digits of a year are those of this century, or of the one before where that
    /// would be after <paramref name="today"/>. "3/4/2024" is not read: it is another day on either side of an ocean.</summary>
    /// <returns>Null for what is no day, or none a membership can begin with.</returns>
    public static LocalDate? Read(string text, LocalDate today)
    {
        var day = WithoutTime(text.Trim());
        var found = Serial(day) ?? ShortYear(day, today)
            ?? Patterns.Select(pattern => pattern.Parse(day)).Where(parsed => parsed.Success).Select(parsed => (LocalDate?)parsed.Value).FirstOrDefault();
        return found is { Year: >= EarliestYear and <= LatestYear } ? found : null;
    }

    private static string WithoutTime(string text)
    {
        var end = text.IndexOfAny([' ', 'T']);
        return end > 0 && text[(end + 1)..] is { Length: >= 4 } time && time.All(character => char.IsAsciiDigit(character) || character is ':' or '.' or 'Z') && time.Contains(':', System.StringComparison.Ordinal)
            ? text[..end]
            : text;
    }

    private static LocalDate? Serial(string text) =>
        text.Length == 5 && text.All(char.IsAsciiDigit) ? SerialStart.PlusDays(int.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static LocalDate? ShortYear(string text, LocalDate today) =>
        text.Split('.') is [var day, var month, { Length: 2 } year] && year.All(char.IsAsciiDigit)
        && LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu").Parse($"{day.Trim()}.{month.Trim()}.20{year}") is { Success: true, Value: var found }
            ? found > today ? found.PlusYears(-100) : found
            : null;
}
