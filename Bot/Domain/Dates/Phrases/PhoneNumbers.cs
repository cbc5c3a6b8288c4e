using System.Collections.Generic;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Takes telephone numbers out of the reach of dates: a plus sign or an area code, and six digits or more.</summary>
internal static class PhoneNumbers
{
    private const int FewestDigits = 6;
    private const int FewestDigitsOfAreaCode = 3;

    /// <summary>The tokens with each telephone number as one opaque token.</summary>
    public static List<Token> Hide(string text, List<Token> tokens)
    {
        var result = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var end = EndOfNumber(tokens, at);
            var start = tokens[at].Start;
            result.Add(end == at
                ? tokens[at]
                : new Token(TokenKind.Opaque, text[start..tokens[end - 1].End], string.Empty, start, tokens[at].Glued));
            at = end == at ? at + 1 : end;
        }

        return result;
    }

    private static int EndOfNumber(List<Token> tokens, int at)
    {
        var plus = tokens[at] is { Kind: TokenKind.Symbol, Text: "+" };
        var first = plus ? at + 1 : at;
        if (first >= tokens.Count || tokens[first].Kind != TokenKind.Number || (!plus && !IsAreaCode(tokens[first])))
        {
            return at;
        }

        var (digits, end) = (0, first);
        for (var next = first; next < tokens.Count && IsPart(tokens[next]); next++)
        {
            if (tokens[next].Kind == TokenKind.Number && !BeginsDate(tokens, next))
            {
                digits += tokens[next].Text.Length;
                end = next + 1;
            }
        }

        return digits >= FewestDigits ? end : at;
    }

    private static bool IsAreaCode(Token token) => token.Text[0] == '0' && token.Text.Length >= FewestDigitsOfAreaCode;

    private static bool IsPart(Token token) =>
        token.Kind == TokenKind.Number || (token.Kind == TokenKind.Symbol && token.Folded[0] is '/' or '-' or '(' or ')');

    private static bool BeginsDate(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1] is { Glued: true, Folded: "." or ":" } or { Folded: "uhr" or "h" or "pm" };
}
