namespace Bot.Domain.Rights;

/// <summary>Where something is said or pressed, and so who reads the answer; each includes those before it.</summary>
public enum Place
{
    /// <summary>The person's own chat with the bot.</summary>
    Private,

    /// <summary>The conversation of the committee at hand.</summary>
    OwnRoom,

    /// <summary>Any other conversation.</summary>
    Anywhere,
}
