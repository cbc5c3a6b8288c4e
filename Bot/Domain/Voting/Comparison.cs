namespace Bot.Domain.Voting;

/// <summary>Whether the limit itself is enough.</summary>
public enum Comparison
{
    /// <summary>The limit must be exceeded ("mehr als die Hälfte").</summary>
    MoreThan,

    /// <summary>The limit itself is enough ("mindestens zwei Drittel").</summary>
    AtLeast,
}
