using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>What came of a preview: that people are invited; or, where it had been confirmed before, how the meeting stands that came of it then.</summary>
internal static class CalledCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who confirmed.</param>
    /// <param name="proposal">What the preview showed.</param>
    /// <param name="meeting">The meeting that came of it.</param>
    public static AdaptiveCard Render(Turn turn, MeetingProposal proposal, Meeting meeting)
    {
        var title = MeetingCard.Title(turn.Reader, turn.Network, meeting);
        if (meeting.State == MeetingState.Cancelled)
        {
            return SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.MeetingOfPreviewCancelled, title));
        }

        var isAsShown = (meeting.Committee, meeting.Day, meeting.Start) == (proposal.Committee, proposal.Day, proposal.Start);
        return SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, isAsShown ? Sentence.MeetingCalled : Sentence.MeetingOfPreviewStands, title));
    }
}
