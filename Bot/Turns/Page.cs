using System.Collections.Generic;

namespace Bot.Turns;

/// <summary>A part of a long list that fits on a card.</summary>
/// <typeparam name="TItem">What the list is of.</typeparam>
internal sealed record Page<TItem>
{
    /// <summary>The entries of this page.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }

    /// <summary>Place of the first of them in the whole list, from 0.</summary>
    public required int Start { get; init; }

    /// <summary>How many entries the whole list has.</summary>
    public required int All { get; init; }

    /// <summary>Number of the page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages there are.</summary>
    public required int Pages { get; init; }

    /// <summary>Place and key of the entry the page before begins with; null on the first.</summary>
    public (int Place, string Key)? Before { get; init; }

    /// <summary>Place and key of the entry the page after begins with; null on the last.</summary>
    public (int Place, string Key)? After { get; init; }

    /// <summary>Whether the list does not fit on one page.</summary>
    public bool IsPart => Pages > 1;
}
