namespace Bot.Platform.Playground;

/// <summary>Paths of the relay below the bot's own address.</summary>
internal static class PlaygroundRoutes
{
    /// <summary>The service address told to the bot and to the windows, without a slash at the end.</summary>
    public const string Connector = "playground/_connector";

    /// <summary>Where the window of a person sends its activities.</summary>
    public static string MessagesOf(string personId) => $"playground/{System.Uri.EscapeDataString(personId)}/messages";
}
