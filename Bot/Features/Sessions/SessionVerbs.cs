namespace Bot.Features.Sessions;

/// <summary>The verbs of the buttons on the cards of a meeting that goes on.</summary>
internal static class SessionVerbs
{
    /// <summary>Opens the meeting.</summary>
    public const string Open = "session.open";

    /// <summary>Asks whether it is to be closed.</summary>
    public const string AskClose = "session.close.ask";

    /// <summary>Closes it.</summary>
    public const string Close = "session.close";

    /// <summary>Shows where it stands, also without anybody pressing.</summary>
    public const string Show = "session.show";

    /// <summary>Calls up the next item.</summary>
    public const string Next = "session.next";

    /// <summary>The current item is dealt with.</summary>
    public const string Done = "session.done";

    /// <summary>The current item is left for the next meeting.</summary>
    public const string Postpone = "session.postpone";

    /// <summary>Asks whether the opening is to be taken back.</summary>
    public const string AskTakeBack = "session.open.undo.ask";

    /// <summary>Takes the opening back.</summary>
    public const string TakeBack = "session.open.undo";

    /// <summary>Undoes an entry.</summary>
    public const string Undo = "session.undo";

    /// <summary>Notes a decision whose numbers were looked at again.</summary>
    public const string Decide = "session.decide";

    /// <summary>The chair breaks a tie of a show of hands.</summary>
    public const string DecideTie = "session.tie.decide";

    /// <summary>Somebody is asked to see the lot drawn.</summary>
    public const string NameWitness = "session.tie.witness";

    /// <summary>The witness is present, and the lot is drawn.</summary>
    public const string DrawLot = "session.tie.draw";

    /// <summary>Notes a task about which something was asked back.</summary>
    public const string Assign = "session.task";
}
