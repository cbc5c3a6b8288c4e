using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>One thing noted while a meeting goes on. Entries are only ever added; one that was a mistake is marked as undone and stays. The minutes are drawn from them.</summary>
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

    /// <summary>Who is to do a task in the words of whoever noted it, where the network does not know them; empty otherwise.</summary>
    public string AssigneeName { get; init; } = string.Empty;

    /// <summary>The number under which a task lives on after the meeting, see <see cref="MeetingTask.Number"/>; null for everything else.</summary>
    public int? Task { get; init; }

    /// <summary>How many voted yes, no and abstained by show of hands; null where nobody counted: then it was decided by consent.</summary>
    public HandCount? Hands { get; init; }

    /// <summary>Who could vote on a decision when it was taken, and by which rule; null for everything else.</summary>
    public DecisionBasis? Basis { get; init; }

    /// <summary>Whether a decision by consent was taken while fewer were present than the rule asks for; then nothing is decided. It never changes afterwards. False where that was
    /// not known, and on entries of versions that did not look.</summary>
    public bool IsWithoutQuorum { get; init; }

    /// <summary>Whether nobody closed the meeting but the clock; then <see cref="By"/> is who had opened it.</summary>
    public bool ByClock { get; init; }

    /// <summary>Identity of the message or button it came from, so that what is delivered twice is noted once; empty where nothing came.</summary>
    public string Origin { get; init; } = string.Empty;

    /// <summary>When it was undone; null while it stands.</summary>
    public Instant? UndoneAt { get; init; }

    /// <summary>Who undid it; null while it stands.</summary>
    public PersonId? UndoneBy { get; init; }

    /// <summary>Identity of the message or button that undid it; empty while it stands.</summary>
    public string UndoneOrigin { get; init; } = string.Empty;

    /// <summary>Of which decision a tie is or was to be broken, by its number; null for everything else.</summary>
    public int? About { get; init; }

    /// <summary>How the tie is or was broken: on the entry that says so, and on the decision as <see cref="SessionRecord.Standing"/> has it. Null where nobody did anything about one.</summary>
    public TieBreak? Tie { get; init; }

    /// <summary>What a broken tie came to, accepted or rejected; null while it is not broken.</summary>
    public Verdict? TieVerdict { get; init; }

    /// <summary>Whether it is a decision, as <see cref="SessionRecord.Standing"/> has it, that the lot has decided.</summary>
    public bool IsDrawn => Kind == SessionEntryKind.Decision && Tie is { Kind: Voting.Verdict.Lot, IsDecided: true };

    /// <summary>What a show of hands came to under the rule of its day, a tie as it was broken; null where nobody counted. The numbers are kept with it.</summary>
    public BallotResult? Result => this is not { Hands: { } hands, Basis: { } basis } ? null
        : TieVerdict is { } broken ? basis.Decide(hands) with { Verdict = broken } : basis.Decide(hands);

    /// <summary>Whether it is a decision whose tie waits for the chair or the lot.</summary>
    public bool IsTieOpen => Verdict?.IsOpenTie() == true;

    /// <summary>What a decision came to: by consent it is carried where enough were present. Null for everything that is no decision.</summary>
    public Verdict? Verdict => Kind != SessionEntryKind.Decision ? null : Reasons?.Verdict ?? Voting.Verdict.Accepted;

    /// <summary>What explains the verdict in numbers: the count, or without one that too few were present. Null for a decision by consent that stands.</summary>
    public BallotResult? Reasons => Result ?? (IsWithoutQuorum ? Basis?.Decide(new HandCount(0, 0, 0)) : null);

    /// <summary>Whether it moves the meeting along its agenda.</summary>
    public bool IsStep => Kind is SessionEntryKind.ItemBegun or SessionEntryKind.ItemDone or SessionEntryKind.ItemPostponed;
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

    /// <summary>A tie in a show of hands was broken by the chair or by lot, or a witness was asked to see the lot drawn.</summary>
    TieBroken,
}

/// <summary>Votes counted by show of hands.</summary>
/// <param name="Yes">Yes, at least 0.</param>
/// <param name="No">No, at least 0.</param>
/// <param name="Abstain">Abstentions, at least 0.</param>
public sealed record HandCount(int Yes, int No, int Abstain)
{
    /// <summary>All hands.</summary>
    public int Cast => Yes + No + Abstain;
}

/// <summary>What a decision in a meeting is measured against, as it was when it was taken.</summary>
/// <param name="Present">Voters present, at least as many as voted; null where no attendance was taken.</param>
/// <param name="Entitled">Voters of the committee.</param>
/// <param name="RuleCode">The rule, as <see cref="MajorityRule.ToCode"/> writes it.</param>
public sealed record DecisionBasis(int? Present, int Entitled, string RuleCode)
{
    /// <summary>Applies the rule.</summary>
    /// <param name="hands">At most as many as are entitled, and as are present.</param>
    public BallotResult Decide(HandCount hands) => MajorityRule.Parse(RuleCode).Decide(
        new Tally(hands.Yes, hands.No, hands.Abstain, Entitled - hands.Cast, Present, Entitled, Excluded: 0));

    /// <summary>Whether enough are present for a decision nobody counts; null where the rule has no quorum, and where it is not known who is present.</summary>
    public bool? HoldsQuorum => Present is { } present ? new AttendanceCount(present, Entitled).HoldsQuorum(MajorityRule.Parse(RuleCode)) : null;

    /// <summary>The counts where nobody counted: none.</summary>
    public Tally Uncounted => new(0, 0, 0, Entitled, Present, Entitled, Excluded: 0);
}
