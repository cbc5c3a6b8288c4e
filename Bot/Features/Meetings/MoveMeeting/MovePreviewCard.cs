using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>Shows how a meeting stands and how it would stand, with the notice period, before anybody is told.</summary>
internal static class MovePreviewCard
{
    /// <summary>Draws the preview.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">As it stands.</param>
    /// <param name="move">What would change.</param>
    /// <param name="draft">The same as data of the buttons.</param>
    /// <param name="lead">A sentence above instead of the usual one; null for the usual one. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, Meeting meeting, MeetingMove move, MoveDraft draft, string? lead = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.MovePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        var isInTime = move.IsInTime(meeting, committee, turn.Network.Zone, turn.Now);
        var isAsked = !isInTime && move.Reason.Length == 0;
        var carried = draft with { Form = draft.Form ?? turn.Form };
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Appointments.Moment(reader, move.Day + move.Start),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(lead ?? Messages.Get(reader, Sentence.PreviewQuestion)),
                CardPart.Section(Messages.Get(reader, Sentence.MoveBefore)),
                new FactSet { Facts = [.. MeetingCard.FactsOf(reader, meeting.Day, meeting.Start, meeting.End, meeting.Place, string.Empty, string.Empty)] },
                CardPart.Section(Messages.Get(reader, Sentence.MoveAfter)),
                new FactSet { Facts = [.. MeetingCard.FactsOf(reader, move.Day, move.Start, move.End, move.Place, string.Empty, move.Reason)] },
                .. Notice(reader, committee, meeting, move, isInTime),
                .. DayHintPart.Lines(reader, turn.Network, move.Day),
                CardPart.Subtle(Messages.Get(reader, move.AsksAnew(meeting) ? Sentence.MoveAsksAnew : Sentence.MoveKeepsAnswers)),
                .. isAsked ? [InputPart.Required(reader, "reason", (Sentence.InputUrgency, Sentence.InputReasonMissing), meeting.Reason, MeetingProposal.TextLimit)] : Enumerable.Empty<CardElement>(),
                .. CardPart.Rows([CardPart.Button(reader, isInTime ? Sentence.ButtonMove : Sentence.ButtonMoveUrgently, MeetingVerbs.Move, carried.ToData(isAsked))]),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonEdit, MeetingVerbs.EditMove, carried.ToData()) with { AssociatedInputs = AssociatedInputs.None },
                CardPart.Button(reader, Sentence.ButtonDismiss, MeetingVerbs.Dismiss, carried.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    private static IEnumerable<CardElement> Notice(Reader reader, Committee committee, Meeting meeting, MeetingMove move, bool isInTime)
    {
        var notice = meeting.NoticeUnder(committee.Rules);
        if (!move.AsksAnew(meeting))
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.MoveWithoutNotice));
        }
        else
        {
            yield return CardPart.Subtle(Messages.Get(reader, isInTime ? Sentence.NoticeKept : Sentence.MoveTooLate, notice.Days, notice.LatestInvitationDay(move.Day)));
        }
    }
}
