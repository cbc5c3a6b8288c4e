using System.Collections.Generic;
using Bot.Domain.Agendas;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>One agenda item with what came of it.</summary>
/// <param name="Number">The item's identity within the meeting; 0 for what the agenda did not hold.</param>
/// <param name="Place">The number people call it by; 0 for what was taken off, and for what belongs to no item.</param>
/// <param name="Title">Its title; empty for the confirmation of an urgent meeting's urgency, for an item taken off, and for what belongs to no item.</param>
public sealed record MinutesItem(int Number, int Place, string Title)
{
    /// <summary>Where it comes from.</summary>
    public AgendaItemKind Kind { get; init; }

    /// <summary>Who presented it; empty when nobody was named.</summary>
    public string Presenter { get; init; } = string.Empty;

    /// <summary>Who may see it.</summary>
    public AgendaVisibility Visibility { get; init; }

    /// <summary>What became of it.</summary>
    public AgendaItemState State { get; init; }

    /// <summary>When it was called up, the first time; null when that was not noted.</summary>
    public LocalDateTime? BegunAt { get; init; }

    /// <summary>When it was left, the last time; null when that was not noted.</summary>
    public LocalDateTime? EndedAt { get; init; }

    /// <summary>What was noted at it, in order.</summary>
    public IReadOnlyList<MinutesEntry> Entries { get; init; } = [];

    /// <summary>The ballots taken at it, in order of their opening.</summary>
    public IReadOnlyList<MinutesBallot> Ballots { get; init; } = [];

    /// <summary>The elections held at it.</summary>
    public IReadOnlyList<MinutesElection> Elections { get; init; } = [];

    /// <summary>Whether anything came of it.</summary>
    public bool IsEmpty => Entries.Count == 0 && Ballots.Count == 0 && Elections.Count == 0;
}

/// <summary>A decision, a task or a note.</summary>
/// <param name="Number">Its identity within the meeting.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="At">When it was noted, local time.</param>
/// <param name="Text">Its words.</param>
public sealed record MinutesEntry(int Number, SessionEntryKind Kind, LocalDateTime At, string Text)
{
    /// <summary>Who is to do a task; empty when nobody was named.</summary>
    public string Assignee { get; init; } = string.Empty;

    /// <summary>Until when a task is to be done; null when not said.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>What a show of hands came to; null for a decision by consent, and for what is none.</summary>
    public BallotResult? Hands { get; init; }

    /// <summary>How the tie of a show of hands was broken; null where there was none, or nobody broke it.</summary>
    public MinutesTieBreak? TieBreak { get; init; }

    /// <summary>Whether a decision by consent decided nothing because too few were present.</summary>
    public bool IsWithoutQuorum { get; init; }

    /// <summary>Number of the resolution a decision is recorded as; empty while it is none.</summary>
    public string Resolution { get; init; } = string.Empty;

    /// <summary>Number of the accepted correction that replaced its words; null for none.</summary>
    public int? CorrectedBy { get; init; }

    /// <summary>Whether a correction may replace its words: those of a note or a task. A decision stands in the register as it was taken.</summary>
    public bool IsReplaceable => Kind is SessionEntryKind.Note or SessionEntryKind.Task;
}

/// <summary>A ballot taken in the meeting.</summary>
/// <param name="Ballot">Which one.</param>
/// <param name="Kind">What it was on.</param>
/// <param name="Title">The motion; empty where it must not be told.</param>
/// <param name="Text">The wording put to the vote, where it is more than the title.</param>
public sealed record MinutesBallot(BallotId Ballot, MotionKind Kind, string Title, string Text)
{
    /// <summary>How it was taken.</summary>
    public BallotMode Mode { get; init; }

    /// <summary>Whether it was secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>When votes were taken from, local time.</summary>
    public required LocalDateTime OpenedAt { get; init; }

    /// <summary>When it ended, local time; that it was still running at the drafting follows from neither result nor votes being there.</summary>
    public required LocalDateTime EndedAt { get; init; }

    /// <summary>What a question of yes or no came to; null where none was asked, while it was not counted, and where it was void.</summary>
    public BallotResult? Result { get; init; }

    /// <summary>What the papers of an election or poll came to; null elsewhere.</summary>
    public OptionCount? Votes { get; init; }

    /// <summary>How a tie was decided; null where there was none, or it was not decided.</summary>
    public MinutesTieBreak? TieBreak { get; init; }

    /// <summary>Why it was declared void; null where it was not. Empty where that must not be told.</summary>
    public string? VoidBecause { get; init; }

    /// <summary>Number of the resolution it is recorded as; empty where there is none.</summary>
    public string Resolution { get; init; } = string.Empty;
}

/// <summary>How a tie was decided.</summary>
/// <param name="Kind">By the chair or by lot.</param>
/// <param name="By">Who decided, or had the lot drawn; empty where that must not be told.</param>
/// <param name="Witness">Who saw the lot drawn; empty elsewhere.</param>
/// <param name="Reason">Why the chair decided so; empty elsewhere.</param>
public sealed record MinutesTieBreak(Verdict Kind, string By, string Witness, string Reason);

/// <summary>What papers with options came to.</summary>
/// <param name="Options">Each option with its votes, in the order of the paper; empty where too few secret papers were cast for telling.</param>
/// <param name="Cast">Papers cast.</param>
/// <param name="Blank">Papers on which nothing was chosen.</param>
/// <param name="NotVoted">Entitled, and silent until the end.</param>
/// <param name="Entitled">Entitled.</param>
/// <param name="Excluded">On the roll without a vote.</param>
public sealed record OptionCount(IReadOnlyList<OptionLine> Options, int Cast, int Blank, int NotVoted, int Entitled, int Excluded)
{
    /// <summary>Whether papers were cast of which it is not told what is on them.</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>One option of a paper.</summary>
/// <param name="Name">A name, a list's name, or whatever could be chosen.</param>
/// <param name="Yes">Papers that chose it.</param>
/// <param name="No">Papers that marked it with no.</param>
/// <param name="Abstain">Papers that marked it with an abstention.</param>
/// <param name="IsMarked">Whether papers marked each option with yes, no or abstention.</param>
public sealed record OptionLine(string Name, int Yes, int No, int Abstain, bool IsMarked)
{
    /// <summary>Seats of a list; null where there are no lists.</summary>
    public int? Seats { get; init; }
}
