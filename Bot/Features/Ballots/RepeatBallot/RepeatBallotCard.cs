using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.RepeatBallot;

/// <summary>Shows how a ballot would be taken again, to be confirmed.</summary>
internal static class RepeatBallotCard
{
    /// <summary>Name of the datum that holds the meeting the new ballot would be taken in; missing for one over days.</summary>
    public const string MeetingField = "meeting";

    /// <summary>Draws the preview.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="view">The old ballot.</param>
    /// <param name="opening">The new one as it would be opened now.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, BallotView view, Opening opening, string? lead = null)
    {
        var reader = turn.Reader;
        var question = Question(turn, opening);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = question,
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(MotionPart.Heading(reader, view.Record.Motion)),
                CardPart.Text(question),
                .. Manner(reader, view, opening),
                CardPart.Subtle(Messages.Get(
                    reader, Sentence.RepeatRule, RuleWords.Majority(reader, opening.Ballot.Rule), opening.Ballot.Rule.Version)),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonRepeatNow, BallotVerbs.Repeat, Data(turn, view, opening)),
                CardPart.Button(reader, Sentence.ButtonBack, BallotVerbs.Show, ("ballot", view.Record.Ballot.Id.Value), AskedBelow.Kept),
            ],
        };
    }

    private static string Question(Turn turn, Opening opening)
    {
        var (opens, closes) = (opening.Ballot.OpenedAt.InZone(turn.Network.Zone).LocalDateTime, opening.Ballot.ClosesAt.InZone(turn.Network.Zone).LocalDateTime);
        return opening.Ballot.OpenedAt > turn.Now
            ? Messages.Get(turn.Reader, Sentence.RepeatQuestionLater, opens, closes, opening.Roll.Count)
            : Messages.Get(turn.Reader, Sentence.RepeatQuestion, closes, opening.Roll.Count);
    }

    /// <summary>In the meeting again, or over days because it is over.</summary>
    private static IEnumerable<CardElement> Manner(Reader reader, BallotView view, Opening opening)
    {
        if (opening.Ballot.Mode == BallotMode.InMeeting)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.RepeatInMeeting, opening.Roll.Count(entry => entry.IsPresent == true), opening.Roll.Count));
        }
        else if (view.Record.Ballot.Mode == BallotMode.InMeeting)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.RepeatMeetingOver));
        }
    }

    private static (string Name, string Value)[] Data(Turn turn, BallotView view, Opening opening) =>
    [
        ("ballot", view.Record.Ballot.Id.Value), .. opening.Ballot.Meeting is { } meeting ? new[] { (MeetingField, meeting.Value) } : [], .. turn.Form.Data,
    ];
}
