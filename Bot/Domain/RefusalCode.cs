namespace Bot.Domain;

/// <summary>Every reason for which a rule says no. Each has a sentence in both languages; a test holds them together.</summary>
public enum RefusalCode
{
    /// <summary>Somebody else changed the same thing several times in a row; nothing was stored.</summary>
    ChangedMeanwhile,
}
