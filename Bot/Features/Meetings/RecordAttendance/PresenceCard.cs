using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>What somebody sees after saying that they are there, or that they leave; and which of several meetings they mean.</summary>
internal static class PresenceCard
{
    private const int MostNamed = 10;

    /// <summary>Draws how the sender stands, with the way back.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="voters">For whom they are or were there.</param>
    /// <param name="isPresent">Whether they are there now.</param>
    public static AdaptiveCard Render(Turn turn, Meeting meeting, IReadOnlyList<VoterId> voters, bool isPresent)
    {
        var reader = turn.Reader;
        var said = Messages.Get(reader, isPresent ? Sentence.PresenceNoted : Sentence.DepartureNoted, MeetingCard.Title(reader, turn.Network, meeting), CardText.Escape(turn.SenderName, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = said,
            Body = [CardPart.Text(said), .. For(turn, voters)],
            Actions =
            [
                isPresent
                    ? CardPart.Button(reader, Sentence.ButtonLeave, MeetingVerbs.Leave, ("meeting", meeting.Id.Value))
                    : CardPart.Button(reader, Sentence.ButtonArrive, MeetingVerbs.Arrive, ("meeting", meeting.Id.Value)),
            ],
        };
    }

    /// <summary>Asks which meeting is meant, where several are on at once.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="meetings">At least two.</param>
    /// <param name="verb">What is to be done in the chosen one.</param>
    public static AdaptiveCard Which(Turn turn, IReadOnlyList<Meeting> meetings, string verb)
    {
        var question = Messages.Get(turn.Reader, Sentence.WhichMeetingNow);
        var shown = meetings.Take(MostNamed).ToList();
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Text(question),
                .. shown.SelectMany(meeting => new CardElement[]
                {
                    CardPart.Section(MeetingCard.Title(turn.Reader, turn.Network, meeting)),
                    new ActionSet { Actions = [CardPart.Button(turn.Reader, verb == MeetingVerbs.Arrive ? Sentence.ButtonArrive : verb == MeetingVerbs.Leave ? Sentence.ButtonLeave : Sentence.CommandAttendance, verb, ("meeting", meeting.Id.Value))] },
                }),
            ],
        };
    }

    /// <summary>In the plenary people are there for organizations.</summary>
    private static IEnumerable<CardElement> For(Turn turn, IReadOnlyList<VoterId> voters)
    {
        var names = voters.Where(voter => voter.Value != turn.Sender?.Id.Value).Select(voter => CardText.Escape(turn.Network.NameOf(voter), LineBreaks.Collapse)).ToList();
        if (names.Count is > 0 and <= MostNamed)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.PresentFor, string.Join("; ", names)));
        }
        else if (names.Count > 0)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.PresentForMany, names.Count));
        }
    }
}
