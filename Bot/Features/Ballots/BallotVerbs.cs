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

    /// <summary>Asks why it is to be void.</summary>
    public const string AskVoid = "ballot.void.ask";

    /// <summary>Declares it void.</summary>
    public const string Void = "ballot.void";

    /// <summary>Shows how it would be taken again.</summary>
    public const string AskRepeat = "ballot.repeat.ask";

    /// <summary>Has it taken again.</summary>
    public const string Repeat = "ballot.repeat";

    /// <summary>The chair decides a tie.</summary>
    public const string DecideTie = "ballot.tie.decide";

    /// <summary>Names who is to see the lot drawn.</summary>
    public const string NameWitness = "ballot.lot.witness";

    /// <summary>The witness is present: the lot is drawn.</summary>
    public const string DrawLot = "ballot.lot.draw";
}
