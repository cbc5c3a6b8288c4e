using Bot.Domain.Committees;
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
}

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
