using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Sessions;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>At which agenda item a meeting was when, as it was noted.</summary>
internal sealed class SessionTimeline
{
    private readonly List<(Instant From, int? Item)> stretches = [];
    private readonly Dictionary<int, (Instant? Begun, Instant? Ended, AgendaItemState? State)> items = [];

    /// <summary>Reads what was noted and not undone.</summary>
    public SessionTimeline(SessionRecord session)
    {
        int? current = null;
        foreach (var entry in session.Standing)
        {
            switch (entry)
            {
                case { Kind: SessionEntryKind.ItemBegun, Item: { } begun }:
                    Leave(current == begun ? null : current, entry.At);
                    items[begun] = Of(begun) is { Begun: null } first ? first with { Begun = entry.At, Ended = null } : Of(begun) with { Ended = null };
                    current = begun;
                    break;
                case { Kind: SessionEntryKind.ItemDone or SessionEntryKind.ItemPostponed } when (entry.Item ?? current) is { } left:
                    var state = entry.Kind == SessionEntryKind.ItemDone ? AgendaItemState.Done : AgendaItemState.Postponed;
                    items[left] = Of(left) with { Ended = entry.At, State = state };
                    current = current == left ? null : current;
                    break;
                case { Kind: SessionEntryKind.Closed }:
                    Leave(current, entry.At);
                    current = null;
                    break;
                default:
                    continue;
            }

            stretches.Add((entry.At, current));
        }
    }

    /// <summary>When an item was called up first and left last, and what became of it as far as that was noted.</summary>
    public (Instant? Begun, Instant? Ended, AgendaItemState? State) Of(int item) => items.GetValueOrDefault(item);

    /// <summary>The item the meeting was at; null when it was at none. At the very moment at which an item was left something may still have belonged to it, and at the
    /// very moment at which one was called up something may belong to it already: the one called up then comes first, then the one left then.</summary>
    public int? At(Instant moment) =>
        stretches.LastOrDefault(stretch => stretch.From == moment && stretch.Item is not null).Item ?? stretches.LastOrDefault(stretch => stretch.From < moment).Item;

    private void Leave(int? item, Instant at)
    {
        if (item is { } left)
        {
            items[left] = Of(left) with { Ended = at };
        }
    }
}
