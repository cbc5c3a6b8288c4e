using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Platform.Cards;

namespace Bot.Turns;

/// <summary>What can be chosen in a ballot, each with its number, as short as it must be to fit on a card.</summary>
internal static class OptionLabels
{
    /// <summary>Bytes for labels that are the greater part of a card.</summary>
    public const int Large = 10 * 1024;

    /// <summary>Bytes for labels in one line among others.</summary>
    public const int Small = 2 * 1024;

    private const int Shortest = 8;

    /// <summary>Each option after its number: "2. Amina". Plain text.</summary>
    /// <param name="options">The options in their order.</param>
    /// <param name="budget">Bytes all of them may take; longer ones are shortened, all to the same length.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> options, int budget)
    {
        var units = options.Select(option => option.Length).DefaultIfEmpty(0).Max();
        while (units > Shortest && options.Sum(option => CardSize.Of(ShortText.Abbreviate(option, units))) > budget)
        {
            units -= (units / 8) + 1;
        }

        return [.. options.Select((option, place) => string.Create(CultureInfo.InvariantCulture, $"{place + 1}. {ShortText.Abbreviate(option, int.Max(units, Shortest))}"))];
    }

    /// <summary>All of them in one line. Plain text.</summary>
    public static string Line(IReadOnlyList<string> options) => string.Join(", ", Of(options, Small));
}
