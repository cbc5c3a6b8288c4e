using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>That minutes are to say something otherwise (Berichtigung). It is never taken out again; the chair or a coordinator accepts or rejects it.</summary>
/// <param name="Number">Its number within the minutes, from 1, without gaps.</param>
/// <param name="Origin">Identity of the confirmed form it came with, so that it is there once however often that is sent.</param>
/// <param name="Item">The agenda item it is about, by its number within the meeting; null for the minutes as a whole.</param>
/// <param name="Entry">The note or task whose words it replaces, by its number; null where it is stated beside what stands.</param>
/// <param name="Text">The correction in the proposer's words, or the new words of the entry.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
public sealed record Correction(int Number, string Origin, int? Item, int? Entry, string Text, PersonId By, Instant At)
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int TextLimit = 1000;

    /// <summary>Whether it was decided, and how.</summary>
    public CorrectionState State { get; init; }

    /// <summary>Who decided; null before.</summary>
    public PersonId? DecidedBy { get; init; }

    /// <summary>When it was decided; null before.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>Why it was rejected; empty otherwise.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The version of the minutes it was accepted into; null where it was not.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it was proposed when the minutes were approved already: then it is an entry beside them and replaces nothing.</summary>
    public bool IsAfterApproval { get; init; }
}

/// <summary>Whether a correction was decided.</summary>
public enum CorrectionState
{
    /// <summary>Not yet.</summary>
    Proposed,

    /// <summary>The minutes say so now.</summary>
    Accepted,

    /// <summary>They do not, for a reason.</summary>
    Rejected,
}

/// <summary>What somebody wants corrected.</summary>
/// <param name="Place">The agenda item as people call it; null for the minutes as a whole.</param>
/// <param name="Line">Which of the item's notes or tasks, from 1 in the order they stand there; null where none is to be replaced.</param>
/// <param name="Text">What is to be said.</param>
public sealed record CorrectionProposal(int? Place, int? Line, string Text);
