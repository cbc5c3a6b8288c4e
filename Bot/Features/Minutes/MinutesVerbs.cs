namespace Bot.Features.Minutes;

/// <summary>The verbs of the buttons on cards of minutes.</summary>
internal static class MinutesVerbs
{
    /// <summary>Shows minutes, or another page of them.</summary>
    public const string Show = "minutes.show";

    /// <summary>Offers them as a file.</summary>
    public const string TakeFile = "minutes.file";

    /// <summary>Puts them together again.</summary>
    public const string Redraft = "minutes.redraft";

    /// <summary>Asks whether they are to be given to the committee.</summary>
    public const string AskCirculate = "minutes.circulate.ask";

    /// <summary>Gives them to the committee.</summary>
    public const string Circulate = "minutes.circulate";

    /// <summary>Shows the form for a correction.</summary>
    public const string AskCorrect = "minutes.correct.ask";

    /// <summary>Proposes a correction.</summary>
    public const string Correct = "minutes.correct";

    /// <summary>Shows the next correction to be decided.</summary>
    public const string ShowCorrection = "minutes.correction";

    /// <summary>Accepts a correction.</summary>
    public const string Accept = "minutes.accept";

    /// <summary>Rejects a correction.</summary>
    public const string Reject = "minutes.reject";

    /// <summary>Asks how the minutes are approved.</summary>
    public const string AskApprove = "minutes.approve.ask";

    /// <summary>Records the approval.</summary>
    public const string Approve = "minutes.approve";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "minutes.dismiss";

    /// <summary>Names of data: the meeting, a correction's number, the version that was shown, the meeting that approves, a ballot, which file.</summary>
    public const string MeetingField = "meeting", NumberField = "number", VersionField = "version", LaterField = "later", BallotField = "ballot", KindField = "kind";
}
