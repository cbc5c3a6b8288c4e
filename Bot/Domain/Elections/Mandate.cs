using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Elections;

/// <summary>Somebody elected, or moved up, and whether they took the seat.</summary>
/// <param name="Person">Who.</param>
/// <param name="State">How they answered.</param>
/// <param name="AskedUntil">Until when they can answer; silence is a refusal.</param>
/// <param name="IsSubstitute">Whether they moved up for somebody else.</param>
/// <param name="IsSeated">Whether the seat in the committee was given to them and not taken back.</param>
public sealed record Mandate(PersonId Person, MandateState State, Instant AskedUntil, bool IsSubstitute = false, bool IsSeated = false)
{
    /// <summary>When they answered, or the time to answer was over; null before, and where that was not kept yet.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Whether the seat is taken by them, or may still be.</summary>
    public bool HoldsSeat => State is MandateState.Asked or MandateState.Accepted;
}

/// <summary>How somebody elected has answered.</summary>
public enum MandateState
{
    /// <summary>Not yet.</summary>
    Asked,

    /// <summary>Took the seat.</summary>
    Accepted,

    /// <summary>Did not.</summary>
    Declined,

    /// <summary>Did not answer in time.</summary>
    Lapsed,

    /// <summary>Took it and left before the end of the term.</summary>
    Left,
}
