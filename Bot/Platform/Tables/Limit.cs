using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Platform.Tables;

/// <summary>How a broken limit becomes an <see cref="ArgumentException"/> that names it.</summary>
internal static class Limit
{
    /// <exception cref="ArgumentException">The limit is not kept.</exception>
    public static void Require([DoesNotReturnIf(false)] bool kept, [InterpolatedStringHandlerArgument(nameof(kept))] BrokenLimit broken)
    {
        if (!kept)
        {
#pragma warning disable MA0015 // The message names the limit; a parameter of this method would tell the caller nothing.
            throw new ArgumentException(broken.ToString());
#pragma warning restore MA0015
        }
    }

    /// <exception cref="ArgumentException"><paramref name="text"/> holds half a surrogate pair, which does not survive the way through JSON.</exception>
    public static void RequireWellFormed(string name, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            var pair = Rune.DecodeFromUtf16(text[at..], out _, out var length) is OperationStatus.Done;
            Require(pair, $"'{name}' holds half a surrogate pair; it must be well-formed UTF-16.");
            text = text[(at + length)..];
        }
    }
}

/// <summary>A message that is only put together when the limit is broken: the checks stand in the path of every vote.</summary>
[InterpolatedStringHandler]
internal readonly struct BrokenLimit
{
    private readonly StringBuilder? text;

    public BrokenLimit(int literalLength, int formattedCount, bool kept, out bool isNeeded)
    {
        isNeeded = !kept;
        text = kept ? null : new StringBuilder(literalLength + (formattedCount * 8));
    }

    public void AppendLiteral(string literal) => text?.Append(literal);

    public void AppendFormatted<T>(T value) => text?.Append(value);

    public override string ToString() => text?.ToString() ?? string.Empty;
}
