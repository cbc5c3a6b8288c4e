using System.Collections.Generic;
using Bot.Domain.Elections;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>An election with what came of it.</summary>
/// <param name="Election">Which one.</param>
/// <param name="Body">Name of the committee whose seats were filled.</param>
/// <param name="Method">How papers were filled in.</param>
/// <param name="Seats">Seats to fill.</param>
public sealed record MinutesElection(ElectionId Election, string Body, ElectionMethod Method, int Seats)
{
    /// <summary>The rounds, in order.</summary>
    public IReadOnlyList<MinutesRound> Rounds { get; init; } = [];

    /// <summary>Those elected and those who moved up, each with their answer.</summary>
    public IReadOnlyList<MinutesMandate> Mandates { get; init; } = [];

    /// <summary>The lots drawn.</summary>
    public IReadOnlyList<MinutesLot> Lots { get; init; } = [];

    /// <summary>That it was called in this meeting; null where it was called before, or outside any.</summary>
    public MinutesElectionCall? Called { get; init; }

    /// <summary>Number of the resolution that records the result; empty before.</summary>
    public string Resolution { get; init; } = string.Empty;
}

/// <summary>That an election was called.</summary>
/// <param name="At">When, local time.</param>
/// <param name="NominateUntil">Until when names are proposed, local time.</param>
/// <param name="VoteUntil">When the first round ends, local time.</param>
public sealed record MinutesElectionCall(LocalDateTime At, LocalDateTime NominateUntil, LocalDateTime VoteUntil);

/// <summary>One round of an election.</summary>
/// <param name="Number">From 1.</param>
/// <param name="NeedsMajority">Whether more than half was needed; otherwise the most votes were enough.</param>
/// <param name="Seat">Which seat it was about, where seats are filled one after the other; 0 elsewhere.</param>
/// <param name="Votes">What it came to; null where it was not counted when the minutes were drafted.</param>
public sealed record MinutesRound(int Number, bool NeedsMajority, int Seat, OptionCount? Votes);

/// <summary>Somebody elected, and how they answered.</summary>
/// <param name="Name">Who; empty where that must not be told.</param>
/// <param name="State">How they answered.</param>
/// <param name="IsSubstitute">Whether they moved up for somebody else.</param>
public sealed record MinutesMandate(string Name, MandateState State, bool IsSubstitute)
{
    /// <summary>The day on which they answered, where that was not in the meeting; null otherwise, and before.</summary>
    public LocalDate? AnsweredOn { get; init; }
}

/// <summary>A lot as it was drawn.</summary>
/// <param name="Order">The names in the order drawn.</param>
/// <param name="Seats">How many of them it brought in.</param>
/// <param name="AskedBy">Who had it drawn.</param>
/// <param name="Witness">Who saw it.</param>
/// <param name="At">When, local time.</param>
public sealed record MinutesLot(IReadOnlyList<string> Order, int Seats, string AskedBy, string Witness, LocalDateTime At);
