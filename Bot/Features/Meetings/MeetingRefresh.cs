using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>Whose clients ask for a meeting's card as it is now: whoever asked for it. Cards that were sent out are brought up to date by the bot.</summary>
internal static class MeetingRefresh
{
    /// <summary>For the card the sender asked for.</summary>
    public static RefreshCard Sender(Turn turn, MeetingId meeting) => RefreshFor.Sender(turn, MeetingVerbs.Refresh, ("meeting", meeting.Value));
}
