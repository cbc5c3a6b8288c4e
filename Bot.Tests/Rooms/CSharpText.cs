using System;
using System.Collections.Generic;
using System.Text;

namespace Bot.Tests.Rooms;

/// <summary>A C# file taken apart as far as the guards of the house need it: code without comments, and the string literals beside it.</summary>
internal sealed class CSharpText
{
    private readonly string text;
    private readonly StringBuilder code = new();
    private readonly List<Literal> literals = [];
    private int at;
    private int line = 1;

    private CSharpText(string text) => this.text = text;

    /// <summary>The code: comments are gone, string and character literals are empty, each line stays on its line.</summary>
    public string Code => code.ToString();

    /// <summary>All string literals. Escapes stay as they are written.</summary>
    public IReadOnlyList<Literal> Literals => literals;

    /// <summary>Takes a file apart.</summary>
    public static CSharpText Of(string text)
    {
        var read = new CSharpText(text);
        read.ReadCode(inHole: false);
        return read;
    }

    /// <summary>Reads to the end, or in a hole of an interpolated string to the brace that ends it.</summary>
    private void ReadCode(bool inHole)
    {
        var depth = 0;
        while (at < text.Length && !(inHole && depth == 0 && text[at] == '}'))
        {
            if (Follows("//"))
            {
                DropTo(text.IndexOf('\n', at));
            }
            else if (Follows("/*"))
            {
                DropTo(text.IndexOf("*/", at, StringComparison.Ordinal) + 2);
            }
            else if (text[at] == '\'')
            {
                ReadCharacter();
            }
            else if (!TryReadString())
            {
                depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
                Keep();
            }
        }
    }

    private void ReadCharacter()
    {
        code.Append("''");
        DropTo(at + (text[at + 1] == '\\' ? 3 : 2));
        DropTo(text.IndexOf('\'', at) + 1);
    }

    private bool TryReadString()
    {
        var start = at;
        while (start < text.Length && text[start] is '$' or '@')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && text[end] == '"')
        {
            end++;
        }

        if (end == start)
        {
            return false;
        }

        var prefix = text[at..start];
        var fence = end - start >= 3 ? new string('"', end - start) : "\"";
        code.Append("\"\"");
        DropTo(start + fence.Length);
        ReadLiteral(prefix, fence);
        return true;
    }

    private void ReadLiteral(string prefix, string fence)
    {
        var isRaw = fence.Length > 1;
        var isVerbatim = prefix.Contains('@', StringComparison.Ordinal);
        var hole = prefix.Contains('$', StringComparison.Ordinal) ? new string('{', isRaw ? prefix.Length : 1) : null;
        var begun = line;
        var part = new StringBuilder();
        while (at < text.Length && (!Follows(fence) || (isVerbatim && Follows("\"\""))))
        {
            if (hole is not null && Follows(hole) && (isRaw || !Follows("{{")))
            {
                DropTo(at + hole.Length);
                ReadCode(inHole: true);
                DropTo(at + hole.Length);
                part.Append('…');
            }
            else
            {
                // Two characters that belong together: a doubled brace, a doubled quote, an escape.
                var isPair = !isRaw && (Follows("{{") || Follows("}}") || (isVerbatim ? Follows("\"\"") : text[at] == '\\'));
                var end = Math.Min(text.Length, at + (isPair ? 2 : 1));
                part.Append(text, at, end - at);
                DropTo(end);
            }
        }

        DropTo(at + fence.Length);
        literals.Add(new Literal(begun, part.ToString()));
    }

    private bool Follows(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    private void Keep()
    {
        line += text[at] == '\n' ? 1 : 0;
        code.Append(text[at]);
        at++;
    }

    /// <summary>Leaves out what stands before <paramref name="end"/>, but not its line breaks. An end that was not found is the end of the file.</summary>
    private void DropTo(int end)
    {
        for (end = end <= at || end > text.Length ? text.Length : end; at < end; at++)
        {
            if (text[at] == '\n')
            {
                line++;
                code.Append('\n');
            }
        }
    }

    /// <summary>One string literal.</summary>
    /// <param name="Line">Where it begins, from 1.</param>
    /// <param name="Text">Its fixed parts; each hole is an ellipsis.</param>
    internal sealed record Literal(int Line, string Text);
}
