namespace Bot.Domain.Polls;

/// <summary>What a mood poll asks for.</summary>
public enum PollKind
{
    /// <summary>One of several options.</summary>
    One,

    /// <summary>Any number of several options.</summary>
    Several,

    /// <summary>An order of the options.</summary>
    Ranking,

    /// <summary>Which of several dates suit: yes, if need be, no (Terminumfrage).</summary>
    Dates,
}
