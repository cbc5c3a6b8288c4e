using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Bot.Domain.Dates.Phrases;

/// <summary>A text in pieces. Reading beyond either end gives a token of kind <see cref="TokenKind.None"/>.</summary>
internal sealed class TokenList
{
    private static readonly Token Nothing = new(TokenKind.None, string.Empty, string.Empty, 0, false);

    /// <summary>What makes the number behind it something else than a date.</summary>
    private const string Prefixes = "§#€$+=&%@\\^°<~";

    /// <summary>What joins two numbers into one.</summary>
    private const string NumberJoints = ".:,-/'";

    /// <summary>What joins a word with what follows.</summary>
    private const string WordJoints = ".-'’";

    private readonly List<Token> tokens;

    private TokenList(string text, List<Token> tokens)
    {
        Text = text;
        this.tokens = tokens;
    }

    /// <summary>The text, umlauts as single characters.</summary>
    public string Text { get; }

    public int Length => tokens.Count;

    public Token this[int index] => index >= 0 && index < tokens.Count ? tokens[index] : Nothing;

    public static TokenList Of(string text)
    {
        var composed = Compose(text);
        var pieces = new List<Token>();
        for (var at = 0; at < composed.Length;)
        {
            if (char.IsWhiteSpace(composed[at]))
            {
                at++;
                continue;
            }

            pieces.Add(TokenAt(composed, at));
            at = pieces[^1].End;
        }

        return new TokenList(composed, PhoneNumbers.Hide(composed, pieces));
    }

    public bool IsWord(int index, params ReadOnlySpan<string> words) => this[index].Kind == TokenKind.Word && words.Contains(this[index].Folded);

    public bool IsSymbol(int index, char symbol) => this[index] is { Kind: TokenKind.Symbol } token && token.Folded[0] == symbol;

    /// <summary>Whether the symbol follows without white space, and is followed without white space by a number.</summary>
    public bool JoinsNumbers(int index, char symbol) =>
        IsSymbol(index, symbol) && this[index].Glued && this[index + 1] is { Kind: TokenKind.Number, Glued: true };

    /// <summary>Reads a number of at most so many digits.</summary>
    public bool IsNumber(int index, int digits, out int value)
    {
        value = 0;
        return this[index].Kind == TokenKind.Number && this[index].Text.Length <= digits
            && int.TryParse(this[index].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the token belongs to what stands directly before it: "§17", "A3", "3:2:1", "Bündnis-Sitzung".</summary>
    public bool IsInsideOfSomething(int index)
    {
        var before = this[index - 1];
        if (!this[index].Glued || before.Kind != TokenKind.Symbol)
        {
            return this[index].Glued && before.Kind != TokenKind.None;
        }

        return Prefixes.Contains(before.Folded[0]) || (before.Glued && this[index - 2].Kind switch
        {
            TokenKind.Number or TokenKind.Opaque => NumberJoints.Contains(before.Folded[0]),
            TokenKind.Word => WordJoints.Contains(before.Folded[0]),
            _ => false,
        });
    }

    /// <summary>The words from one token to another, as they were written.</summary>
    public string Fragment(int from, int to) => Text[this[from].Start..this[to - 1].End];

    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }

    private static Token TokenAt(string text, int start)
    {
        var glued = start > 0 && !char.IsWhiteSpace(text[start - 1]);
        if (!glued && AddressLength(text, start) is var address and > 0)
        {
            return new Token(TokenKind.Opaque, text.Substring(start, address), string.Empty, start, glued);
        }

        var kind = KindOf(text[start]);
        var end = start + 1;
        while (kind != TokenKind.Symbol && end < text.Length && KindOf(text[end]) == kind)
        {
            end++;
        }

        var piece = text[start..end];
        return new Token(kind, piece, Fold(piece), start, glued);
    }

    private static TokenKind KindOf(char character) =>
        char.IsAsciiDigit(character) ? TokenKind.Number
        : char.IsLetter(character) ? TokenKind.Word
        : char.IsWhiteSpace(character) ? TokenKind.None
        : TokenKind.Symbol;

    private static int AddressLength(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(" \t\r\n");
        var piece = text.AsSpan(start, length < 0 ? text.Length - start : length);
        return piece.Contains("://", StringComparison.Ordinal) || piece.Contains('@')
            || piece.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? piece.Length : 0;
    }

    private static string Fold(string piece)
    {
        if (piece.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        {
            return piece;
        }

        var folded = new StringBuilder(piece.Length);
        foreach (var character in piece.ToLowerInvariant())
        {
            folded.Append(character switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                '–' or '—' or '‐' or '‑' or '−' => "-",
                _ => character.ToString(),
            });
        }

        return folded.ToString();
    }
}
