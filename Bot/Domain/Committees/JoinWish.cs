using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>Somebody wants to take part in a working group that is not open, or was taken in.</summary>
/// <param name="Group">Which group.</param>
/// <param name="Person">Who.</param>
/// <param name="At">When they asked, or were taken in.</param>
/// <param name="State">What became of it.</param>
public sealed record JoinWish(CommitteeId Group, PersonId Person, Instant At, JoinState State)
{
    /// <summary>Its name among deliveries: asking anew after an answer makes it another.</summary>
    public string Kind => "join-" + Person.Value + "-" + At.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What became of a wish to take part.</summary>
public enum JoinState
{
    /// <summary>Nobody has answered yet.</summary>
    Asked,

    /// <summary>They take part.</summary>
    Accepted,

    /// <summary>They do not.</summary>
    Declined,
}
