namespace Bot.Features.Ballots;

/// <summary>The verbs of the buttons on ballot cards.</summary>
internal static class BallotVerbs
{
    /// <summary>Casts a vote.</summary>
    public const string Vote = "ballot.vote";

    /// <summary>Shows the ballot as it is for the sender.</summary>
    public const string Show = "ballot.show";

    /// <summary>Shows for whom the sender may vote.</summary>
    public const string ShowVoters = "ballot.voters";

    /// <summary>Shows the ballot as it is for whoever looks, without anybody pressing.</summary>
    public const string Refresh = "ballot.refresh";

    /// <summary>Shows who may vote in the ballot.</summary>
    public const string Roll = "ballot.roll";

    /// <summary>Asks whether somebody wants to declare a conflict of interest.</summary>
    public const string AskConflict = "ballot.conflict.ask";

    /// <summary>Declares a conflict of interest.</summary>
    public const string Conflict = "ballot.conflict";

    /// <summary>Asks whether to close.</summary>
    public const string AskClose = "ballot.close.ask";

    /// <summary>Closes.</summary>
    public const string Close = "ballot.close";
}
