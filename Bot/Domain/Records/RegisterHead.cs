namespace Bot.Domain.Records;

/// <summary>Where the register stands: what the next entry continues. Stored in the same batch as the entry.</summary>
/// <param name="Last">Number of the last entry, or null while there is none.</param>
/// <param name="Hash">Hash of the last entry.</param>
public sealed record RegisterHead(ResolutionNumber? Last, string Hash)
{
    /// <summary>A register without entries; its hash is 64 zeros.</summary>
    public static RegisterHead Empty { get; } = new(null, new string('0', 64));

    /// <summary>The head after this entry.</summary>
    public static RegisterHead At(ResolutionEntry entry) => new(entry.Number, entry.Hash);
}
