using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.ProposeItem;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>The one form of a move, filled in with what was understood. A field left empty means: as before.</summary>
internal static class MoveForm
{
    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="meetings">Those that may be meant, at least one, in order of days.</param>
    /// <param name="draft">What is known so far.</param>
    /// <param name="objection">Why the last try was refused, or what is asked; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<Meeting> meetings, MoveDraft draft, string? objection = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.MoveFormHeading);
        string[] asked =
        [
            .. objection is null ? [] : new[] { objection },
            .. draft.Problems.Select(problem => AppointmentQuestions.Ask(reader, problem)),
            meetings.Count == 1 ? Messages.Get(reader, Sentence.MoveFrom, MeetingCard.Title(reader, turn.Network, meetings[0])) : Messages.Get(reader, Sentence.MoveWhich),
        ];
        (string Name, string Value)[] known = [.. meetings.Count == 1 ? new[] { ("meeting", meetings[0].Id.Value) } : [], .. (draft with { Form = draft.Form ?? turn.Form }).ToFormData()];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', asked.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. asked.Select(CardPart.Text),
                .. AppointmentQuestions.Answers(reader, draft.Problems, MeetingVerbs.PreviewMove, known),
                .. meetings.Count == 1 ? [] : ItemForm.MeetingInput(reader, turn.Network, meetings, Sentence.CommandMoveMeetingExample),
                CardPart.Subtle(Messages.Get(reader, Sentence.MoveEmptyStays)),
                InputPart.Day(reader, "day", Sentence.InputNewDay, draft.Day),
                InputPart.Time(reader, "start", Sentence.InputNewStart, draft.Start ?? AppointmentQuestions.EveningOf(draft.Problems)),
                InputPart.Time(reader, "end", Sentence.InputEnd, draft.End),
                InputPart.Text(reader, "place", Sentence.InputNewPlace, draft.Place, MeetingProposal.TextLimit),
                InputPart.Text(reader, "reason", Sentence.InputMoveReason, draft.Reason, MeetingProposal.TextLimit),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonPreview, MeetingVerbs.PreviewMove, known),
                CardPart.Button(reader, Sentence.ButtonDismiss, MeetingVerbs.Dismiss, (draft.Form ?? turn.Form).Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }
}
