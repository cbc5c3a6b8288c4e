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
}
