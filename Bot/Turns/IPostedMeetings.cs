using Bot.Domain.Meetings;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>What was posted about meetings, for features that change what their cards show.</summary>
internal interface IPostedMeetings
{
    /// <summary>Brings every card posted about the meeting up to date, soon.</summary>
    void Refresh(NetworkSnapshot snapshot, MeetingId id);
}
