namespace Bot.Features.Elections;

/// <summary>The verbs of the buttons on election cards.</summary>
internal static class ElectionVerbs
{
    /// <summary>Shows what would be called.</summary>
    public const string Preview = "election.preview";

    /// <summary>Back to the form.</summary>
    public const string Edit = "election.edit";

    /// <summary>Calls the election.</summary>
    public const string Call = "election.call";

    /// <summary>Nothing happens.</summary>
    public const string Dismiss = "election.dismiss";

    /// <summary>Shows the election as it is for the sender.</summary>
    public const string Show = "election.show";

    /// <summary>The sender stands.</summary>
    public const string Stand = "election.stand";

    /// <summary>Proposes somebody.</summary>
    public const string Nominate = "election.nominate";

    /// <summary>Asks for a name, or for a list.</summary>
    public const string AskNomination = "election.nominate.ask";

    /// <summary>Submits a list.</summary>
    public const string SubmitList = "election.list";

    /// <summary>Whoever was proposed stands.</summary>
    public const string Consent = "election.consent";

    /// <summary>Whoever was proposed does not stand, or no longer.</summary>
    public const string Refuse = "election.refuse";

    /// <summary>Asks whether to begin with voting.</summary>
    public const string AskStart = "election.start.ask";

    /// <summary>Begins with voting.</summary>
    public const string Start = "election.start";

    /// <summary>Asks whether to call it off.</summary>
    public const string AskCancel = "election.cancel.ask";

    /// <summary>Calls it off.</summary>
    public const string Cancel = "election.cancel";

    /// <summary>Opens the run-off.</summary>
    public const string RunOff = "election.runoff";

    /// <summary>Ends without a run-off.</summary>
    public const string EndVoting = "election.end";

    /// <summary>Wants the lot to be drawn.</summary>
    public const string AskLot = "election.lot.ask";

    /// <summary>Draws the lot before the sender as witness.</summary>
    public const string DrawLot = "election.lot.draw";

    /// <summary>Takes the seat.</summary>
    public const string Accept = "election.accept";

    /// <summary>Does not take it.</summary>
    public const string Decline = "election.decline";

    /// <summary>Somebody leaves the committee.</summary>
    public const string Leave = "election.leave";

    /// <summary>Begins with the next election.</summary>
    public const string Next = "election.next";
}
