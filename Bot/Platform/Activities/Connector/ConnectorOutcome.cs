namespace Bot.Platform.Activities.Connector;

/// <summary>What follows from a call the Connector did not grant. Found by <see cref="ConnectorOutcomes"/>.</summary>
internal enum ConnectorOutcome
{
    /// <summary>It passes by itself and nothing was done: throttled, a conflict of concurrent operations, a service that is away. Try again after the wait
    /// it asks for, otherwise with growing pauses.</summary>
    TryAgain,

    /// <summary>It broke off after the request had left: a reset, a time-out, a gateway that lost its service. A message may have been taken or not, and
    /// there is no key by which the Connector would know it again. Trying again is the one way a message can appear twice, so it happens three times at most;
    /// what changes nothing when done twice (updating, deleting, asking, opening a 1:1 chat) is simply tried again.</summary>
    InDoubt,

    /// <summary>It will not work however often it is tried.</summary>
    GiveUp,

    /// <summary>The bot is not part of the conversation any more: mark it inactive and wait until the bot is added again.</summary>
    NotInConversation,

    /// <summary>The conversation is of no use any more, because the person blocked the bot or it is gone: forget what is stored of it.</summary>
    ForgetConversation,

    /// <summary>The person has not installed the bot: install first, until then wait.</summary>
    InstallFirst,

    /// <summary>The tenant's administration has switched the bot off: send nothing to the tenant until something comes from it.</summary>
    StopTenant,

    /// <summary>The tenant lives in the government community cloud: once more at that cloud's address, and from then on only there.</summary>
    OtherHost,

    /// <summary>The message was deleted: what it said can only be sent anew.</summary>
    SendAnew,

    /// <summary>The message is too large: shrink it, or give up.</summary>
    Shrink,

    /// <summary>The channel does not know the bot, or its credential is refused. Nobody can be reached until whoever runs the bot has looked at its registration.</summary>
    CheckRegistration,
}
