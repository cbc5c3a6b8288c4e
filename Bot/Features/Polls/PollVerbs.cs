namespace Bot.Features.Polls;

/// <summary>The verbs of the buttons on the cards that open a poll.</summary>
internal static class PollVerbs
{
    /// <summary>Shows what would be opened, to be confirmed.</summary>
    public const string Preview = "poll.preview";

    /// <summary>Back to the form.</summary>
    public const string Edit = "poll.edit";

    /// <summary>Opens the poll.</summary>
    public const string Open = "poll.open";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "poll.dismiss";
}
