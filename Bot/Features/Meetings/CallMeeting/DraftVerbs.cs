namespace Bot.Features.Meetings.CallMeeting;

/// <summary>The verbs of a draft's buttons. A follow-up has verbs of its own, since not only coordinators may call it.</summary>
/// <param name="Preview">Shows what would be called.</param>
/// <param name="Edit">Back to the form.</param>
/// <param name="Call">Calls it.</param>
/// <param name="Dismiss">Nothing happens.</param>
/// <param name="Refresh">Shows the preview as it stands, without anybody pressing.</param>
internal sealed record DraftVerbs(string Preview, string Edit, string Call, string Dismiss, string Refresh)
{
    /// <summary>Of any meeting.</summary>
    public static DraftVerbs Ordinary { get; } = new(MeetingVerbs.Preview, MeetingVerbs.Edit, MeetingVerbs.Call, MeetingVerbs.Dismiss, MeetingVerbs.RefreshPreview);

    /// <summary>Of one in place of a meeting without quorum.</summary>
    public static DraftVerbs FollowUp { get; } =
        new(MeetingVerbs.PreviewFollowUp, MeetingVerbs.EditFollowUp, MeetingVerbs.CallFollowUp, MeetingVerbs.DismissFollowUp, MeetingVerbs.RefreshFollowUp);
}
