using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Bot.Domain.Voting.Phrases;

/// <summary>A part of a text about rules that says one thing, such as "bei Gleichstand entscheidet das Los".</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Pieces">What its words mean, without fillers.</param>
internal sealed record RuleClause(string Text, IReadOnlyList<RulePiece> Pieces)
{
    /// <summary>What may not stand between numbers or words as if it said nothing.</summary>
    private const string Meaningful = "<>=±+*^~§$€@#&\\|_";

    /// <summary>Whether a word of this meaning is in it.</summary>
    public bool Has(Lexeme lexeme) => Pieces.Any(piece => piece.Lexeme == lexeme);

    /// <summary>Whether any of these is in it.</summary>
    public bool HasAny(params IReadOnlyList<Lexeme> lexemes) => Pieces.Any(piece => lexemes.Contains(piece.Lexeme));

    /// <summary>Whether it holds nothing but these.</summary>
    public bool HoldsOnly(params IReadOnlyList<Lexeme> lexemes) => Pieces.All(piece => lexemes.Contains(piece.Lexeme));

    /// <summary>Whether one is directly followed by another.</summary>
    public bool Follows(Lexeme first, Lexeme second) => Pieces.Zip(Pieces.Skip(1)).Any(pair => pair.First.Lexeme == first && pair.Second.Lexeme == second);

    /// <summary>Whether it says that something is not so.</summary>
    public bool Negates => HasAny(Lexeme.Not, Lexeme.Without, Lexeme.Never);

    /// <summary>Reads a part of a text.</summary>
    public static RuleClause Of(string text)
    {
        var pieces = new List<RulePiece>();
        var folded = Fold(text);
        for (var at = 0; at < folded.Length;)
        {
            var end = at + 1;
            while (end < folded.Length && IsWord(folded[at]) && IsWord(folded[end]) && char.IsAsciiDigit(folded[at]) == char.IsAsciiDigit(folded[end]))
            {
                end++;
            }

            var joinsDigits = folded[at] is ',' or '.' && at > 0 && end < folded.Length && char.IsAsciiDigit(folded[at - 1]) && char.IsAsciiDigit(folded[end]);
            pieces.AddRange(joinsDigits ? [new RulePiece(Lexeme.Foreign)] : PiecesOf(folded[at..end]));
            at = end;
        }

        return new RuleClause(text.Trim(), pieces);
    }

    private static IEnumerable<RulePiece> PiecesOf(string token)
    {
        if (char.IsAsciiDigit(token[0]))
        {
            return [int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RulePiece(Lexeme.Number, number) : new RulePiece(Lexeme.Foreign)];
        }

        if (IsWord(token[0]))
        {
            return RuleLexicon.Find(token) is { } known ? known.Where(piece => piece.Lexeme != Lexeme.Filler) : [new RulePiece(Lexeme.Foreign)];
        }

        return token[0] switch
        {
            '%' => [new RulePiece(Lexeme.Percent)],
            '/' => [new RulePiece(Lexeme.Slash)],
            var other => Meaningful.Contains(other, System.StringComparison.Ordinal) ? [new RulePiece(Lexeme.Foreign)] : [],
        };
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character);

    /// <summary>Lower case, umlauts with e, single signs for fractions taken apart.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var character in text.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            folded.Append(character switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                '½' => " 1/2 ",
                '⅓' => " 1/3 ",
                '⅔' => " 2/3 ",
                '¼' => " 1/4 ",
                '¾' => " 3/4 ",
                '⅕' => " 1/5 ",
                '⅖' => " 2/5 ",
                '⅗' => " 3/5 ",
                '⅘' => " 4/5 ",
                '⁄' or '∕' => "/",
                _ => character.ToString(),
            });
        }

        return folded.ToString();
    }
}
