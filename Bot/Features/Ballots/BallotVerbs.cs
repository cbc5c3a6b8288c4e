namespace Bot.Features.Ballots;

/// <summary>The verbs of the buttons on ballot cards.</summary>
internal static class BallotVerbs
{
    /// <summary>Casts a vote.</summary>
    public const string Vote = "ballot.vote";

    /// <summary>Asks for a secret vote before the ballot opens.</summary>
    public const string AskSecrecy = "ballot.secrecy";

    /// <summary>Shows the ballot as it is for the sender.</summary>
    public const string Show = "ballot.show";

    /// <summary>Shows for whom the sender may vote.</summary>
    public const string ShowVoters = "ballot.voters";

    /// <summary>Shows the ballot as it is for whoever looks, without anybody pressing.</summary>
    public const string Refresh = "ballot.refresh";

    /// <summary>Asks whether to close.</summary>
    public const string AskClose = "ballot.close.ask";

    /// <summary>Closes.</summary>
    public const string Close = "ballot.close";
}
