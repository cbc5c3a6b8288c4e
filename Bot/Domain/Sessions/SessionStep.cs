using System.Collections.Generic;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>Who does something in a meeting, when, and where it came from.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Origin">Identity of the message or button; the same however often it is delivered.</param>
public sealed record SessionAct(PersonId By, Instant At, string Origin);

/// <summary>One change of a meeting that goes on: what is to be stored together, or not at all.</summary>
/// <param name="Entry">The entry it adds, or with <see cref="Before"/> the one it undoes, as it is afterwards.</param>
public sealed record SessionStep(SessionEntry Entry)
{
    /// <summary>The entry as it stood before it is undone; null where one is added.</summary>
    public SessionEntry? Before { get; init; }

    /// <summary>Whether it was done before, by the same message or by somebody else; nothing is to be stored.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The meeting afterwards; null where it stays as it is.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>What becomes of agenda items by it, by their numbers.</summary>
    public IReadOnlyDictionary<int, AgendaItemState> Items { get; init; } = new Dictionary<int, AgendaItemState>();

    /// <summary>The task it brings into being; its number is given when it is stored. Null for none.</summary>
    public MeetingTask? Task { get; init; }
}
