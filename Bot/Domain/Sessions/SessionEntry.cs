using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>One thing noted while a meeting goes on. Entries are only ever added; one that was a mistake is marked as undone and stays.</summary>
/// <param name="Number">Its place in the meeting, from 1, without gaps.</param>
/// <param name="Kind">What was noted.</param>
/// <param name="At">When.</param>
/// <param name="By">Who noted it.</param>
public sealed record SessionEntry(int Number, SessionEntryKind Kind, Instant At, PersonId By)
{
    /// <summary>The agenda item it belongs to, by <see cref="Agendas.AgendaItem.Number"/>; null outside any.</summary>
    public int? Item { get; init; }

    /// <summary>The words of a decision, a task or a note; empty otherwise.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Who is to do a task, when the network knows them; null otherwise.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>Until when a task is to be done; null when not said.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>How many voted yes, no and abstained by show of hands; null where nobody counted.</summary>
    public HandCount? Hands { get; init; }

    /// <summary>When it was undone; null while it stands.</summary>
    public Instant? UndoneAt { get; init; }
}

/// <summary>What is noted while a meeting goes on.</summary>
public enum SessionEntryKind
{
    /// <summary>The meeting was opened.</summary>
    Opened,

    /// <summary>An agenda item was called up.</summary>
    ItemBegun,

    /// <summary>The item was dealt with.</summary>
    ItemDone,

    /// <summary>The item was left for the next meeting.</summary>
    ItemPostponed,

    /// <summary>Something was decided: by consent, or by show of hands with <see cref="SessionEntry.Hands"/>.</summary>
    Decision,

    /// <summary>Somebody is to do something.</summary>
    Task,

    /// <summary>Something to be kept in the minutes.</summary>
    Note,

    /// <summary>The meeting was closed.</summary>
    Closed,
}

/// <summary>Votes counted by show of hands.</summary>
/// <param name="Yes">Yes, at least 0.</param>
/// <param name="No">No, at least 0.</param>
/// <param name="Abstain">Abstentions, at least 0.</param>
public sealed record HandCount(int Yes, int No, int Abstain);
