using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>What was noted while a meeting went on, in order.</summary>
/// <param name="Entries">All entries, the undone among them.</param>
public sealed record SessionRecord(IReadOnlyList<SessionEntry> Entries)
{
    /// <summary>Nothing noted yet.</summary>
    public static SessionRecord Empty { get; } = new([]);

    /// <summary>The entries that stand, in order; a decision with how its tie is or was broken. What was said about the tie of a decision goes with the decision when that is undone.</summary>
    public IEnumerable<SessionEntry> Standing => Entries.Where(IsStanding).Select(entry => TieOf(entry) is { } tie ? entry with { Tie = tie.Tie, TieVerdict = tie.TieVerdict } : entry);

    /// <summary>What was said last about the tie of a decision and stands; null for nothing, and for what is no decision.</summary>
    public SessionEntry? TieOf(SessionEntry decision) => decision.Kind != SessionEntryKind.Decision
        ? null
        : Entries.LastOrDefault(entry => entry.Kind == SessionEntryKind.TieBroken && entry.About == decision.Number && entry.UndoneAt is null);

    /// <summary>The agenda item the meeting is at, by its number; null when it is at none.</summary>
    public int? CurrentItem => Path().LastOrDefault() is { Until: null } stretch ? stretch.Item : null;

    /// <summary>The number the next entry takes.</summary>
    public int NextNumber => Entries.Count == 0 ? 1 : Entries[^1].Number + 1;

    /// <summary>The decisions that stand, in order.</summary>
    public IEnumerable<SessionEntry> Decisions => Standing.Where(entry => entry.Kind == SessionEntryKind.Decision);

    /// <summary>Who opened the meeting; null while nobody has.</summary>
    public SessionEntry? Opening => Standing.FirstOrDefault(entry => entry.Kind == SessionEntryKind.Opened);

    /// <summary>How the meeting was closed; null while it goes on.</summary>
    public SessionEntry? Closing => Standing.FirstOrDefault(entry => entry.Kind == SessionEntryKind.Closed);

    /// <summary>Which state the record stands in: changes with everything that is noted and undone, and never comes back.</summary>
    public int State => Entries.Count + Entries.Count(entry => entry.UndoneAt is not null);

    /// <summary>The last step along the agenda that stands, by its number; 0 before the first. A button for the next step stands for this: notes and decisions in between
    /// do not change where the meeting is.</summary>
    public int LastStep => Standing.LastOrDefault(entry => entry.IsStep)?.Number ?? 0;

    /// <summary>When the meeting was at which item, in order: until the next was called up, or this one dealt with or postponed.</summary>
    public IReadOnlyList<ItemStretch> Stretches => [.. Path()];

    /// <summary>How long the meeting has been at an item, all times taken together.</summary>
    /// <param name="item">The item, by its number.</param>
    /// <param name="now">When that is asked; the item it is at goes on until then.</param>
    public Duration TimeUsed(int item, Instant now) => Path().Where(stretch => stretch.Item == item)
        .Aggregate(Duration.Zero, (used, stretch) => (stretch.Until ?? now) is var until && until > stretch.From ? used + (until - stretch.From) : used);

    /// <summary>What the meeting has made of an item. One that was called up and left for another is dealt with, as is the one it was at when it closed.</summary>
    public AgendaItemState StateOf(int item) => Standing.LastOrDefault(entry => entry.IsStep && entry.Item == item)?.Kind switch
    {
        SessionEntryKind.ItemDone => AgendaItemState.Done,
        SessionEntryKind.ItemPostponed => AgendaItemState.Postponed,
        SessionEntryKind.ItemBegun when CurrentItem != item => AgendaItemState.Done,
        _ => AgendaItemState.Open,
    };

    /// <summary>The entry that came from a message or button, standing or undone; null when none has.</summary>
    public SessionEntry? From(string origin) => origin.Length == 0 ? null : Entries.FirstOrDefault(entry => entry.Origin == origin);

    private bool IsStanding(SessionEntry entry) =>
        entry.UndoneAt is null && (entry.About is not { } decision || Entries.Any(one => one.Number == decision && one.UndoneAt is null));

    private IEnumerable<ItemStretch> Path()
    {
        SessionEntry? begun = null;
        foreach (var entry in Standing)
        {
            var ends = entry.Kind is SessionEntryKind.ItemBegun or SessionEntryKind.Closed || (entry.IsStep && entry.Item == begun?.Item);
            if (!ends)
            {
                continue;
            }

            if (begun is { Item: { } left })
            {
                yield return new ItemStretch(left, begun.At, entry.At);
            }

            begun = entry.Kind == SessionEntryKind.ItemBegun ? entry : null;
        }

        if (begun is { Item: { } current })
        {
            yield return new ItemStretch(current, begun.At, null);
        }
    }
}

/// <summary>From when to when a meeting was at an item.</summary>
/// <param name="Item">The item, by its number.</param>
/// <param name="From">When it was called up.</param>
/// <param name="Until">When the meeting left it; null while it is at it.</param>
public sealed record ItemStretch(int Item, Instant From, Instant? Until);
