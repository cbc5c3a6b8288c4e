namespace Bot.Tests.EndToEnd;

/// <summary>The chats of a window.</summary>
internal enum PlaygroundChat
{
    /// <summary>The 1:1 chat of the window's person with the bot.</summary>
    Personal,

    /// <summary>The group chat.</summary>
    Group,

    /// <summary>The General channel of the team.</summary>
    General,

    /// <summary>The team's other channel.</summary>
    Channel,
}
