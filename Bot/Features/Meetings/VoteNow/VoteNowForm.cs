using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.VoteNow;

/// <summary>Shows what would be put to the vote in the meeting now, who is present, and whether that is enough; to be confirmed.</summary>
internal static class VoteNowForm
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int QuestionLimit = 300;

    /// <summary>Minutes such a ballot stays open at most when nobody closes it: usually, and the limit.</summary>
    public const int UsualMinutes = 15, MostMinutes = 120;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Who votes.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="count">Who is present now.</param>
    /// <param name="question">As far as it was typed.</param>
    /// <param name="minutes">As it was filled in.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, Meeting meeting, AttendanceCount count, string question, int minutes, string? objection = null)
    {
        var heading = Messages.Get(turn.Reader, Sentence.VoteNowHeading, MeetingCard.Title(turn.Reader, turn.Network, meeting));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? System.Linq.Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(Messages.Get(turn.Reader, Sentence.AttendanceCount, count.Present, count.Entitled)),
                .. QuorumPart.Of(turn.Reader, committee, meeting, count),
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.VoteNowExplained)),
                .. committee.Rules.DecisionOn(MotionKind.General).Secrecy.Kind == BallotSecrecy.OnRequest
                    ? [CardPart.Subtle(Messages.Get(turn.Reader, Sentence.VoteNowAfterAsking, (int)MotionProposal.TimeToAskInMeeting.TotalMinutes))]
                    : System.Linq.Enumerable.Empty<CardElement>(),
                InputPart.Required(turn.Reader, "question", (Sentence.InputLiveQuestion, Sentence.RefusedQuestionMissing), question, QuestionLimit),
                new NumberInput
                {
                    Id = "minutes",
                    Label = Messages.Get(turn.Reader, Sentence.InputBallotMinutes),
                    Min = 1,
                    Max = MostMinutes,
                    Value = minutes,
                },
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonVoteNow, MeetingVerbs.VoteNow, [("meeting", meeting.Id.Value), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MeetingVerbs.DismissVote, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }
}
