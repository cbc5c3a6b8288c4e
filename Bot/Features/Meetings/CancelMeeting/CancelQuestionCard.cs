using System.Collections.Generic;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.ProposeItem;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CancelMeeting;

/// <summary>Asks whether the meeting, or which of several, is to be cancelled, and why.</summary>
internal static class CancelQuestionCard
{
    private const string Dated = "dated";

    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="meetings">Those that may be meant, at least one.</param>
    /// <param name="reason">The reason as far as it was typed.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<Meeting> meetings, string reason)
    {
        var isOne = meetings.Count == 1;
        var question = isOne
            ? Messages.Get(turn.Reader, Sentence.CancelQuestion, MeetingCard.Title(turn.Reader, turn.Network, meetings[0]))
            : Messages.Get(turn.Reader, Sentence.CancelWhich);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(Messages.Get(turn.Reader, Sentence.CommandCancelMeeting)),
                CardPart.Text(question),
                .. isOne ? [] : ItemForm.MeetingInput(turn.Reader, turn.Network, meetings, Sentence.CommandCancelMeetingExample),
                InputPart.Text(turn.Reader, "reason", Sentence.InputCancelReason, reason, MeetingProposal.TextLimit),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonCancelMeeting, MeetingVerbs.Cancel, [.. isOne ? Asked(meetings[0]) : [], .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MeetingVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>Whether the question was asked about the date the meeting has now; of cards of before meetings could be moved nothing is known, and they go.</summary>
    public static bool IsAboutDate(CardForm form, Meeting meeting) => form.Number(Dated) is not { } dated || dated == meeting.MovedRevision;

    private static (string Name, string Value)[] Asked(Meeting meeting) =>
        [("meeting", meeting.Id.Value), (Dated, meeting.MovedRevision.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
