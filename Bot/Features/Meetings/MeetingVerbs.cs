using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>The verbs of the buttons on meeting cards.</summary>
internal static class MeetingVerbs
{
    /// <summary>Shows what would be called, to be confirmed.</summary>
    public const string Preview = MeetingButton.PreviewVerb;

    /// <summary>Back to the form.</summary>
    public const string Edit = "meeting.edit";

    /// <summary>Calls the meeting.</summary>
    public const string Call = "meeting.call";

    /// <summary>Shows the follow-up that would be called, to be confirmed.</summary>
    public const string PreviewFollowUp = "meeting.followup.preview";

    /// <summary>Back to the form of a follow-up.</summary>
    public const string EditFollowUp = "meeting.followup.edit";

    /// <summary>Calls the follow-up.</summary>
    public const string CallFollowUp = "meeting.followup.call";

    /// <summary>Calls no follow-up.</summary>
    public const string DismissFollowUp = "meeting.followup.dismiss";

    /// <summary>Shows a preview of a follow-up as it stands, without anybody pressing.</summary>
    public const string RefreshFollowUp = "meeting.followup.refresh";

    /// <summary>Cancels a meeting.</summary>
    public const string Cancel = "meeting.cancel";

    /// <summary>Shows how a meeting would be moved, to be confirmed.</summary>
    public const string PreviewMove = "meeting.move.preview";

    /// <summary>Back to the form of a move.</summary>
    public const string EditMove = "meeting.move.edit";

    /// <summary>Moves a meeting.</summary>
    public const string Move = "meeting.move";

    /// <summary>The sender comes to a meeting.</summary>
    public const string Accept = "reply.accept";

    /// <summary>The sender does not come.</summary>
    public const string Regret = "reply.regret";

    /// <summary>Somebody comes instead of the sender.</summary>
    public const string SendSubstitute = "reply.substitute";

    /// <summary>Asks who comes instead of the sender.</summary>
    public const string AskSubstitute = "reply.substitute.ask";

    /// <summary>Shows who comes.</summary>
    public const string ShowReplies = "reply.list";

    /// <summary>Shows another page of an agenda.</summary>
    public const string ShowAgenda = "agenda.show";

    /// <summary>Adds an agenda item.</summary>
    public const string ProposeItem = "agenda.propose";

    /// <summary>Asks for an agenda item.</summary>
    public const string AskItem = "agenda.propose.ask";

    /// <summary>Shows the agenda with what can be changed about it.</summary>
    public const string EditAgenda = "agenda.edit";

    /// <summary>Shows one item with what can be changed about it.</summary>
    public const string EditItem = "agenda.item";

    /// <summary>Changes an item as its form says.</summary>
    public const string SaveItem = "agenda.item.save";

    /// <summary>Changes one thing about an item.</summary>
    public const string ChangeItem = "agenda.change";

    /// <summary>Does what was typed, for the meeting that was chosen.</summary>
    public const string ChangeTyped = "agenda.typed";

    /// <summary>Shows the meeting as it is, without anybody pressing.</summary>
    public const string Refresh = "meeting.refresh";

    /// <summary>Shows a preview as it stands, without anybody pressing.</summary>
    public const string RefreshPreview = "meeting.preview.refresh";

    /// <summary>The sender is there.</summary>
    public const string Arrive = "attendance.arrive";

    /// <summary>The sender leaves.</summary>
    public const string Leave = "attendance.leave";

    /// <summary>Shows who is present.</summary>
    public const string ShowAttendance = "attendance.show";

    /// <summary>Notes that somebody is present or not.</summary>
    public const string SetAttendance = "attendance.set";

    /// <summary>Opens a ballot in the meeting.</summary>
    public const string VoteNow = "meeting.vote";

    /// <summary>Opens no ballot.</summary>
    public const string DismissVote = "meeting.vote.dismiss";

    /// <summary>Shows what would be called for a proposal of the year's plan, to be confirmed.</summary>
    public const string PreviewProposal = "meeting.preview.proposal";

    /// <summary>Shows all proposals of a committee for a year, to be confirmed.</summary>
    public const string PreviewAll = "meeting.preview.all";

    /// <summary>Calls all of them.</summary>
    public const string CallAll = "meeting.call.all";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "meeting.dismiss";
}
