namespace Bot.Platform.Activities;

/// <summary>What kind of turn an activity is, in a word of the bot's own: what the wire says might be anything.</summary>
internal static class TurnKind
{
    private const string Other = "other";

    /// <summary>The kind.</summary>
    public static string Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => "message",
        ActivityTypes.MessageUpdate => "edit",
        ActivityTypes.MessageDelete => "removal",
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => "event",
        ActivityTypes.Invoke => OfInvoke(activity.Name),
        _ => Other,
    };

    private static string OfInvoke(string? name) => name switch
    {
        InvokeNames.AdaptiveCardAction => "press",
        InvokeNames.ComposeExtensionQuery => "search",
        InvokeNames.FileConsent => "file",
        _ => Other,
    };
}
