using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain.Sessions;

/// <summary>What was noted while a meeting went on, in order.</summary>
/// <param name="Entries">All entries, the undone among them.</param>
public sealed record SessionRecord(IReadOnlyList<SessionEntry> Entries)
{
    /// <summary>Nothing noted yet.</summary>
    public static SessionRecord Empty { get; } = new([]);

    /// <summary>The entries that stand, in order.</summary>
    public IEnumerable<SessionEntry> Standing => Entries.Where(entry => entry.UndoneAt is null);

    /// <summary>The agenda item the meeting is at, by its number; null when it is at none.</summary>
    public int? CurrentItem => Standing.LastOrDefault(entry => entry.Kind is
        SessionEntryKind.ItemBegun or SessionEntryKind.ItemDone or SessionEntryKind.ItemPostponed or SessionEntryKind.Closed) is { Kind: SessionEntryKind.ItemBegun } begun
            ? begun.Item
            : null;

    /// <summary>The number the next entry takes.</summary>
    public int NextNumber => Entries.Count == 0 ? 1 : Entries[^1].Number + 1;
}
