using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using NodaTime;

namespace Bot.Domain.Records;

/// <summary>What becomes of a resolution: who is responsible, until when, how far it is. It stands beside the entry, which never changes.</summary>
/// <param name="Number">Which resolution.</param>
/// <param name="Committee">The committee that decided; only who belongs to it is told of it.</param>
public sealed record ResolutionFollowUp(ResolutionNumber Number, CommitteeId Committee)
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int NoteLimit = 500;

    /// <summary>Who is responsible, a person or an organization, under the key that rotas know them by; null for nobody yet.</summary>
    public RotaHost? Owner { get; init; }

    /// <summary>Until which day; null for none.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>How far it is.</summary>
    public ResolutionState State { get; init; }

    /// <summary>What was said last about how far it is; empty for nothing.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>How many steps were kept: the number of the last one.</summary>
    public int Steps { get; init; }

    /// <summary>When owner or due day were set last. What would have been said before is not said any more.</summary>
    public Instant SetAt { get; init; }

    /// <summary>Whether its due day is over and it is not done.</summary>
    public bool IsOverdueOn(LocalDate today) => State != ResolutionState.Done && Due < today;

    /// <summary>Those who are responsible now, whom the committee's matters concern: they are reminded.</summary>
    public IReadOnlyList<PersonId> Owners(Network network) => Owner is { } owner ? owner.People(network, Committee) : [];

    /// <summary>Sets who is responsible and until when; what is null stays. What was done is open again by it.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="owner">Who.</param>
    /// <param name="due">Until which day.</param>
    /// <param name="now">When.</param>
    /// <returns>The same by reference when nothing changes; a refusal when the day is over, or nobody of the committee would be responsible.</returns>
    public Outcome<ResolutionFollowUp> Assign(Network network, RotaHost? owner, LocalDate? due, Instant now)
    {
        if (due is { } day && day < now.InZone(network.Zone).Date)
        {
            return new Refusal(RefusalCode.ResolutionDueOver, day);
        }

        if (owner is { } named && named.People(network, Committee).Count == 0)
        {
            return new Refusal(RefusalCode.ResolutionOwnerOutside, named.Name(network));
        }

        return State != ResolutionState.Done && (owner ?? Owner) == Owner && (due ?? Due) == Due
            ? this
            : this with { Owner = owner ?? Owner, Due = due ?? Due, State = State == ResolutionState.Done ? ResolutionState.Open : State, Steps = Steps + 1, SetAt = now };
    }

    /// <summary>Says how far it is.</summary>
    /// <param name="network">The network as it is.</param>
    /// <param name="state">How far.</param>
    /// <param name="note">What there is to say about it; may be empty.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="mayLead">Whether they lead the committee, or coordinate.</param>
    /// <returns>The same by reference when that was said already.</returns>
    public Outcome<ResolutionFollowUp> Report(Network network, ResolutionState state, string note, PersonId by, bool mayLead)
    {
        var isOwner = false;
        foreach (var owner in Owners(network))
        {
            isOwner |= owner == by;
        }

        if (!mayLead && !isOwner)
        {
            return new Refusal(RefusalCode.ResolutionOfOthers, Number.ToString());
        }

        if (note.Length > NoteLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, NoteLimit);
        }

        return State == state && (note.Length == 0 || note == Note) ? this : this with { State = state, Note = note, Steps = Steps + 1 };
    }
}

/// <summary>How far a resolution is.</summary>
public enum ResolutionState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Somebody is at it.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>One step in what became of a resolution; it never changes.</summary>
/// <param name="Place">From 1.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="After">How it stood afterwards.</param>
public sealed record FollowUpStep(int Place, PersonId By, Instant At, ResolutionFollowUp After);
