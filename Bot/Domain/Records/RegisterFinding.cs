using System.Collections.Generic;

namespace Bot.Domain.Records;

/// <summary>What is wrong with a register, at the first place where something is.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Number">Which entry; null when it is none: the head, or a row that names no entry.</param>
/// <param name="Columns">The columns it is seen in; empty when that cannot be said.</param>
public sealed record RegisterFinding(RegisterFault Fault, ResolutionNumber? Number, IReadOnlyList<string> Columns);

/// <summary>What can be wrong with an entry of the register, or with its head.</summary>
public enum RegisterFault
{
    /// <summary>It cannot be read at all; the columns say what of it.</summary>
    Unreadable,

    /// <summary>Something in it is not as it was recorded.</summary>
    Changed,

    /// <summary>It stands where another belongs: swapped, or a copy.</summary>
    Misplaced,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It was slipped in: what is before and after it, or the head, does not know of it.</summary>
    Inserted,

    /// <summary>It is as it was recorded, but does not continue the one before it: that one was exchanged, or some are missing between them.</summary>
    Detached,

    /// <summary>The register's head does not say what the last entry says.</summary>
    Head,

    /// <summary>What keeps a matter from being recorded twice does not lead to it.</summary>
    Guard,
}

/// <summary>A row of the register as it was found.</summary>
/// <param name="Key">The number its key says; null when it says none.</param>
/// <param name="Entry">What it holds; null when that cannot be read.</param>
/// <param name="Odd">The columns that are not as the register writes them: unreadable ones, foreign ones, or the same said in other words.</param>
public sealed record RegisterRow(ResolutionNumber? Key, ResolutionEntry? Entry, IReadOnlyList<string> Odd);

/// <summary>Everything a register consists of, as it was found.</summary>
public sealed record RegisterContent
{
    /// <summary>The rows of entries, in the order of their keys.</summary>
    public required IReadOnlyList<RegisterRow> Rows { get; init; }

    /// <summary>The head; null when there is none, or it cannot be read.</summary>
    public required RegisterHead? Head { get; init; }

    /// <summary>The columns of the head that are not as the register writes them.</summary>
    public IReadOnlyList<string> OddHead { get; init; } = [];

    /// <summary>To which entry each matter leads, by the matter; null where that cannot be read.</summary>
    public required IReadOnlyDictionary<string, ResolutionNumber?> Guards { get; init; }
}
