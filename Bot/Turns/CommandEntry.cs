using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Texts;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>One line of the table of commands: help, the manifest's command list and the router all read it.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Title">The words people type and choose from the list, per language.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Example">A whole line somebody could type.</param>
/// <param name="Words">Beginnings that mean it, folded, in both languages, beside the titles.</param>
internal sealed record CommandEntry(string Name, Sentence Title, Sentence Description, Sentence Example, IReadOnlyList<string> Words)
{
    private const int ForgivenRatio = 84;

    private const int ShortestForgiven = 5;

    private IReadOnlyList<string>? beginnings;

    private IReadOnlyList<string> Beginnings => beginnings ??=
    [
        .. Words.Append(CommandText.Fold(Messages.Get(Reader.German, Title))).Append(CommandText.Fold(Messages.Get(Reader.English, Title)))
            .Select(word => word.TrimEnd(':', '?', ' ') is { Length: > 0 } trimmed ? trimmed : word).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length),
    ];

    /// <summary>How surely the text means this command, by its beginning.</summary>
    public int Match(CommandText text)
    {
        if (Beginnings.Any(beginning => text.FoldedBeforeColon == beginning))
        {
            return CommandMatch.Exact;
        }

        if (Beginnings.Any(beginning => Begins(text.Folded, beginning)))
        {
            return CommandMatch.Words;
        }

        return Beginnings.Any(beginning => IsMistyped(text.FoldedBeforeColon, beginning)) ? CommandMatch.Mistyped : CommandMatch.None;
    }

    /// <summary>How much of the text the command's words are, in UTF-16 units of the folded text; 0 where it does not begin with them.</summary>
    public int LengthIn(CommandText text) => Beginnings.FirstOrDefault(beginning => Begins(text.Folded, beginning))?.Length ?? 0;

    /// <summary>What follows the command's words, as typed.</summary>
    public string RestOf(CommandText text)
    {
        if (text.AfterColon.Length > 0 && Beginnings.Any(beginning => text.FoldedBeforeColon == beginning || IsMistyped(text.FoldedBeforeColon, beginning)))
        {
            return text.AfterColon;
        }

        var beginning = Beginnings.FirstOrDefault(beginning => Begins(text.Folded, beginning));
        if (beginning is null)
        {
            return string.Empty;
        }

        var words = beginning.Count(character => character == ' ') + 1;
        return string.Join(' ', text.Raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(words)).TrimStart(':', ' ');
    }

    private static bool Begins(string folded, string beginning) =>
        folded.StartsWith(beginning, StringComparison.Ordinal)
        && (folded.Length == beginning.Length || !char.IsLetterOrDigit(folded[beginning.Length]));

    private static bool IsMistyped(string typed, string beginning) =>
        beginning.Length >= ShortestForgiven && Math.Abs(typed.Length - beginning.Length) <= 2 && Fuzz.Ratio(typed, beginning) >= ForgivenRatio;
}
