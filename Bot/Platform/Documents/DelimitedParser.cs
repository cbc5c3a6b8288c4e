using System;
using System.Collections.Generic;
using System.Text;

namespace Bot.Platform.Documents;

/// <summary>Takes one row after the other out of a text. A quotation mark counts only at the beginning of a cell; within quotes two of them are one, and lines may break.</summary>
internal sealed class DelimitedParser(string text, char separator)
{
    private readonly StringBuilder cell = new();
    private int at;

    /// <summary>Whether the row that was read last ends with the text, within quotes.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The next row; null at the end.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (at >= text.Length)
        {
            return null;
        }

        var cells = new List<string>();
        var isLast = false;
        while (!isLast)
        {
            isLast = ReadCell();
            if (cells.Count < SheetLimits.Columns)
            {
                cells.Add(cell.ToString().Trim());
            }
        }

        return cells;
    }

    /// <summary>Reads a cell and what ends it.</summary>
    /// <returns>Whether the row ends with it.</returns>
    private bool ReadCell()
    {
        cell.Clear();
        while (at < text.Length && text[at] == ' ' && separator != ' ')
        {
            at++;
        }

        if (at < text.Length && text[at] == '"')
        {
            ReadQuoted();
        }

        var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n') is var found && found < 0 ? text.Length : at + found;
        Append(text.AsSpan(at, end - at));
        at = end;
        if (at >= text.Length)
        {
            return true;
        }

        var ends = text[at] != separator;
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        return ends;
    }

    private void ReadQuoted()
    {
        at++;
        while (text.AsSpan(at).IndexOf('"') is var length && length >= 0)
        {
            Append(text.AsSpan(at, length));
            at += length + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return;
            }

            Append("\"");
            at++;
        }

        IsOpen = true;
        at = text.Length;
    }

    private void Append(ReadOnlySpan<char> part) => cell.Append(part[..Math.Min(part.Length, SheetLimits.Cell - cell.Length)]);
}
