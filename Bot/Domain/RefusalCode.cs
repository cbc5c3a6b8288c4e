namespace Bot.Domain;

/// <summary>Every reason for which a rule says no. Each has a sentence in both languages; a test holds them together.</summary>
public enum RefusalCode
{
    /// <summary>Somebody else changed the same thing several times in a row; nothing was stored.</summary>
    ChangedMeanwhile,

    /// <summary>The ballot has ended. Details: the moment it ended (<c>Instant</c>).</summary>
    VotingClosed,

    /// <summary>The ballot has not begun. Details: the moment it opens (<c>Instant</c>).</summary>
    VotingNotOpenYet,

    /// <summary>The ballot still runs, so nothing of it can be frozen. Details: the moment it ends (<c>Instant</c>).</summary>
    VotingStillOpen,

    /// <summary>The sender is not one of those who may cast this vote. No details.</summary>
    NotEntitledToVote,

    /// <summary>The voter has no vote in this one ballot. Details: the reason (<c>Bot.Domain.Voting.Exclusion</c>).</summary>
    ExcludedFromVote,

    /// <summary>A rule for a meeting rhythm could not be read. Details: the part not understood, as it was written (<c>string</c>).</summary>
    RhythmNotUnderstood,

    /// <summary>A meeting rhythm names no day that exists, such as every 30 February. No details.</summary>
    RhythmNeverFalls,
}
