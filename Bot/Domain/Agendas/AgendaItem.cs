using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <summary>An item of business (Tagesordnungspunkt, TOP).</summary>
/// <param name="Number">Its identity within the meeting, from 1, in the order of proposal; never given twice.</param>
/// <param name="Title">What it is about, in the proposer's words.</param>
/// <param name="Minutes">How long it will take, 1 to 240 minutes; null when nobody said.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When.</param>
public sealed record AgendaItem(int Number, string Title, int? Minutes, PersonId ProposedBy, Instant ProposedAt)
{
    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int TitleLimit = 200;

    /// <summary>The longest item, in minutes.</summary>
    public const int MinutesLimit = 240;

    /// <summary>Where it comes from.</summary>
    public AgendaItemKind Kind { get; init; }

    /// <summary>Who presents it, in the words of whoever said so; empty when nobody did.</summary>
    public string Presenter { get; init; } = string.Empty;

    /// <summary>Who may see it.</summary>
    public AgendaVisibility Visibility { get; init; }

    /// <summary>What has become of it.</summary>
    public AgendaItemState State { get; init; }

    /// <summary>Whether it ends every agenda, such as "Verschiedenes": what is proposed stands before it.</summary>
    public bool StandsLast { get; init; }

    /// <summary>Whether the meeting takes up an urgent motion; null while that is not decided, and for every other item.</summary>
    public bool? IsTakenUp { get; init; }

    /// <summary>The item of an earlier meeting of the same committee that was left open; null when it was not carried over.</summary>
    public ItemLink? CarriedFrom { get; init; }

    /// <summary>The item of another committee that was passed on here, and to which the outcome goes back; null when it was not. On an answer, the item that was answered.</summary>
    public ItemLink? ReferredFrom { get; init; }

    /// <summary>The committee it was passed on to; null when it was not.</summary>
    public CommitteeId? ReferredTo { get; init; }

    /// <summary>Of an answer: what was decided, in the words noted there; empty where nothing was noted, or it is confidential there. Null on every other item.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether what follows from it was done: it was carried over, or its outcome went back. So that it is done once.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether only its committee may know what it is about.</summary>
    public bool IsConfidential => Visibility == AgendaVisibility.Committee;

    /// <summary>Whether what it is about was taken out, because others read along.</summary>
    public bool IsMasked => IsConfidential && Title.Length == 0;

    /// <summary>Whether it is dealt with or passed on, so that nothing about it can be changed but who may see it.</summary>
    public bool IsSettled => State is AgendaItemState.Done or AgendaItemState.Referred or AgendaItemState.Withdrawn;

    /// <summary>The same item without what it is about, when it is confidential: for whoever does not belong to the committee.</summary>
    public AgendaItem Masked() => IsConfidential
        ? this with { Title = string.Empty, Presenter = string.Empty, ReferredFrom = null, ReferredTo = null, CarriedFrom = null, Answer = Answer is null ? null : string.Empty }
        : this;
}

/// <summary>An item on an agenda, wherever it is.</summary>
/// <param name="Committee">Whose agenda.</param>
/// <param name="Meeting">Of which meeting.</param>
/// <param name="Day">The day of that meeting when the link was made.</param>
/// <param name="Number">The item's <see cref="AgendaItem.Number"/> there.</param>
public sealed record ItemLink(CommitteeId Committee, MeetingId Meeting, LocalDate Day, int Number);

/// <summary>Where an agenda item comes from.</summary>
public enum AgendaItemKind
{
    /// <summary>Proposed before the deadline.</summary>
    Proposed,

    /// <summary>Proposed after the deadline: the meeting first decides whether to take it up (Dringlichkeitsantrag).</summary>
    UrgentMotion,

    /// <summary>On every agenda of the committee, by its rules of procedure.</summary>
    Standing,

    /// <summary>Left open by an earlier meeting.</summary>
    CarriedOver,

    /// <summary>Passed on by another committee.</summary>
    Referred,

    /// <summary>The confirmation of the urgency, with which an urgent meeting begins.</summary>
    Urgency,

    /// <summary>What came of an item that had been passed on to another committee.</summary>
    Answer,
}

/// <summary>Who may see an agenda item.</summary>
public enum AgendaVisibility
{
    /// <summary>Whoever may see the agenda, and readers of the public minutes.</summary>
    All,

    /// <summary>The committee alone; not in public minutes, nor in a room somebody else reads.</summary>
    Committee,
}

/// <summary>What has become of an agenda item.</summary>
public enum AgendaItemState
{
    /// <summary>Still to be dealt with.</summary>
    Open,

    /// <summary>Dealt with.</summary>
    Done,

    /// <summary>Left for the next meeting.</summary>
    Postponed,

    /// <summary>Passed on to another committee.</summary>
    Referred,

    /// <summary>Taken off by whoever proposed it or by the chair; kept, so that its number is not given twice.</summary>
    Withdrawn,
}
