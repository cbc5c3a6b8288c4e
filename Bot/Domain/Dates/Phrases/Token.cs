using System.Runtime.InteropServices;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What a piece of text is made of.</summary>
internal enum TokenKind
{
    /// <summary>No token: before the first or behind the last.</summary>
    None,

    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,

    /// <summary>An address or a telephone number; never part of a date.</summary>
    Opaque,
}

/// <summary>A piece of text.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Folded">Lower case, umlauts as <c>ae oe ue ss</c>, every dash as a hyphen.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Glued">No white space between it and the token before.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, string Text, string Folded, int Start, bool Glued)
{
    /// <summary>Where the token behind it can start at the earliest.</summary>
    public int End => Start + Text.Length;
}
