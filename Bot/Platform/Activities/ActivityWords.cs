namespace Bot.Platform.Activities;

/// <summary>Kinds of activity.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string Invoke = "invoke";

    /// <summary>Only inside the answer to expectReplies: what would have been the HTTP answer of the invoke.</summary>
    public const string InvokeResponse = "invokeResponse";

    public const string Typing = "typing";
}

/// <summary>What happened to a message, a team or a channel, as <see cref="TeamsChannelData.EventType"/>.</summary>
internal static class TeamsEvents
{
    public const string EditMessage = "editMessage";
    public const string UndeleteMessage = "undeleteMessage";
    public const string SoftDeleteMessage = "softDeleteMessage";
    public const string ChannelDeleted = "channelDeleted";
    public const string ChannelRestored = "channelRestored";
    public const string TeamArchived = "teamArchived";
    public const string TeamUnarchived = "teamUnarchived";
    public const string TeamDeleted = "teamDeleted";
    public const string TeamHardDeleted = "teamHardDeleted";
    public const string TeamRestored = "teamRestored";
}

/// <summary>Where a conversation takes place.</summary>
internal static class ConversationTypes
{
    /// <summary>1:1 with the bot.</summary>
    public const string Personal = "personal";

    /// <summary>Group or meeting chat.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A team's channel.</summary>
    public const string Channel = "channel";
}

/// <summary>How a message's text is to be read.</summary>
internal static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}

/// <summary>How answers reach the sender.</summary>
internal static class DeliveryModes
{
    public const string Normal = "normal";

    /// <summary>In the HTTP answer to the activity.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>What an invoke may ask for.</summary>
internal static class InvokeNames
{
    /// <summary>An <see cref="Cards.ExecuteAction"/> was pressed, or a card asks to be refreshed.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";

    /// <summary>A search was typed into the message extension.</summary>
    public const string ComposeExtensionQuery = "composeExtension/query";

    /// <summary>Somebody takes a file or does not want it.</summary>
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>Feedback on a message. The answer must be empty, otherwise Teams reports an error to the person.</summary>
    public const string MessageSubmitAction = "message/submitAction";
}
